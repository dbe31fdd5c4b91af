import { type Figure, figure, notAvailable } from "../channels/measurement.ts";
import {
  eachDay,
  firstDay,
  type Headline,
  headlinesBetween,
  headlinesOn,
  isRipening,
  type KpiDays,
  type Sheet,
  toldDays,
  wholeWorkspace,
} from "../insights/index.ts";
import { addDays } from "../kernel/time.ts";
import { type SiteDay, type SiteDays, sessionsByDay, sumBetween } from "../visits/index.ts";
import type { Goal, GoalKpi } from "./model.ts";

/** The figure of a goal in any days that were read: from the KPIs of its channel, or from visits of its site. */
export interface GoalDays {
  /** The first day of which something is known. */
  readonly first: string | undefined;
  /** The figure of some days together, both included. */
  between(from: string, to: string): Figure;
  /** The figure of some days, by which weeks are made up: of a level, by how much it rose on them. */
  on(days: readonly string[]): Figure;
  /** Those of some days of which everybody has told. */
  told(days: readonly string[]): ReadonlySet<string>;
  /** Whether a day's figure is still changing so much that it tells too little. */
  isRipening(day: string, today: string): boolean;
}

export interface GoalFiguresDeps {
  readonly kpiDays: KpiDays;
  readonly siteDays: Pick<SiteDays, "between">;
}

type Aim = Pick<Goal, "workspaceId" | "channelId" | "kpi">;

/** Reads the figures of goals in some days: one query for each channel and one for all sites, however many goals. */
export function goalDaysReader(deps: GoalFiguresDeps, from: string, to: string): (aim: Aim) => Promise<GoalDays> {
  const sheets = new Map<string, Promise<Sheet>>();
  let visits: Promise<readonly SiteDay[]> | undefined;
  return async ({ workspaceId, channelId, kpi }) => {
    if (kpi === "siteVisits") {
      visits ??= deps.siteDays.between(workspaceId, from, to);
      return visitDays(await visits, channelId);
    }
    const sheet = sheets.get(channelId) ?? deps.kpiDays.between(workspaceId, channelId, "day", from, to);
    sheets.set(channelId, sheet);
    return headlineDays(await sheet, kpi);
  };
}

/** A headline in the days of a channel. */
export function headlineDays(rows: Sheet, headline: Headline): GoalDays {
  const daily = headline === "followers" ? "followersChange" : headline;
  return {
    first: firstDay(rows),
    between: (from, to) => headlinesBetween(rows, from, to)[headline],
    on: (days) => headlinesOn(rows, days)[daily],
    told: (days) => toldDays(daily, rows, eachDay(days)),
    isRipening: (day, today) => isRipening(daily, day, today),
  };
}

/** Analytics have counted a day so many days later. */
const countedAfter = 2;

/** Visits from social in the days of a site, or of all of them. */
function visitDays(days: readonly SiteDay[], channelId: string): GoalDays {
  const own = days.filter((day) => channelId === wholeWorkspace || day.channelId === channelId);
  const sessions = sessionsByDay(own);
  const known = (sum: number | null): Figure => (sum === null ? notAvailable("not-yet") : figure(sum));
  const ofDay = (day: string): number => sessions.get(day) ?? 0;
  return {
    first: own[0]?.day,
    between: (from, to) => known(sumBetween(sessions, from, to)),
    on: (some) => known(some.some((day) => sessions.has(day)) ? some.reduce((sum, day) => sum + ofDay(day), 0) : null),
    told: (some) => new Set(some.filter((day) => sessions.has(day))),
    isRipening: (day, today) => addDays(day, countedAfter) >= today,
  };
}

/** Whether a figure belongs to sites and not to channels that people follow. */
export const isOfSites = (kpi: GoalKpi): boolean => kpi === "siteVisits";
