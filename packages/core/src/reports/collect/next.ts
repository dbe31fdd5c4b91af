import type { Channel } from "../../channels/connected/index.ts";
import { addDays } from "../../kernel/time.ts";
import { type Publication, slotTimes } from "../../publishing/index.ts";
import type { ReportNext } from "../content.ts";
import type { ReportKind } from "../model.ts";

/** How far a report looks ahead, days with today. */
export const daysAhead: Readonly<Record<ReportKind, number>> = { daily: 1, weekly: 7, monthly: 30, quarterly: 90 };

/** What is planned from now until the end of a day, and which times of the posting schedules are still free. */
export function nextOf(
  channels: readonly Channel[],
  coming: readonly Publication[],
  { now, today, until, timeZone }: { now: number; today: string; until: string; timeZone: string },
): ReportNext {
  const names = new Map(channels.map(({ id, name }) => [id, name]));
  const scheduled = coming.filter(({ state }) => state === "scheduled");
  const taken = new Set(scheduled.map(({ channelId, dueAt }) => `${channelId} ${dueAt}`));
  const slots = channels.flatMap(({ id, slots: weekly }) =>
    slotTimes(weekly, timeZone, today, addDays(until, 1)).map(({ dueAt }) => ({ id, dueAt })),
  );
  return {
    until,
    scheduled: scheduled.map(({ dueAt, channelId, content }) => ({
      dueAt,
      channelName: names.get(channelId) ?? "",
      text: content.text,
    })),
    freeSlots: slots.filter(({ id, dueAt }) => dueAt > now && !taken.has(`${id} ${dueAt}`)).length,
  };
}
