/** Tells pollers that a queue may have something to receive, so that an idle queue costs nothing. */
export type QueueSignals = {
  /** Something was sent to the queue, or a message of it changed its visibility. */
  notify: (queueName: string) => void;
  /** Calls `listener` on every `notify` of that queue until the returned function is called. */
  listen: (queueName: string, listener: () => void) => () => void;
};

export function queueSignals(): QueueSignals {
  const listeners = new Map<string, Set<() => void>>();
  return {
    notify: (queueName) => {
      for (const listener of listeners.get(queueName) ?? []) listener();
    },
    listen: (queueName, listener) => {
      const ofQueue = listeners.get(queueName) ?? new Set();
      listeners.set(queueName, ofQueue.add(listener));
      return () => ofQueue.delete(listener);
    },
  };
}
