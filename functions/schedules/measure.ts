import { planAdMeasurements } from "#core/ads/index.ts";
import { askForLooks, lookAtChannels } from "#core/alerts/index.ts";
import { planPublicPages } from "#core/competitors/index.ts";
import { planMeasurements } from "#core/insights/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { eachApart } from "#core/kernel/each-apart.ts";
import { planVisits } from "#core/visits/index.ts";
import { log } from "../log.ts";
import {
  adAccounts,
  adQueue,
  channels,
  competitors,
  events,
  measureQueue,
  publicPagesQueue,
  sites,
  visitQueue,
  workspaces,
} from "../runtime.ts";

/**
 * Every hour: enqueues the channel days whose figures are due; tells of channels that need their platform's consent, and
 * has registers of alerts looked through. None of these takes the others with it.
 */
export async function handler(): Promise<void> {
  const deps = { workspaces: workspaces(), channels: channels(), adAccounts: adAccounts(), clock: systemClock };
  const done = await eachApart({
    planned: () => planMeasurements({ ...deps, measureQueue: measureQueue() }),
    consent: () => lookAtChannels({ ...deps, events: events() }),
    looks: () => askForLooks({ ...deps, events: events() }),
    ads: () => planAdMeasurements({ ...deps, adQueue: adQueue() }),
    pages: () => planPublicPages({ ...deps, competitors: competitors(), publicPagesQueue: publicPagesQueue() }),
    visits: () => planVisits({ ...deps, sites: sites(), visitQueue: visitQueue() }),
  });
  log.info("measurements planned", done);
}
