import { Temporal } from "temporal-polyfill";
import { inZone } from "../kernel/time.ts";
import type { Alert } from "./model.ts";
import { type AlertSettings, isHeldBack } from "./settings.ts";

/** Level 1 is the team: whoever owns the alert, or the managers. Level 2 is the management. */
export const levels = 2;

/** The instant itself, or the end of the quiet hours it falls into, in the workspace's wall clock. */
export function afterQuiet(at: number, { from, to }: AlertSettings["quiet"], zone: string): number {
  const local = inZone(at, zone);
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  const overMidnight = from > to;
  const isQuiet = overMidnight ? time >= from || time < to : time >= from && time < to;
  if (!isQuiet) return at;
  const day = overMidnight && time >= from ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  // A time that comes twice when clocks go back ends them the second time: nobody is woken before the instant itself.
  return day.toPlainDateTime(Temporal.PlainTime.from(to)).toZonedDateTime(zone, { disambiguation: "later" })
    .epochMilliseconds;
}

type Waiting = Pick<Alert, "state" | "side" | "severity" | "level" | "openedAt" | "mailedAt">;

/** By when an alert whose last level was mailed must be acknowledged. */
export const answerByOf = (alert: Pick<Alert, "severity">, mailedAt: number, settings: AlertSettings): number =>
  mailedAt + settings.answerMinutes[alert.severity] * 60_000;

/**
 * When the next level of an alert is to be mailed; `undefined` when none is: it is acknowledged, all levels have been
 * told, or it is an opportunity, of which only the team is told and only where that is wanted. Pure.
 */
export function nextMailAt(alert: Waiting, settings: AlertSettings, zone: string): number | undefined {
  const { state, side, severity, level, openedAt, mailedAt } = alert;
  const most = side === "threat" ? levels : settings.mailOpportunities ? 1 : 0;
  if (state !== "open" || level >= most) return undefined;
  const at = level === 0 ? openedAt : answerByOf(alert, mailedAt ?? openedAt, settings);
  return isHeldBack(settings, severity) ? afterQuiet(at, settings.quiet, zone) : at;
}
