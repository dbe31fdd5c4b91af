import { Temporal } from "temporal-polyfill";
import { daysIn, type KpiReport } from "../../insights/index.ts";
import { addDays } from "../../kernel/time.ts";
import type { Period, ReportKind } from "../model.ts";

/**
 * What a period is compared with: a day with the same weekday a week ago (a Monday is no Sunday), a whole month with the
 * month before it, whatever their lengths, anything else with as many days just before it.
 */
export function comparedWith(kind: ReportKind, { from, to }: Period): Period {
  const length = daysIn(from, to);
  if (kind === "daily" && length <= 7) return { from: addDays(from, -7), to: addDays(to, -7) };
  const first = Temporal.PlainDate.from(from);
  if (kind === "monthly" && first.day === 1 && length === first.daysInMonth) {
    const before = first.subtract({ months: 1 });
    return { from: before.toString(), to: before.with({ day: before.daysInMonth }).toString() };
  }
  return { from: addDays(from, -length), to: addDays(from, -1) };
}

/** Whether a period and the one it is compared with differ in length, so that sums are compared per day. */
export const isPerDay = ({ from, to, before }: KpiReport): boolean =>
  daysIn(from, to) !== daysIn(before.from, before.to);
