import type { Workspaces } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import { dayRange } from "../kernel/time.ts";
import { measuredSlice } from "./channel-day.ts";
import { converge } from "./converge.ts";
import { readEvents, timesOf } from "./count-events.ts";
import { countMeasurements, lookBackDays, type MeasuredDay, publicationLifeMs } from "./count-measurements.ts";
import { hourOf } from "./hours.ts";
import { mergeUp } from "./merge-up.ts";
import type { RollupMessage } from "./messages.ts";
import { isOfPlatform } from "./model.ts";
import type { Buckets, DayKey, DirtyMarks, Measurements, PublicationSamples, RawEvents, Slice } from "./ports.ts";
import { recountHour } from "./recount-hour.ts";

export interface RollupDeps {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly channels: Pick<Channels, "list">;
  readonly marks: Pick<DirtyMarks, "take">;
  readonly raw: RawEvents;
  readonly measurements: Pick<Measurements, "get" | "before">;
  readonly samples: Pick<PublicationSamples, "lastTwo">;
  readonly buckets: Buckets;
}

/**
 * Recounts what a message names and everything that depends on it: the hour from raw events (or the whole day, which
 * also heals hours whose mark was lost), then the channel's day, then the workspace's day. Idempotent; any number may
 * run at once. The mark is taken away before the recount, so that an event that comes in meanwhile marks anew.
 */
export async function handleRollupMessage(deps: RollupDeps, message: RollupMessage): Promise<void> {
  const { workspaceId, channelId, day, hour } = message;
  const workspace = await deps.workspaces.get(workspaceId);
  if (!workspace) return;
  const key: DayKey = { workspaceId, channelId, day };
  if (hour === undefined) {
    await recountDayHours(deps, key, workspace.timeZone);
    if (isOfPlatform(channelId)) await recountMeasured(deps, key, workspace.timeZone);
  } else {
    await recountHour(deps, { ...key, hour }, workspace.timeZone);
  }
  await mergeUp(deps, key, workspace.timeZone);
}

/**
 * Recounts every hour of the day that has, or is thought to have, events. A day on which much happened is too large to
 * be read at once: all its hours are recounted.
 */
async function recountDayHours(deps: RollupDeps, key: DayKey, zone: string): Promise<void> {
  const slices = await deps.buckets.slices.ofDay(key);
  const isBusy = [...slices.values()].some(({ byMinutes }) => byMinutes !== "no");
  const hours = isBusy ? hoursOf(key.day, zone) : await eventfulHours(deps, key, zone, slices);
  for (const hour of hours) await recountHour(deps, { ...key, hour }, zone);
}

async function eventfulHours(
  { raw }: RollupDeps,
  key: DayKey,
  zone: string,
  slices: ReadonlyMap<string, Slice>,
): Promise<ReadonlySet<number>> {
  const rows = await readEvents(raw, key, dayRange(key.day, zone));
  const counted = [...slices.keys()].filter((slice) => slice !== measuredSlice).map(Number);
  return new Set([...counted, ...timesOf(rows).map((at) => hourOf(at, zone).hour)]);
}

function hoursOf(day: string, zone: string): ReadonlySet<number> {
  const { to } = dayRange(day, zone);
  return new Set(Array.from({ length: hourOf(to - 1, zone).hour + 1 }, (_, hour) => hour));
}

async function recountMeasured(deps: RollupDeps, key: DayKey, zone: string): Promise<void> {
  await converge(deps.buckets.slices, { ...key, slice: measuredSlice }, async () => ({
    parts: countMeasurements(await readMeasured(deps, key, zone)),
    byMinutes: "no",
  }));
}

/** What was measured of a channel's day, with what it is compared to. */
export async function readMeasured(
  { raw, measurements, samples }: Pick<RollupDeps, "raw" | "measurements" | "samples">,
  { workspaceId, channelId, day }: DayKey,
  zone: string,
): Promise<MeasuredDay> {
  const { from, to } = dayRange(day, zone);
  const [measured, earlier, published] = await Promise.all([
    measurements.get(workspaceId, channelId, day),
    measurements.before(workspaceId, channelId, day, lookBackDays),
    raw.publications(workspaceId, channelId, from - publicationLifeMs, to),
  ]);
  const publications = await Promise.all(
    published.map(async ({ id, contentType }) => ({
      contentType,
      samples: await samples.lastTwo(workspaceId, channelId, id, day),
    })),
  );
  return { day, measured, earlier, publications };
}
