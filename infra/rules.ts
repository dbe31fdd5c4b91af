import { CfnRule } from "aws-cdk-lib/aws-events";
import { CfnEventInvokeConfig, CfnPermission } from "aws-cdk-lib/aws-lambda";
import { type Stack, use } from "sst/constructs";
import { type FunctionName, functionCatalog } from "./function-catalog.ts";
import type { Functions } from "./functions.ts";
import { queues } from "./queues.ts";

/** How long and how often an event is tried before it is dead. */
export type Patience = { readonly retries: 0 | 1 | 2; readonly maxAgeSeconds: number };

/** When a function is called: by the clock, or by events on a bus (the account's default one without `busName`). */
export type Trigger =
  | { readonly scheduleExpression: string }
  | { readonly busName?: string; readonly eventPattern: Record<string, unknown> };

/**
 * One rule, one function. What EventBridge could not hand over and what the function failed to do after its last retry
 * both end on the dead-letter queue of the undelivered, which is alarmed.
 */
export function callByRule(
  stack: Stack,
  functions: Functions,
  name: FunctionName,
  trigger: Trigger,
  patience: Patience,
) {
  const { undelivered } = use(queues);
  const { id, description } = functionCatalog[name];
  const fn = functions[name];
  const rule = new CfnRule(stack, `${id}Rule`, {
    description,
    state: "ENABLED",
    ...("scheduleExpression" in trigger
      ? { scheduleExpression: trigger.scheduleExpression }
      : { eventBusName: trigger.busName, eventPattern: trigger.eventPattern }),
    targets: [
      {
        id: "function",
        arn: fn.functionArn,
        deadLetterConfig: { arn: undelivered.queueArn },
        retryPolicy: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: Math.max(60, patience.maxAgeSeconds) },
      },
    ],
  });
  new CfnPermission(stack, `${id}RulePermission`, {
    action: "lambda:InvokeFunction",
    functionName: fn.functionArn,
    principal: "events.amazonaws.com",
    sourceArn: rule.attrArn,
  });
  new CfnEventInvokeConfig(stack, `${id}Retries`, {
    functionName: fn.functionName,
    qualifier: "$LATEST",
    maximumRetryAttempts: patience.retries,
    maximumEventAgeInSeconds: Math.max(60, patience.maxAgeSeconds),
    destinationConfig: { onFailure: { destination: undelivered.queueArn } },
  });
}
