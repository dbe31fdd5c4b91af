import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  type Message,
  type MessageAttributeValue,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { type QueueName, queueCatalog } from "./queue-catalog.ts";

/** A message that its queue's function gave up. */
export interface DeadLetter {
  readonly id: string;
  /** Epoch ms at which it was sent to the queue that it died of, or to the dead-letter queue itself. */
  readonly sentAt: number;
  /** `undefined` when the function was cut off before it could say one. */
  readonly cause: string | undefined;
  readonly body: string;
}

/** While dead letters are looked at nobody else sees them, seconds. */
const hiddenSeconds = 120;
const causeAttribute = "Cause";

/**
 * Looks at the dead letters of a queue, at most `limit`; with `go` sends each back to its queue and takes it away here, in
 * this order, so that one of them may come twice but none is lost. Every consumer knows work that is done. Without `go`
 * nothing changes. What dies while it runs, above all what was sent back just now, stays for the next time. Works on AWS
 * and on the local cloud.
 */
export async function redrive(
  sqs: SQSClient,
  options: { stage: string; queue: QueueName; go: boolean; limit: number; found: (letter: DeadLetter) => void },
): Promise<number> {
  const { stage, queue, go, limit, found } = options;
  const { id } = queueCatalog[queue];
  const dead = await queueUrl(sqs, stage, `${id}Dead`);
  const live = await queueUrl(sqs, stage, id);
  const startedAt = Date.now();
  const looked: Message[] = [];
  const left: Message[] = [];
  try {
    while (looked.length < limit) {
      const batch = await receive(sqs, dead, limit - looked.length);
      if (batch.length === 0) break;
      const old = batch.filter((message) => letterOf(message).sentAt <= startedAt);
      left.push(...batch.filter((message) => !old.includes(message)));
      looked.push(...old);
      for (const message of old) {
        found(letterOf(message));
        if (go) await sendBack(sqs, message, { dead, live });
      }
    }
  } finally {
    await showAgain(sqs, dead, go ? left : [...looked, ...left]);
  }
  return looked.length;
}

/** A queue has the name of its stack and its id, with what CloudFormation puts behind it. */
async function queueUrl(sqs: SQSClient, stage: string, id: string): Promise<string> {
  const isIt = new RegExp(`^${stage}-dopys-(\\w+-)*${id}[0-9A-F]{8}`);
  let NextToken: string | undefined;
  do {
    const page = await sqs.send(
      new ListQueuesCommand({ QueueNamePrefix: `${stage}-dopys`, MaxResults: 1000, NextToken }),
    );
    const name = page.QueueUrls?.map((url) => url.slice(url.lastIndexOf("/") + 1)).find((each) => isIt.test(each));
    if (name) return (await sqs.send(new GetQueueUrlCommand({ QueueName: name }))).QueueUrl ?? "";
    NextToken = page.NextToken;
  } while (NextToken);
  throw new Error(`There is no queue ${id} of the stage ${stage} here.`);
}

async function receive(sqs: SQSClient, QueueUrl: string, wanted: number): Promise<Message[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: Math.min(10, wanted),
      VisibilityTimeout: hiddenSeconds,
      WaitTimeSeconds: 1,
      MessageAttributeNames: ["All"],
      MessageSystemAttributeNames: ["SentTimestamp"],
    }),
  );
  return Messages;
}

const letterOf = ({ MessageId = "", Body = "", Attributes, MessageAttributes }: Message): DeadLetter => ({
  id: MessageId,
  sentAt: Number(Attributes?.SentTimestamp),
  cause: MessageAttributes?.[causeAttribute]?.StringValue,
  body: Body,
});

async function sendBack(sqs: SQSClient, message: Message, queues: { dead: string; live: string }): Promise<void> {
  const { [causeAttribute]: _, ...attributes }: Record<string, MessageAttributeValue> = message.MessageAttributes ?? {};
  await sqs.send(
    new SendMessageCommand({ QueueUrl: queues.live, MessageBody: message.Body, MessageAttributes: attributes }),
  );
  await sqs.send(new DeleteMessageCommand({ QueueUrl: queues.dead, ReceiptHandle: message.ReceiptHandle }));
}

/** Ends the hiding of what was only looked at. */
async function showAgain(sqs: SQSClient, QueueUrl: string, messages: readonly Message[]): Promise<void> {
  for (let start = 0; start < messages.length; start += 10) {
    const Entries = messages
      .slice(start, start + 10)
      .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle, VisibilityTimeout: 0 }));
    await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
  }
}
