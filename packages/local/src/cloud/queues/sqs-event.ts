import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type { ReceivedMessage } from "./consumer.ts";

/** The event Lambda hands to a function for a batch of SQS messages (Lambda developer guide, "Using Lambda with Amazon SQS"). */
export function sqsEvent(messages: ReceivedMessage[], queue: { arn: string; region: string }): SQSEvent {
  return {
    Records: messages.map((message) => ({
      messageId: message.MessageId,
      receiptHandle: message.ReceiptHandle,
      body: message.Body,
      attributes: message.Attributes as unknown as SQSRecord["attributes"],
      messageAttributes: Object.fromEntries(
        Object.entries(message.MessageAttributes ?? {}).map(([name, attribute]) => [
          name,
          {
            ...(attribute.StringValue === undefined ? {} : { stringValue: attribute.StringValue }),
            ...(attribute.BinaryValue === undefined ? {} : { binaryValue: attribute.BinaryValue }),
            stringListValues: [],
            binaryListValues: [],
            dataType: attribute.DataType,
          },
        ]),
      ),
      md5OfBody: message.MD5OfBody,
      ...(message.MD5OfMessageAttributes ? { md5OfMessageAttributes: message.MD5OfMessageAttributes } : {}),
      eventSource: "aws:sqs",
      eventSourceARN: queue.arn,
      awsRegion: queue.region,
    })),
  };
}

/**
 * The messages a successful invocation is done with. With partial batch responses the answer names the failed ones; an
 * answer that names one wrongly fails the whole batch, as in AWS.
 */
export function succeeded(messages: ReceivedMessage[], answer: unknown, partialResponses: boolean): ReceivedMessage[] {
  if (!partialResponses || answer === null || answer === undefined || answer === "") return messages;
  const failures = (answer as Partial<SQSBatchResponse>).batchItemFailures;
  if (failures === undefined || failures === null) return messages;
  if (!Array.isArray(failures)) return [];
  const known = new Set(messages.map((message) => message.MessageId));
  const failed = new Set(failures.map((failure) => failure?.itemIdentifier));
  for (const id of failed) if (!known.has(id)) return [];
  return messages.filter((message) => !failed.has(message.MessageId));
}
