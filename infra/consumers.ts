import { CfnEventSourceMapping } from "aws-cdk-lib/aws-lambda";
import { type Stack, use } from "sst/constructs";
import type { Functions } from "./functions.ts";
import { queueCatalog, queueNames } from "./queue-catalog.ts";
import { queues } from "./queues.ts";

/** Each queue to its function. A batch reports which of its messages failed; only those come again. */
export function connectConsumers(stack: Stack, functions: Functions): void {
  const { queues: pairs } = use(queues);
  for (const name of queueNames) {
    const { id, consumer, batchSize, windowSeconds, maxConcurrency } = queueCatalog[name];
    new CfnEventSourceMapping(stack, `${id}Consumer`, {
      eventSourceArn: pairs[name].queue.queueArn,
      functionName: functions[consumer].functionArn,
      batchSize,
      maximumBatchingWindowInSeconds: windowSeconds,
      functionResponseTypes: ["ReportBatchItemFailures"],
      scalingConfig: { maximumConcurrency: maxConcurrency },
    });
  }
}
