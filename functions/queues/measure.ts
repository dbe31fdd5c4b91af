import { handleAdMeasureMessage } from "#core/ads/index.ts";
import { connectorFor } from "#core/channels/catalog.ts";
import { handleMeasureMessage } from "#core/insights/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import {
  adAccounts,
  adDays,
  adQueue,
  calls,
  channels,
  events,
  measurements,
  measureQueue,
  raw,
  results,
  rollupQueue,
  samples,
  workspaces,
} from "../runtime.ts";
import { consume } from "./consume.ts";
import { anyMeasureMessageSchema } from "./measure-message.ts";

/** Asks platforms for their figures. */
export const handler = consume(anyMeasureMessageSchema, async (message) => {
  const asking = { connectorFor, clock: systemClock, channels: channels(), channelCalls: await calls() };
  return "ads" in message
    ? handleAdMeasureMessage({ ...asking, adAccounts: adAccounts(), adDays: adDays(), adQueue: adQueue() }, message)
    : handleMeasureMessage({ ...asking, ...measuring() }, message);
});

const measuring = () => ({
  workspaces: workspaces(),
  raw: raw(),
  measurements: measurements(),
  samples: samples(),
  results: results(),
  rollupQueue: rollupQueue(),
  measureQueue: measureQueue(),
  events: events(),
});
