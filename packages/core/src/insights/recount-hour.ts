import { hourSlice } from "./channel-day.ts";
import { converge } from "./converge.ts";
import { countEvents, readEvents, timesOf } from "./count-events.ts";
import { hourRange, minuteOf, minuteRange } from "./hours.ts";
import { mergeScopes } from "./kpi-parts.ts";
import type { Buckets, DirtyMarks, HourKey, RawEvents, Slice } from "./ports.ts";

/** An hour with more events than this is split into its minutes, and stays so. */
export const eventsOfQuietHour = 60;

export interface RecountHourDeps {
  readonly marks: Pick<DirtyMarks, "take">;
  readonly raw: RawEvents;
  readonly buckets: Pick<Buckets, "slices" | "minutes">;
}

/**
 * Recounts an hour of a channel from raw events: whole while it is quiet; once much happens in it, only the minutes that
 * its mark names (all of them when it has no mark, for then nobody knows), so that an event costs the same on a channel
 * with a thousand a day and on one with a hundred thousand. The hour is said to be split before its minutes are counted:
 * a slower worker that counted it whole then cannot write over them, and one that comes in between counts all of them.
 */
export async function recountHour(deps: RecountHourDeps, key: HourKey, zone: string): Promise<void> {
  const { workspaceId, channelId, day, hour } = key;
  const dirty = await deps.marks.take(key);
  const recount = async (current: Slice | null): Promise<Slice> => {
    if (!current || current.byMinutes === "no") return countWhole(deps.raw, key, zone);
    const minutes = current.byMinutes === "yes" && dirty ? dirty : await minutesOf(deps, key, zone);
    await Promise.all(minutes.map((minute) => recountMinute(deps, key, minute, zone)));
    const counted = await deps.buckets.minutes.ofHour(key);
    return { parts: mergeScopes([...counted.values()]), byMinutes: "yes" };
  };
  const slice = { workspaceId, channelId, day, slice: hourSlice(hour) };
  const { byMinutes } = await converge(deps.buckets.slices, slice, recount);
  if (byMinutes === "begun") await converge(deps.buckets.slices, slice, recount);
}

async function countWhole(raw: RawEvents, key: HourKey, zone: string): Promise<Slice> {
  const rows = await readEvents(raw, key, hourRange(key.day, key.hour, zone));
  return { parts: countEvents(rows), byMinutes: timesOf(rows).length > eventsOfQuietHour ? "begun" : "no" };
}

/** The minutes of an hour that have events or were thought to have some. */
async function minutesOf({ raw, buckets }: RecountHourDeps, key: HourKey, zone: string): Promise<readonly number[]> {
  const [rows, counted] = await Promise.all([
    readEvents(raw, key, hourRange(key.day, key.hour, zone)),
    buckets.minutes.ofHour(key),
  ]);
  return [...new Set([...counted.keys(), ...timesOf(rows).map((at) => minuteOf(at, zone))])];
}

async function recountMinute(
  { raw, buckets }: RecountHourDeps,
  { workspaceId, channelId, day, hour }: HourKey,
  minute: number,
  zone: string,
): Promise<void> {
  const range = minuteRange(day, hour, minute, zone);
  await converge(buckets.minutes, { workspaceId, channelId, day, hour, minute }, async () =>
    countEvents(await readEvents(raw, { workspaceId, channelId }, range)),
  );
}
