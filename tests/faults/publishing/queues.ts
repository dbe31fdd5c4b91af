import type { Queue } from "#core/kernel/queue.ts";
import { type QueueName, queueCatalog, visibilitySeconds } from "#infra/queue-catalog.ts";
import type { Schedule } from "./schedule.ts";
import type { Simulation } from "./simulation.ts";

/** A queue's numbers, as infra gives them to the real one. */
export interface QueueNature {
  readonly visibilityMs: number;
  readonly maxReceives: number;
  /** The most messages that one function is given at once. */
  readonly batchSize: number;
  /** The most batches that are worked at once. */
  readonly maxConcurrency: number;
}

export const natureOf = (name: QueueName): QueueNature => ({
  ...queueCatalog[name],
  visibilityMs: visibilitySeconds(name) * 1000,
  maxReceives: queueCatalog[name].maxReceiveCount,
});

/** A message as a function is given it; `ended` is called with whether it was worked well, or never. */
export interface Delivered<M> {
  readonly message: M;
  readonly redelivered: boolean;
  ended(well: boolean): void;
}

/**
 * A model of a standard SQS queue and of the pollers that read it: delays in whole seconds, no order, each message at
 * least once and some twice, hidden for the visibility timeout while it is worked, delivered again unless that ended
 * well, and a dead letter after so many receipts. What is there together is delivered together.
 */
export function sqsModel<M>(
  simulation: Simulation,
  nature: QueueNature,
  duplicates: Schedule["duplicates"],
  deliver: (batch: readonly Delivered<M>[], over: () => void) => void,
) {
  let sent = 0;
  const ready: Delivered<M>[] = [];
  let atWork = 0;
  const poll = (): void => {
    if (ready.length === 0 || atWork === nature.maxConcurrency) return;
    atWork += 1;
    deliver(ready.splice(0, nature.batchSize), () => {
      atWork -= 1;
      poll();
    });
    poll();
  };
  const arrive = (message: M, receives: number): void => {
    if (receives > nature.maxReceives) return;
    let deleted = false;
    const ended = (well: boolean): void => {
      deleted = well;
    };
    ready.push({ message, redelivered: receives > 1, ended });
    if (ready.length === 1) simulation.after(simulation.chance(longestPollMs), poll);
    simulation.after(nature.visibilityMs, () => {
      if (!deleted) arrive(message, receives + 1);
    });
  };
  const put = (message: M, delayMs = 0): void => {
    sent += 1;
    const delay = Math.ceil(delayMs / 1000) * 1000;
    const copies = [0, ...duplicates.filter(({ send }) => send === sent).map(({ laterMs }) => laterMs)];
    for (const laterMs of copies) simulation.after(delay + laterMs + simulation.chance(900), () => arrive(message, 1));
  };
  const queue: Queue<M> = {
    send: async (message, options) => put(message, options?.delayMs),
    sendAll: async (list) => {
      for (const { message, delayMs } of list) put(message, delayMs);
    },
  };
  return queue;
}

/** What arrives within this long may come in one batch, ms. */
const longestPollMs = 500;
