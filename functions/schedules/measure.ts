import { planAdMeasurements } from "#core/ads/index.ts";
import { askForLooks, lookAtChannels } from "#core/alerts/index.ts";
import { planPublicPages } from "#core/competitors/index.ts";
import { planMeasurements } from "#core/insights/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { log } from "../log.ts";
import {
  adAccounts,
  adQueue,
  channels,
  competitors,
  events,
  measureQueue,
  publicPagesQueue,
  workspaces,
} from "../runtime.ts";

/** Every hour: enqueues the channel days whose figures are due; tells of channels that need their platform's consent, and has registers of alerts looked through. */
export async function handler(): Promise<void> {
  const planned = await planMeasurements({
    workspaces: workspaces(),
    channels: channels(),
    measureQueue: measureQueue(),
    clock: systemClock,
  });
  const ads = await planAdMeasurements({
    workspaces: workspaces(),
    adAccounts: adAccounts(),
    adQueue: adQueue(),
    clock: systemClock,
  });
  const pages = await planPublicPages({
    workspaces: workspaces(),
    channels: channels(),
    competitors: competitors(),
    publicPagesQueue: publicPagesQueue(),
    clock: systemClock,
  });
  const consent = await lookAtChannels({
    workspaces: workspaces(),
    channels: channels(),
    adAccounts: adAccounts(),
    events: events(),
    clock: systemClock,
  });
  const looks = await askForLooks({ workspaces: workspaces(), events: events(), clock: systemClock });
  log.info("measurements planned", { planned, ads, pages, consent, looks });
}
