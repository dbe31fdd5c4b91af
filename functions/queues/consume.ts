import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import * as v from "valibot";
import { log } from "../log.ts";

/** How a message came. */
export interface MessageDelivery {
  /** The queue has delivered it before: its first worker may have died anywhere. */
  readonly redelivered: boolean;
}

/**
 * A queue's handler: parses each message and works it, one after another; names those that failed, so that only they
 * come back, and at last go to the dead-letter queue. A message that cannot be parsed fails every time, and ends there.
 */
export function consume<Schema extends v.GenericSchema>(
  schema: Schema,
  work: (message: v.InferOutput<Schema>, delivery: MessageDelivery) => Promise<unknown>,
): (event: SQSEvent) => Promise<SQSBatchResponse> {
  return async (event) => {
    const batchItemFailures: SQSBatchResponse["batchItemFailures"] = [];
    for (const record of event.Records) {
      try {
        const redelivered = Number(record.attributes.ApproximateReceiveCount) > 1;
        const outcome = await work(v.parse(schema, JSON.parse(record.body)), { redelivered });
        log.info("message worked", { messageId: record.messageId, outcome });
      } catch (error) {
        report(record, error);
        batchItemFailures.push({ itemIdentifier: record.messageId });
      }
    }
    return { batchItemFailures };
  };
}

/** The cause and where it happened; never the message itself, which may hold what people wrote. */
function report(record: SQSRecord, error: unknown): void {
  log.error("message failed", {
    messageId: record.messageId,
    receiveCount: record.attributes.ApproximateReceiveCount,
    error: error instanceof Error ? error : new Error("not an error"),
  });
}
