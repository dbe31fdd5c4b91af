import { connectorFor } from "#core/channels/catalog.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { fetchLeadDetails } from "#core/leads/index.ts";
import { settleUnconfirmed } from "#core/publishing/index.ts";
import {
  calls,
  channels,
  dirty,
  events,
  leads,
  objects,
  publications,
  publishQueue,
  reconcileQueue,
} from "../runtime.ts";
import { consume } from "./consume.ts";
import { reconcileMessageSchema } from "./reconcile-message.ts";

/** Settles by looking at the platform what could not be known otherwise. */
export const handler = consume(reconcileMessageSchema, async (message, delivery) => {
  const deps = {
    connectorFor,
    clock: systemClock,
    channels: channels(),
    channelCalls: await calls(),
    events: events(),
  };
  if (message.kind === "fetch-lead") {
    const { workspaceId, leadId } = message;
    return fetchLeadDetails({ ...deps, leads: leads(), dirtyBuckets: dirty() }, workspaceId, leadId);
  }
  return settleUnconfirmed(
    {
      ...deps,
      publications: publications(),
      objects: objects(),
      publishQueue: publishQueue(),
      settleQueue: reconcileQueue(),
    },
    message,
    delivery,
  );
});
