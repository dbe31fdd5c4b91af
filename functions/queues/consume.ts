import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import * as v from "valibot";
import { isHopeless } from "#core/kernel/hopeless.ts";
import { inBatches } from "#core/kernel/in-batches.ts";
import { environment } from "../environment.ts";
import { log } from "../log.ts";
import { deadLetters } from "../runtime.ts";

/** How a message came. */
export interface MessageDelivery {
  /** The queue has delivered it before: its first worker may have died anywhere. */
  readonly redelivered: boolean;
}

/**
 * A queue's handler: parses each message and works it, one after another; names those that failed, so that only they
 * come back. What nobody can read, and what fails at the last of its deliveries, is laid among the dead letters with the
 * cause; a worker that dies before that leaves it to the queue to do the same, without a cause.
 *
 * With `together` the messages of a batch are worked at the same time: for work that mostly waits. It is answered when
 * the last of them is done, because whoever is left behind freezes with the environment, and thaws in another's time.
 */
export function consume<Schema extends v.GenericSchema>(
  schema: Schema,
  work: (message: v.InferOutput<Schema>, delivery: MessageDelivery) => Promise<unknown>,
  { together = false }: { together?: boolean } = {},
): (event: SQSEvent) => Promise<SQSBatchResponse> {
  const isDone = async (record: SQSRecord): Promise<boolean> => {
    try {
      const outcome = await work(read(schema, record.body), { redelivered: receives(record) > 1 });
      log.info("message worked", { messageId: record.messageId, outcome });
      return true;
    } catch (error) {
      report(record, error);
      return isBuried(record, error);
    }
  };
  return async ({ Records }) => {
    const done = new Set<SQSRecord>();
    await inBatches(Records, together ? Records.length : 1, async (record) => {
      if (await isDone(record)) done.add(record);
    });
    const failed = Records.filter((record) => !done.has(record));
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
}

/** A message that cannot be parsed cannot be parsed the next time either. */
class UnreadableMessage extends Error {
  override readonly name = "UnreadableMessage";
  readonly hopeless = true;
}

function read<Schema extends v.GenericSchema>(schema: Schema, body: string): v.InferOutput<Schema> {
  const message = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), body, { abortEarly: true });
  if (message.success) return message.output;
  // Not the issue's own words: they repeat what was received, which people may have written.
  const [issue] = message.issues;
  throw new UnreadableMessage(`${v.getDotPath(issue) ?? "the message"}: expected ${issue.expected ?? issue.type}`);
}

const receives = (record: SQSRecord): number => Number(record.attributes.ApproximateReceiveCount);

async function isBuried(record: SQSRecord, error: unknown): Promise<boolean> {
  if (!isHopeless(error) && receives(record) < Number(environment("MAX_RECEIVES"))) return false;
  try {
    await deadLetters().bury(record.body, causeOf(error));
    return true;
  } catch (failure) {
    report(record, failure);
    return false;
  }
}

/** The error in one line, and the first of those it is made of. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const within = error instanceof AggregateError ? error.errors : error.cause ? [error.cause] : [];
  const first: unknown = within[0];
  const because = first instanceof Error && first.message !== error.message ? ` (${first.name}: ${first.message})` : "";
  return `${error.name}: ${error.message}${because}`;
}

/** The cause and where it happened; never the message itself, which may hold what people wrote. */
function report(record: SQSRecord, error: unknown): void {
  log.error("message failed", {
    messageId: record.messageId,
    receiveCount: record.attributes.ApproximateReceiveCount,
    error: error instanceof Error ? error : new Error("not an error"),
  });
}
