import { Temporal } from "temporal-polyfill";
import { dayOf, inZone } from "#core/kernel/time.ts";
import type { Channel } from "../../api/contract.ts";
import { type Draft, emptyDraft, isBlank } from "./draft.ts";

/** What the address asks of a new post: a wall clock or a day, a channel, a campaign. */
export interface Asked {
  readonly at?: string | undefined;
  readonly day?: string | undefined;
  readonly channelId?: string | undefined;
  readonly campaignId?: string | undefined;
}

/** The draft to begin with: what was kept, moved to the time asked for; every channel that works is chosen already. */
export function startDraft(
  kept: Draft | undefined,
  asked: Asked,
  channels: readonly Channel[],
  timeZone: string,
  nowMs: number,
): Draft {
  const draft = kept && !isBlank(kept) ? kept : emptyDraft;
  const known = new Set(channels.map(({ id }) => id));
  const working = channels.filter(({ state }) => state === "connected").map(({ id }) => id);
  const wanted = asked.channelId && known.has(asked.channelId) ? [asked.channelId] : working;
  const chosen = draft.channelIds.filter((id) => known.has(id));
  const at = asked.at ?? (asked.day ? timeOn(asked.day, timeZone, nowMs) : undefined);
  return {
    ...draft,
    channelIds: chosen.length > 0 ? chosen : wanted,
    ...(asked.campaignId ? { campaignId: asked.campaignId } : {}),
    ...(at ? { timing: { kind: "exact", at } } : {}),
  };
}

/** Noon of a day, or, when noon is over, the next full hour. */
export function timeOn(day: string, timeZone: string, nowMs: number): string {
  const noon = Temporal.PlainDate.from(day).toPlainDateTime("12:00");
  const nextHour = inZone(nowMs, timeZone).toPlainDateTime().round({ smallestUnit: "hour", roundingMode: "ceil" });
  const isOver = day === dayOf(nowMs, timeZone) && Temporal.PlainDateTime.compare(nextHour, noon) > 0;
  return (isOver ? nextHour : noon).toString({ smallestUnit: "second" });
}
