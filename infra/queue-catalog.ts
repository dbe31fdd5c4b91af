import type { FunctionName } from "./function-catalog.ts";
import { functionCatalog } from "./function-catalog.ts";

/** How one queue is consumed. Its dead-letter queue is made with it. */
export type QueueSpec = {
  /** Construct id; the dead-letter queue's is this with `Dead` behind it. */
  readonly id: string;
  /** The variable by which functions learn the queue's URL. */
  readonly variable: `${string}_QUEUE_URL`;
  readonly consumer: FunctionName;
  readonly batchSize: number;
  /** How long a poller may wait to fill a batch. */
  readonly windowSeconds: number;
  /** Batches at work at once; at least 2, says Lambda. */
  readonly maxConcurrency: number;
  /** Deliveries before a message is dead. */
  readonly maxReceiveCount: number;
};

/**
 * Work on one reply, channel or report is a batch of one: a slow platform then delays nobody else, and a failure is
 * retried alone. Deliveries and buckets are small and many, so they share an invocation.
 *
 * Publications share one too, and are worked together in it: each takes about five seconds, four of which it waits for
 * its second. Ten thousand due within a minute are 170 a second, so 850 are in hand at once, which is 85 full batches.
 * A hundred batches leave some room, and are a tenth of what an account may run at once.
 */
export const queueCatalog = {
  intake: {
    id: "Intake",
    variable: "INTAKE_QUEUE_URL",
    consumer: "intake",
    batchSize: 10,
    windowSeconds: 0,
    maxConcurrency: 20,
    maxReceiveCount: 8,
  },
  publish: {
    id: "Publish",
    variable: "PUBLISH_QUEUE_URL",
    consumer: "publish",
    batchSize: 10,
    windowSeconds: 0,
    maxConcurrency: 100,
    maxReceiveCount: 5,
  },
  reconcile: {
    id: "Reconcile",
    variable: "RECONCILE_QUEUE_URL",
    consumer: "reconcile",
    batchSize: 1,
    windowSeconds: 0,
    maxConcurrency: 10,
    maxReceiveCount: 3,
  },
  respond: {
    id: "Respond",
    variable: "RESPOND_QUEUE_URL",
    consumer: "respond",
    batchSize: 1,
    windowSeconds: 0,
    maxConcurrency: 20,
    maxReceiveCount: 5,
  },
  measure: {
    id: "Measure",
    variable: "MEASURE_QUEUE_URL",
    consumer: "measure",
    batchSize: 1,
    windowSeconds: 0,
    maxConcurrency: 10,
    maxReceiveCount: 3,
  },
  rollup: {
    id: "Rollup",
    variable: "ROLLUP_QUEUE_URL",
    consumer: "rollup",
    batchSize: 10,
    windowSeconds: 1,
    // All of a workspace's days meet on the same few sheets: more workers would only make each other read again.
    maxConcurrency: 4,
    maxReceiveCount: 5,
  },
  report: {
    id: "Report",
    variable: "REPORT_QUEUE_URL",
    consumer: "report",
    batchSize: 1,
    windowSeconds: 0,
    maxConcurrency: 5,
    maxReceiveCount: 3,
  },
  plan: {
    id: "Plan",
    variable: "PLAN_QUEUE_URL",
    consumer: "plan",
    batchSize: 1,
    windowSeconds: 0,
    maxConcurrency: 5,
    maxReceiveCount: 3,
  },
} as const satisfies Record<string, QueueSpec>;

export type QueueName = keyof typeof queueCatalog;

export const queueNames = Object.keys(queueCatalog) as QueueName[];

/**
 * How long a received message stays hidden: six times the consumer's timeout plus the batch window, so that Lambda's
 * own retries end before the message shows up again (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS").
 */
export function visibilitySeconds(name: QueueName): number {
  const { consumer, windowSeconds } = queueCatalog[name];
  return 6 * functionCatalog[consumer].timeoutSeconds + windowSeconds;
}
