import type { Workspaces } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import { withoutSites } from "../channels/sites.ts";
import { dayRange } from "../kernel/time.ts";
import { publicationLifeMs } from "./count-measurements.ts";
import { isOfPlatform, type Kpis, standIns } from "./model.ts";
import type { Measurements, PublicationSamples, RawEvents } from "./ports.ts";
import { type ChannelFacts, kpisFromFacts, type PublicationGain } from "./recount-kpis.ts";

export interface RecountDeps {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly channels: Pick<Channels, "list">;
  readonly raw: RawEvents;
  readonly measurements: Pick<Measurements, "get" | "before">;
  readonly samples: Pick<PublicationSamples, "lastTwo">;
}

/** The KPIs of a day as they follow from raw events alone. */
export interface Recount {
  readonly workspace: Kpis;
  readonly channels: ReadonlyMap<string, Kpis>;
}

/**
 * The second way to the figures of a day: everything read again, counted once, without buckets, parts or merging. What it
 * gives must equal what the rollup has stored; whatever differs is a bug in one of the two. Reads only.
 */
export async function recount(deps: RecountDeps, workspaceId: string, day: string): Promise<Recount | null> {
  const workspace = await deps.workspaces.get(workspaceId);
  if (!workspace) return null;
  const range = dayRange(day, workspace.timeZone);
  const all = withoutSites(await deps.channels.list(workspaceId));
  const connected = new Set(all.filter(({ connectedAt }) => connectedAt < range.to).map(({ id }) => id));
  const ids = [...all.map(({ id }) => id), ...standIns];
  const facts = await Promise.all(ids.map((id) => readFacts(deps, workspaceId, id, day, range)));
  const channels = facts.filter(({ channelId }) => isOfPlatform(channelId));
  return {
    workspace: kpisFromFacts(facts.filter((one) => connected.has(one.channelId) || hasAnything(one))),
    channels: new Map(channels.map((one) => [one.channelId, kpisFromFacts([one])])),
  };
}

async function readFacts(
  { raw, measurements, samples }: RecountDeps,
  workspaceId: string,
  channelId: string,
  day: string,
  { from, to }: { from: number; to: number },
): Promise<ChannelFacts> {
  const measured = await measurements.get(workspaceId, channelId, day);
  const earlier = measured ? await measurements.before(workspaceId, channelId, day, 31) : [];
  const gains: PublicationGain[] = [];
  for (const { id, contentType } of await raw.publications(workspaceId, channelId, from - publicationLifeMs, to)) {
    const [last, previous] = await samples.lastTwo(workspaceId, channelId, id, day);
    if (last?.day !== day) continue;
    gains.push({ contentType, now: last.measurement, before: previous?.measurement ?? null });
  }
  return {
    channelId,
    ...(await raw.talk(workspaceId, channelId, from, to)),
    reviews: await raw.reviews(workspaceId, channelId, from, to),
    leads: await raw.leads(workspaceId, channelId, from, to),
    published: await raw.publications(workspaceId, channelId, from, to),
    measured: measured?.measurement ?? null,
    earlier: earlier.map(({ measurement }) => measurement),
    gains,
  };
}

function hasAnything({ messages, answers, reviews, leads, published, measured, gains }: ChannelFacts): boolean {
  const counted =
    messages.some(({ needsAnswer, negative }) => needsAnswer || negative) ||
    reviews.some(
      ({ needsAnswer, rating, recommends }) => needsAnswer || (rating ?? (recommends === false ? 1 : 5)) < 3,
    );
  return (
    counted || answers.length > 0 || leads.length > 0 || published.length > 0 || measured !== null || gains.length > 0
  );
}
