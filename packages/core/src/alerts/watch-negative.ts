import { Temporal } from "temporal-polyfill";
import type { Workspaces } from "../access/index.ts";
import type { Message, Messages } from "../inbox/index.ts";
import type { Buckets } from "../insights/index.ts";
import { addDays, dayOf, inZone } from "../kernel/time.ts";
import type { Evidence } from "./evidence.ts";
import { messageEvidence } from "./message-evidence.ts";
import { alertIdOf } from "./model.ts";
import type { HourlyNorms, NegativeCounts } from "./ports.ts";
import { type RaiseDeps, raiseAlert } from "./raise-alert.ts";
import { burstIn, watchedHours } from "./signals/burst.ts";
import { type CountedDay, type HourlyNorm, hourlyNorm, normDays } from "./signals/hourly-norm.ts";

export interface WatchNegativeDeps extends RaiseDeps {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly messages: Pick<Messages, "listByChannelAndTime">;
  readonly negativeCounts: NegativeCounts;
  readonly hourlyNorms: HourlyNorms;
  readonly slices: Pick<Buckets["slices"], "ofDay">;
}

const hourMs = 3_600_000;
const keptMs = 2 * 24 * hourMs;
/** What is older than this says nothing of now. */
const currentMs = 6 * hourMs;
/** An hour that has so many needs no further counting: what there is to be seen is seen, and its item stays small. */
const mostCounted = 250;
/** The newest of a burst that are looked up when it is first seen. */
const mostEvidence = 200;

/**
 * Counts a negative message or review in its hour, once however often it comes, and raises an alert when the last six hours
 * hold a burst against the channel's own norm. One small write and three small reads; once a day and channel the norm is made
 * anew from the hours that the figures have counted.
 */
export async function watchNegative(
  deps: WatchNegativeDeps,
  workspaceId: string,
  evidence: Evidence,
  { channelId }: Pick<Message, "channelId">,
): Promise<void> {
  const now = deps.clock.nowMs();
  if (now - evidence.at > currentMs) return;
  const workspace = await deps.workspaces.get(workspaceId);
  if (!workspace) return;
  const hour = Math.floor(evidence.at / hourMs);
  const span = Array.from({ length: watchedHours }, (_, index) => hour - watchedHours + 1 + index);
  const counts = [...(await deps.negativeCounts.read(workspaceId, channelId, span))];
  if ((counts.at(-1) ?? 0) < mostCounted) {
    counts[counts.length - 1] = await deps.negativeCounts.add(workspaceId, channelId, hour, evidence.key, now + keptMs);
  }
  const watched = span.map((one, index) => {
    const local = inZone(one * hourMs, workspace.timeZone);
    return { weekday: local.dayOfWeek, hour: local.hour, count: counts[index] ?? 0 };
  });
  const norm = await normOf(deps, workspaceId, channelId, workspace.timeZone, now);
  const burst = burstIn(watched, norm);
  if (!burst) return;
  const from = (hour - burst.hours + 1) * hourMs;
  await raiseAlert(deps, workspaceId, {
    kind: "negative-burst",
    cause: channelId,
    severity: burst.severity,
    channelId,
    params: { usualAnHour: Math.round((100 * burst.expected) / burst.hours) / 100 },
    evidence: await burstEvidence(deps, workspaceId, channelId, from, evidence),
  });
}

/** The channel's norm of today: kept, or made anew from its last four weeks. */
async function normOf(
  { hourlyNorms, slices }: WatchNegativeDeps,
  workspaceId: string,
  channelId: string,
  zone: string,
  now: number,
): Promise<HourlyNorm> {
  const day = dayOf(now, zone);
  const kept = await hourlyNorms.get(workspaceId, channelId);
  if (kept?.day === day) return kept;
  const days = Array.from({ length: normDays }, (_, back) => addDays(day, back - normDays));
  const counted = await Promise.all(
    days.map(async (one): Promise<CountedDay> => {
      const hours = Array.from({ length: 24 }, () => 0);
      for (const [name, { parts }] of await slices.ofDay({ workspaceId, channelId, day: one })) {
        const hour = Math.min(23, Number(name));
        if (Number.isInteger(hour))
          hours[hour] = (hours[hour] ?? 0) + parts.negative.messages + parts.negative.lowReviews;
      }
      return { weekday: Temporal.PlainDate.from(one).dayOfWeek, hours };
    }),
  );
  // Before its first negative message a channel may not have been there at all.
  const firstCounted = counted.findIndex(({ hours }) => hours.some((count) => count > 0));
  const norm = { day, madeAt: now, ...hourlyNorm(firstCounted < 0 ? [] : counted.slice(firstCounted)) };
  await hourlyNorms.put(workspaceId, channelId, norm);
  return norm;
}

/** While this very wave is known already, only what is new; otherwise all negative messages of its hours. */
async function burstEvidence(
  deps: WatchNegativeDeps,
  workspaceId: string,
  channelId: string,
  from: number,
  evidence: Evidence,
): Promise<[Evidence, ...Evidence[]]> {
  const known = await deps.alerts.get(workspaceId, alertIdOf(workspaceId, "negative-burst", channelId));
  if (known && known.state !== "closed" && known.lastSeenAt >= from) return [evidence];
  const messages = await deps.messages.listByChannelAndTime(workspaceId, channelId, from, evidence.at + 1);
  const negative = messages.filter(
    ({ id, own, removed, classification }) =>
      id !== evidence.key &&
      !own &&
      !removed &&
      classification?.sentiment === "negative" &&
      classification.intent !== "spam",
  );
  const [first, ...rest] = [...negative.slice(-mostEvidence).map(messageEvidence), evidence];
  return first ? [first, ...rest] : [evidence];
}
