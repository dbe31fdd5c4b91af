import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Queue } from "../../kernel/queue.ts";
import { messageBody } from "./message-body.ts";

const batchSize = 10;
const longestDelaySeconds = 900;

const delaySeconds = (delayMs = 0) => Math.min(longestDelaySeconds, Math.max(0, Math.ceil(delayMs / 1000)));

/** A queue on SQS; messages travel as JSON. Throws when SQS did not take every message. */
export function sqsQueue<Message>(client: SQSClient, queueUrl: string): Queue<Message> {
  return {
    send: async (message, options = {}) => {
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: messageBody(message),
          DelaySeconds: delaySeconds(options.delayMs),
        }),
      );
    },
    sendAll: async (messages) => {
      for (let start = 0; start < messages.length; start += batchSize) {
        const answer = await client.send(
          new SendMessageBatchCommand({
            QueueUrl: queueUrl,
            Entries: messages.slice(start, start + batchSize).map(({ message, delayMs }, index) => ({
              Id: String(index),
              MessageBody: messageBody(message),
              DelaySeconds: delaySeconds(delayMs),
            })),
          }),
        );
        const failed = answer.Failed?.[0];
        if (failed) throw new Error(`SQS refused ${answer.Failed?.length} messages: ${failed.Code}`);
      }
    },
  };
}
