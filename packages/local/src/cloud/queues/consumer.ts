import type { Fauxqs } from "../engines/fauxqs.ts";

/** A message as SQS hands it out. */
export type ReceivedMessage = {
  MessageId: string;
  ReceiptHandle: string;
  Body: string;
  MD5OfBody: string;
  MD5OfMessageAttributes?: string;
  Attributes: Record<string, string>;
  MessageAttributes?: Record<string, { DataType: string; StringValue?: string; BinaryValue?: string }>;
};

export type ConsumerOptions = {
  engine: Fauxqs;
  queueName: string;
  batchSize: number;
  /** How long an unfilled batch waits for more, milliseconds. */
  windowMs: number;
  /** Batches handled at the same time. */
  concurrency: number;
  /** Queue that takes what was received too often, to be woken when that may have happened. */
  deadLetterQueue: string | undefined;
  /** Answers the messages that are done with; the others come back when their visibility ends. */
  handle: (messages: ReceivedMessage[]) => Promise<ReceivedMessage[]>;
  onCall: (action: "ReceiveMessage" | "DeleteMessageBatch") => void;
  onError: (error: unknown) => void;
};

export type Consumer = { stop: () => Promise<void> };

/** SQS hands out ten messages at most. */
const receiveLimit = 10;
/** A long poll's length: an upper bound on sleeping, were a signal ever missed. */
const longestSleepMs = 20_000;
/** How long batches in hand may finish when the cloud stops; the rest comes back after its visibility. */
const graceMs = 3_000;

/**
 * Takes messages off a queue as Lambda's pollers do. It sleeps until the queue is signalled or the next delayed or
 * invisible message becomes visible, so an idle queue costs nothing and a delay is kept to the millisecond.
 */
export function consume(options: ConsumerOptions): Consumer {
  const { engine, queueName } = options;
  const running = new Set<Promise<void>>();
  let stopped = false;
  let signalled = false;
  let wake: () => void = () => {};
  const unlisten = engine.signals.listen(queueName, () => {
    signalled = true;
    wake();
  });

  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      if (signalled || stopped) return resolve();
      const timer = setTimeout(resolve, Math.min(Math.max(0, milliseconds), longestSleepMs));
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const nextVisibleIn = (): number => {
    const { ready, delayedUntil, invisibleUntil } = engine.contents(queueName);
    if (ready > 0) return 0;
    let next = Number.POSITIVE_INFINITY;
    for (const at of delayedUntil) next = Math.min(next, at);
    for (const at of invisibleUntil) next = Math.min(next, at);
    return next - Date.now();
  };

  const receive = async (limit: number): Promise<ReceivedMessage[]> => {
    signalled = false;
    const { Messages = [] } = await engine.sqs<{ Messages?: ReceivedMessage[] }>("ReceiveMessage", {
      QueueUrl: queueUrl(queueName),
      MaxNumberOfMessages: Math.min(limit, receiveLimit),
      WaitTimeSeconds: 0,
      MessageSystemAttributeNames: ["All"],
      MessageAttributeNames: ["All"],
    });
    if (options.deadLetterQueue !== undefined) engine.signals.notify(options.deadLetterQueue);
    if (Messages.length > 0) options.onCall("ReceiveMessage");
    return Messages;
  };

  const gather = async (): Promise<ReceivedMessage[]> => {
    const batch = await receive(options.batchSize);
    const closesAt = Date.now() + options.windowMs;
    while (batch.length > 0 && batch.length < options.batchSize && !stopped) {
      const left = closesAt - Date.now();
      if (left <= 0) break;
      const more = await receive(options.batchSize - batch.length);
      batch.push(...more);
      if (more.length === 0) await sleep(Math.min(left, nextVisibleIn()));
    }
    return batch;
  };

  const work = async (batch: ReceivedMessage[]): Promise<void> => {
    const done = await options.handle(batch);
    for (let at = 0; at < done.length; at += receiveLimit) {
      const Entries = done
        .slice(at, at + receiveLimit)
        .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
      await engine.sqs("DeleteMessageBatch", { QueueUrl: queueUrl(queueName), Entries });
      options.onCall("DeleteMessageBatch");
    }
  };

  const loop = async (): Promise<void> => {
    while (!stopped) {
      const batch = await gather();
      if (batch.length === 0) {
        await sleep(nextVisibleIn());
        continue;
      }
      const job = work(batch)
        .catch(options.onError)
        .finally(() => running.delete(job));
      running.add(job);
      if (running.size >= options.concurrency) await Promise.race(running);
    }
  };
  const looping = loop().catch(options.onError);

  return {
    stop: async () => {
      stopped = true;
      wake();
      unlisten();
      await looping;
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs);
      });
      await Promise.race([Promise.all(running), patience]);
      clearTimeout(timer);
    },
  };
}

/** The engine finds a queue by the last part of its URL. */
function queueUrl(name: string): string {
  return `http://local/000000000000/${name}`;
}
