import { type EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import type { EventPublisher } from "../../kernel/events.ts";

const batchSize = 10;

/** The source under which our events appear on the bus. */
export const eventSource = "dopys";

/** Publishes domain events on an EventBridge bus; the detail is the whole event. Throws when the bus did not take all. */
export function eventBridgePublisher(client: EventBridgeClient, busName: string): EventPublisher {
  return {
    publish: async (events) => {
      for (let start = 0; start < events.length; start += batchSize) {
        const answer = await client.send(
          new PutEventsCommand({
            Entries: events.slice(start, start + batchSize).map((event) => ({
              EventBusName: busName,
              Source: eventSource,
              DetailType: event.type,
              Detail: JSON.stringify(event),
            })),
          }),
        );
        if (answer.FailedEntryCount) {
          const failed = answer.Entries?.find((entry) => entry.ErrorCode);
          throw new Error(`The bus refused ${answer.FailedEntryCount} events: ${failed?.ErrorCode}`);
        }
      }
    },
  };
}
