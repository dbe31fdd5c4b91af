import { handleAdMeasureMessage } from "#core/ads/index.ts";
import { connectorFor } from "#core/channels/catalog.ts";
import { measurePublicPages } from "#core/competitors/index.ts";
import { handleMeasureMessage } from "#core/insights/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { handleVisitMessage } from "#core/visits/index.ts";
import {
  adAccounts,
  adDays,
  adQueue,
  apps,
  calls,
  channels,
  competitors,
  events,
  linkSettings,
  measurements,
  measureQueue,
  pageDays,
  publicPagesQueue,
  raw,
  results,
  rollupQueue,
  samples,
  siteDays,
  sites,
  visitQueue,
  workspaces,
} from "../runtime.ts";
import { consume } from "./consume.ts";
import { anyMeasureMessageSchema } from "./measure-message.ts";

/** Asks platforms for their figures. */
export const handler = consume(anyMeasureMessageSchema, async (message) => {
  const asking = { connectorFor, clock: systemClock, channels: channels(), channelCalls: await calls() };
  if ("publicPages" in message) return measurePublicPages({ ...asking, ...watching() }, message);
  if ("ads" in message) {
    return handleAdMeasureMessage(
      { ...asking, adAccounts: adAccounts(), adDays: adDays(), adQueue: adQueue() },
      message,
    );
  }
  return "visits" in message
    ? handleVisitMessage({ ...asking, ...visiting() }, message)
    : handleMeasureMessage({ ...asking, ...measuring() }, message);
});

const watching = () => ({
  workspaces: workspaces(),
  apps,
  competitors: competitors(),
  pageDays: pageDays(),
  publicPagesQueue: publicPagesQueue(),
});

const visiting = () => ({
  workspaces: workspaces(),
  linkSettings: linkSettings(),
  sites: sites(),
  siteDays: siteDays(),
  visitQueue: visitQueue(),
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
