import { useSearchParams } from "wouter-preact";
import type { KpiReport } from "#core/insights/model.ts";
import { addDays, dayOf } from "#core/kernel/time.ts";
import { readKpis } from "../../api/insights.ts";
import { now } from "../../clock.ts";
import { type Loaded, useResource } from "../../resource.ts";
import { me } from "../../session-state.ts";

export const spans = ["7", "28", "90", "365"] as const;
export type Span = (typeof spans)[number];
export const steps = ["week", "month"] as const;
export type Step = (typeof steps)[number];

/** The period and channel on show, kept in the address, with their report. */
export interface Range {
  readonly span: Span;
  readonly from: string;
  readonly to: string;
  /** What a point of a long time covers. */
  readonly by: Step;
  readonly channelId: string | undefined;
  readonly report: Loaded<KpiReport> & { reload: () => void };
  /** The address part that keeps the range when a link is followed. */
  readonly search: string;
  readonly change: (change: { days?: Span; by?: Step; channel?: string | undefined }) => void;
}

/** The last 7, 28, 90 or 365 days up to yesterday in the workspace's zone: a day that still runs would look like a fall. */
export function useRange(): Range {
  const [params, setParams] = useSearchParams();
  const span = spans.find((one) => one === params.get("days")) ?? "28";
  const by = steps.find((one) => one === params.get("by")) ?? "week";
  const channelId = params.get("channel") ?? undefined;
  const to = addDays(dayOf(now.value, me.value?.workspace.timeZone ?? "UTC"), -1);
  const from = addDays(to, 1 - Number(span));
  const report = useResource(`kpis:${from}:${to}:${by}:${channelId ?? "all"}`, () => readKpis(from, to, by, channelId));
  const search = params.size === 0 ? "" : `?${params}`;
  const change: Range["change"] = (next) =>
    setParams((old) => {
      if (next.days) old.set("days", next.days);
      if (next.by) old.set("by", next.by);
      if ("channel" in next) {
        if (next.channel) old.set("channel", next.channel);
        else old.delete("channel");
      }
      return old;
    });
  return { span, by, from, to, channelId, report, search, change };
}
