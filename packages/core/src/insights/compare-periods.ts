import { type Figure, figure, notAvailable } from "../channels/measurement.ts";
import { addDays } from "../kernel/time.ts";
import { eachHeadline, headlinesOf } from "./headlines.ts";
import { mergeDays, noParts } from "./kpi-parts.ts";
import { kpisOf } from "./kpis.ts";
import type { Headline, HeadlineChange, HeadlineFigures, KpiReport } from "./model.ts";
import type { Sheet } from "./ports.ts";
import { type RowOfDays, toldDays } from "./told-days.ts";

/** Two periods by their rows, in order, with all that is known of both. */
export interface Compared {
  readonly now: readonly RowOfDays[];
  readonly before: readonly RowOfDays[];
  /** Every row from the first of the earlier period to the last of the later one. */
  readonly all: readonly RowOfDays[];
  readonly sheet: Sheet;
  readonly today: string;
}

/** The headlines that grow with the length of a period. */
const sums: ReadonlySet<Headline> = new Set(["followersChange", "interactions", "reach", "leads", "negativeFeedback"]);

/** So many days after a message most of the answers to it have come. */
export const daysToAnswer = 3;
/** How many days a headline goes on changing after its own; the share of leads won changes for as long as they are open. */
const ripening: Readonly<Partial<Record<Headline, number>>> = {
  shareAnswered: daysToAnswer,
  medianFirstResponseMs: daysToAnswer,
  shareWithinTarget: daysToAnswer,
  conversionToWon: Infinity,
};

/** Whether a headline of a day may still change much by what happens later, so that it says too little of that day. */
export function isRipening(headline: Headline, lastDay: string, today: string): boolean {
  const wait = ripening[headline] ?? 0;
  return !Number.isFinite(wait) || addDays(lastDay, wait) >= today;
}

/**
 * How the headlines changed from one period to another, like against like: a day counts on neither side while it or its
 * counterpart (the day at the same place of the other period) is still running, is not told by a channel yet, or goes on
 * changing. Sums of unlike numbers of days are brought to the number of the later period. Pure.
 */
export function comparePeriods(compared: Compared): KpiReport["change"] {
  const figuresOf = keptFigures(compared.sheet);
  return eachHeadline((headline) => {
    const kept = keptOf(headline, compared);
    const change = changeOf(headline, kept, figuresOf);
    return { ...change, basis: kept.basis };
  });
}

interface Kept {
  readonly now: readonly RowOfDays[];
  readonly before: readonly RowOfDays[];
  readonly basis: HeadlineChange["basis"];
}

function keptOf(headline: Headline, { now, before, all, sheet, today }: Compared): Kept {
  const told = toldDays(headline, sheet, all);
  const isSettled = ({ key, length }: RowOfDays) => !isRipening(headline, addDays(key, length - 1), today);
  const isKept = (row: RowOfDays, counterpart: RowOfDays | undefined) =>
    [row, counterpart].every((one) => !one || (told.has(one.key) && isSettled(one)));
  const kept = now.filter((row, at) => isKept(row, before[at]));
  const basis = kept.length === now.length ? "whole" : headline in ripening ? "settled" : "told";
  return { now: kept, before: before.filter((row, at) => isKept(row, now[at])), basis };
}

const unlike = { difference: notAvailable("not-yet"), relative: notAvailable("not-yet") };

function changeOf(headline: Headline, kept: Kept, figuresOf: (rows: readonly RowOfDays[]) => HeadlineFigures) {
  const [days, daysBefore] = [lengthOf(kept.now), lengthOf(kept.before)];
  if (days === 0 || daysBefore === 0) return unlike;
  const [now, before] = [figuresOf(kept.now)[headline], figuresOf(kept.before)[headline]];
  return changeBetween(now, before, sums.has(headline) ? days / daysBefore : 1);
}

/** A figure against the one before it, which is first made so many times as large. */
function changeBetween(now: Figure, before: Figure, stretch: number): { difference: Figure; relative: Figure } {
  if (!now.available) return { difference: now, relative: now };
  if (!before.available) return { difference: before, relative: before };
  const expected = before.value * stretch;
  const difference = now.value - expected;
  const relative = expected === 0 ? notAvailable("no-cases") : figure(difference / Math.abs(expected));
  return { difference: figure(difference), relative };
}

const lengthOf = (rows: readonly RowOfDays[]): number => rows.reduce((sum, { length }) => sum + length, 0);

/** The headlines of some rows together; the same rows are put together once, since most headlines keep them all. */
function keptFigures(sheet: Sheet): (rows: readonly RowOfDays[]) => HeadlineFigures {
  const made = new Map<string, HeadlineFigures>();
  return (rows) => {
    const keys = rows.map(({ key }) => key);
    const name = keys.join();
    const figures = made.get(name) ?? headlinesOf(kpisOf(mergeDays(keys.map((key) => sheet.get(key) ?? noParts))));
    made.set(name, figures);
    return figures;
  };
}
