import { createHash } from "node:crypto";
import type { Queue } from "../../kernel/queue.ts";
import type { SignedCall } from "../aws/signed-call.ts";
import { messageBody } from "./message-body.ts";

/**
 * The sending end of a queue on SQS by one signed call. Throws unless SQS says that it holds exactly these bytes, as the
 * SDK does.
 */
export function leanSqsQueue<Message>(call: SignedCall, queueUrl: string): Pick<Queue<Message>, "send"> {
  return {
    send: async (message, options = {}) => {
      const MessageBody = messageBody(message);
      const DelaySeconds = Math.ceil((options.delayMs ?? 0) / 1000);
      const answer = await call("AmazonSQS.SendMessage", { QueueUrl: queueUrl, MessageBody, DelaySeconds });
      const digest = createHash("md5").update(MessageBody).digest("hex");
      if ((answer as { MD5OfMessageBody?: unknown }).MD5OfMessageBody !== digest) {
        throw new Error("SQS did not keep the message as it was sent");
      }
    },
  };
}
