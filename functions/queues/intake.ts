import { connectorFor } from "#core/channels/catalog.ts";
import { handleDelivery, intakeMessageSchema } from "#core/inbox/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import {
  channels,
  dirty,
  events,
  leads,
  messages,
  reconcileQueue,
  responseTargets,
  reviews,
  threads,
  workspaces,
} from "../runtime.ts";
import { consume } from "./consume.ts";

/** Takes webhook deliveries in: each item is stored once. */
export const handler = consume(intakeMessageSchema, (message) =>
  handleDelivery(
    {
      connectorFor,
      clock: systemClock,
      channels: channels(),
      workspaces: workspaces(),
      messages: messages(),
      threads: threads(),
      responseTargets: responseTargets(),
      reviews: reviews(),
      leads: leads(),
      dirtyBuckets: dirty(),
      events: events(),
      fetchQueue: reconcileQueue(),
    },
    message,
  ),
);
