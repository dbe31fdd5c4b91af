import * as v from "valibot";
import { findResource, type ResolvedTemplate, resourcesOfType } from "../template/model.ts";

/** What Lambda does with an asynchronous invocation that failed. */
export type AsyncPolicy = {
  retries: number;
  /** Receives a record of the invocation (destination) or the event itself (dead-letter queue). */
  onFailure?: { queueArn: string; form: "record" | "event" };
};

const configSchema = v.object({
  FunctionName: v.string(),
  MaximumRetryAttempts: v.optional(v.number(), 2),
  DestinationConfig: v.optional(v.object({ OnFailure: v.optional(v.object({ Destination: v.optional(v.string()) })) })),
});
const functionSchema = v.object({ DeadLetterConfig: v.optional(v.object({ TargetArn: v.optional(v.string()) })) });

/**
 * Reads how the template wants failed asynchronous invocations of a function treated; two retries unless it says otherwise.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export function asyncPolicyOf(template: ResolvedTemplate, functionArn: string): AsyncPolicy {
  const functionName = functionArn.split(":")[6];
  const config = resourcesOfType(template, "AWS::Lambda::EventInvokeConfig")
    .map((resource) => v.parse(configSchema, resource.properties))
    .find(({ FunctionName }) => FunctionName === functionName || FunctionName === functionArn);
  const retries = config?.MaximumRetryAttempts ?? 2;
  const destination = config?.DestinationConfig?.OnFailure?.Destination;
  if (destination) return { retries, onFailure: { queueArn: destination, form: "record" } };
  const played = findResource(template, functionArn);
  const deadLetters = played && v.parse(functionSchema, played.properties).DeadLetterConfig?.TargetArn;
  return { retries, ...(deadLetters ? { onFailure: { queueArn: deadLetters, form: "event" } } : {}) };
}
