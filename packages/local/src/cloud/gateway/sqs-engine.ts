import type { Fauxqs } from "../engines/fauxqs.ts";
import type { Place } from "../template/place.ts";
import { queueName } from "./requests.ts";

type Input = Record<string, unknown>;

/** After these a message may have become receivable. */
const wakingActions = new Set([
  "SendMessage",
  "SendMessageBatch",
  "ChangeMessageVisibility",
  "ChangeMessageVisibilityBatch",
]);

/**
 * What the SQS engine must be given instead of the client's body, if anything. With its data on disk, fauxqs 2.4.1
 * fails on a visibility of exactly zero and then hides the message until a restart; a millisecond means the same.
 */
export function repairedBody(action: string, input: Input): Buffer | undefined {
  const atOnce = (entry: Input): Input =>
    entry.VisibilityTimeout === 0 ? { ...entry, VisibilityTimeout: 0.001 } : entry;
  if (action === "ChangeMessageVisibility") return Buffer.from(JSON.stringify(atOnce(input)));
  if (action !== "ChangeMessageVisibilityBatch" || !Array.isArray(input.Entries)) return undefined;
  return Buffer.from(JSON.stringify({ ...input, Entries: (input.Entries as Input[]).map(atOnce) }));
}

/** Wakes the pollers of the queue an answered call was about. */
export function wakePollers(engine: Fauxqs, action: string, input: Input): void {
  const name = queueName(input);
  if (name && wakingActions.has(action)) engine.signals.notify(name);
}

/** Queue URLs in an answer lead back to the gateway, not to the engine behind it. */
export function withGatewayUrls(answer: string, place: Place): string {
  return answer.replaceAll(/https?:\/\/[^/"]+\/\d{12}\//g, `${place.gatewayUrl}/${place.account}/`);
}

export function answersWithQueueUrls(action: string): boolean {
  return action === "GetQueueUrl" || action === "ListQueues" || action === "CreateQueue";
}
