import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startFauxqs } from "fauxqs";
import { type ResolvedTemplate, type Resource, resourcesOfType } from "../template/model.ts";
import type { Place } from "../template/place.ts";
import { type AwsJsonCall, awsJsonCaller } from "./aws-json.ts";
import { acceptOnlyLoopback } from "./loopback-only.ts";
import { type QueueSignals, queueSignals } from "./queue-signals.ts";

/** Messages of one queue by what they wait for, without receiving them. */
export type QueueContents = { ready: number; delayedUntil: number[]; invisibleUntil: number[] };

export type Fauxqs = {
  port: number;
  /** SQS calls past the gateway, for the cloud's own pollers. */
  sqs: AwsJsonCall;
  /** Told whenever something may have become receivable in a queue. */
  signals: QueueSignals;
  /** Times are epoch milliseconds. An unknown queue is empty. */
  contents: (queueName: string) => QueueContents;
  /** Creates a queue with SQS attributes, or gives an existing one these attributes and keeps its messages. */
  provideQueue: (name: string, attributes: Record<string, string>) => Promise<void>;
  /** Puts a message on a queue for one of AWS's own services; stored when it resolves. */
  send: (queueArn: string, body: string, messageGroupId?: string) => Promise<void>;
  stop: () => Promise<void>;
};

const queueAttributes = [
  "VisibilityTimeout",
  "DelaySeconds",
  "MaximumMessageSize",
  "MessageRetentionPeriod",
  "ReceiveMessageWaitTimeSeconds",
  "RedrivePolicy",
  "FifoQueue",
  "ContentBasedDeduplication",
] as const;

/**
 * Starts SQS and S3 (fauxqs, SQLite under `dataDir`) and creates the template's queues and buckets. Each change is
 * committed before its call is answered; what was in flight when the process died is visible again at the deadline it
 * had.
 */
export async function startQueuesAndBuckets(options: {
  template: ResolvedTemplate;
  dataDir: string;
  place: Place;
}): Promise<Fauxqs> {
  const dataDir = join(options.dataDir, "queues-and-buckets");
  mkdirSync(dataDir, { recursive: true });
  const server = await startFauxqs({ port: 0, logger: false, defaultRegion: options.place.region, dataDir });
  const undo = acceptOnlyLoopback(server.port);
  const sqs = awsJsonCaller(server.port, "AmazonSQS");

  const provideQueue = async (name: string, attributes: Record<string, string>): Promise<void> => {
    // Creating an existing queue again would delete its kept messages.
    const existing = server.inspectQueue(name);
    if (!existing) {
      server.createQueue(name, { attributes });
      return;
    }
    const { FifoQueue: _fixed, ...changeable } = attributes;
    await sqs("SetQueueAttributes", { QueueUrl: existing.url, Attributes: { RedrivePolicy: "", ...changeable } });
  };

  for (const queue of resourcesOfType(options.template, "AWS::SQS::Queue")) {
    await provideQueue(queue.name, templateAttributes(queue));
  }
  for (const bucket of resourcesOfType(options.template, "AWS::S3::Bucket")) server.createBucket(bucket.name);

  const signals = queueSignals();
  return {
    port: server.port,
    sqs,
    signals,
    send: async (queueArn, body, messageGroupId) => {
      const name = queueArn.split(":").at(-1) ?? "";
      server.sendMessage(name, body, messageGroupId === undefined ? {} : { messageGroupId });
      signals.notify(name);
    },
    contents: (queueName) => {
      const messages = server.inspectQueue(queueName)?.messages;
      return {
        ready: messages?.ready.length ?? 0,
        delayedUntil: messages?.delayed.flatMap((message) => message.delayUntil ?? []) ?? [],
        invisibleUntil: messages?.inflight.map((entry) => entry.visibilityDeadline) ?? [],
      };
    },
    provideQueue,
    stop: async () => {
      await server.stop();
      undo();
    },
  };
}

function templateAttributes(queue: Resource): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of queueAttributes) {
    const value = queue.properties[name];
    if (value === undefined) continue;
    attributes[name] = typeof value === "object" ? JSON.stringify(value) : String(value);
  }
  return attributes;
}
