import type { Queue } from "#core/kernel/queue.ts";
import type { Schedule } from "./schedule.ts";
import type { Simulation } from "./simulation.ts";

/** A queue's numbers, as infra gives them to the real one. */
export interface QueueNature {
  readonly visibilityMs: number;
  readonly maxReceives: number;
}

/** A function that works a message; `done` is called with whether it ended well, or never. */
export type Deliver<M> = (message: M, delivery: { redelivered: boolean }, ended: (well: boolean) => void) => void;

/**
 * A model of a standard SQS queue: delays in whole seconds, no order, each message at least once and some twice, hidden
 * for the visibility timeout while it is worked, delivered again unless that ended well, and a dead letter after so many
 * receipts.
 */
export function sqsModel<M>(
  simulation: Simulation,
  nature: QueueNature,
  duplicates: Schedule["duplicates"],
  deliver: Deliver<M>,
) {
  let sent = 0;
  const stats = { waiting: 0, dead: 0 };
  const arrive = (message: M, receives: number): void => {
    if (receives > nature.maxReceives) {
      stats.waiting -= 1;
      stats.dead += 1;
      return;
    }
    let deleted = false;
    deliver(message, { redelivered: receives > 1 }, (well) => {
      if (well) stats.waiting -= 1;
      deleted = well;
    });
    simulation.after(nature.visibilityMs, () => {
      if (!deleted) arrive(message, receives + 1);
    });
  };
  const put = (message: M, delayMs = 0): void => {
    sent += 1;
    const delay = Math.ceil(delayMs / 1000) * 1000;
    const copies = [0, ...duplicates.filter(({ send }) => send === sent).map(({ laterMs }) => laterMs)];
    for (const laterMs of copies) {
      stats.waiting += 1;
      simulation.after(delay + laterMs + simulation.chance(900), () => arrive(message, 1));
    }
  };
  const queue: Queue<M> = {
    send: async (message, options) => put(message, options?.delayMs),
    sendAll: async (list) => {
      for (const { message, delayMs } of list) put(message, delayMs);
    },
  };
  return { queue, stats };
}
