import { addDays } from "#core/kernel/time.ts";
import type { VisitReport } from "#core/visits/index.ts";

const hryvnias = (minorUnits: number) => ({ minorUnits, currency: "UAH" });

/** Visits of the café's site in a period of so many weeks, as its analytics told them. */
export function cafeVisits(period: { from: string; to: string }, before: { from: string; to: string }): VisitReport {
  const series: VisitReport["series"][number][] = [];
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) {
    series.push({ from: day, to: day, sessions: 58 + ((series.length * 7) % 23) });
  }
  const sessions = series.reduce((sum, point) => sum + (point.sessions ?? 0), 0);
  const sums = (visits: number, engagedShare: number, keyEvents: number) => ({
    sessions: visits,
    engagedShare,
    keyEvents,
    newUsers: Math.round(visits * 0.6),
    revenue: [],
  });
  const part = (share: number) => Math.round(sessions * share);
  return {
    ...period,
    before,
    sites: [
      {
        channelId: "chan_site",
        name: "lystok.example",
        timeZone: "Europe/Warsaw",
        measuredAt: Date.parse(`${period.to}T20:00:00Z`),
        trouble: null,
      },
    ],
    total: { ...sums(sessions, 0.63, 17.5), revenue: [hryvnias(6_045_00)] },
    why: null,
    totalBefore: sums(part(0.85), 0.6, 12),
    change: { difference: sessions - part(0.85), relative: sessions / part(0.85) - 1 },
    step: "day",
    series,
    sources: [
      { source: "facebook", ...sums(part(0.6), 0.64, 11), paid: part(0.1), compared: { now: 6, before: 5 } },
      { source: "instagram", ...sums(part(0.3), 0.61, 5.5), paid: 0, compared: { now: 3, before: 0 } },
      { source: "", ...sums(part(0.1), 0.4, 1), paid: 0, compared: null },
    ],
    campaigns: [
      {
        code: "autumn-menu",
        campaignId: "camp_1",
        name: "Осіннє меню",
        ...sums(part(0.4), 0.7, 9),
        compared: { now: 4, before: 3 },
      },
      { code: "", campaignId: null, name: "", ...sums(part(0.6), 0.6, 8.5), compared: { now: 6, before: 5.5 } },
    ],
    posts: [],
    daysMissing: 1,
    settlingFrom: addDays(period.to, -1),
    withheld: true,
    sampled: false,
  };
}
