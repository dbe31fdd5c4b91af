import type { SignedCall } from "../aws/signed-call.ts";

/** A queue's dead-letter queue, as far as the function that consumes the queue needs it. */
export interface DeadLetters {
  /** Lays a message aside as it is, with the cause. Throws when it could not be. */
  bury(body: string, cause: string): Promise<void>;
}

/** The attribute that says why a message is dead; infra/redrive.ts shows it. */
const causeAttribute = "Cause";

const maxCauseLength = 1000;

/** The dead letters on SQS by one signed call. */
export const sqsDeadLetters = (call: SignedCall, queueUrl: string): DeadLetters => ({
  bury: async (body, cause) => {
    const StringValue = printable(cause).slice(0, maxCauseLength) || "no cause";
    await call("AmazonSQS.SendMessage", {
      QueueUrl: queueUrl,
      MessageBody: body,
      MessageAttributes: { [causeAttribute]: { DataType: "String", StringValue } },
    });
  },
});

/** An attribute may hold no control characters and no halves of letters. */
const printable = (text: string): string => text.toWellFormed().replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD]/g, "?");
