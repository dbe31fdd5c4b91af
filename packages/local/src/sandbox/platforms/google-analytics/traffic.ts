import { createHash } from "node:crypto";
import { addDays, dayOf, dayRange } from "#core/kernel/time.ts";
import type { Origin, Property } from "./model.ts";
import type { World } from "./world.ts";

/** What visits of one origin did on a day. */
export interface TrafficRow extends Origin {
  readonly day: string;
  readonly sessions: number;
  readonly engaged: number;
  readonly keyEvents: number;
  readonly newUsers: number;
  /** Whole units of the property's currency. */
  readonly revenue: number;
}

/** Where visits come from by themselves, and about how many on a day: also what is none of social. */
const usual: readonly (Origin & { readonly sessions: number })[] = [
  origin("Organic Social", 21, "facebook", "social"),
  origin("Organic Social", 9, "l.facebook.com", "referral"),
  origin("Organic Social", 6, "m.facebook.com", "referral"),
  origin("Organic Social", 16, "instagram", "social"),
  origin("Organic Social", 7, "l.instagram.com", "referral"),
  origin("Organic Social", 2, "t.co", "referral"),
  origin("Paid Social", 12, "facebook", "paid_social", "autumn-menu"),
  origin("Organic Video", 4, "youtube.com", "referral"),
  origin("Organic Search", 64, "google", "organic"),
  origin("Direct", 38, "(direct)", "(none)"),
  origin("Email", 8, "newsletter", "email", "autumn-menu"),
];

function origin(group: string, sessions: number, source: string, medium: string, campaign = "(not set)") {
  return { group, sessions, source, medium, campaign, content: "(not set)" };
}

/** Saturday and Sunday bring guests to the café and to its site. */
const byWeekday = [1.25, 0.8, 0.85, 0.9, 1, 1.15, 1.4];
/** Google has counted so much of the day that runs, of the one before and of the one before that. */
const countedOf = [0.55, 0.9, 0.97];

/**
 * What a property saw from one day to another: the same for the same day, and growing slowly with the months. Links that
 * were published on the played platforms bring visits for a week. The newest days are counted in part, so that asking again
 * corrects them.
 */
export function trafficOf(world: World, property: Property, from: string, to: string): TrafficRow[] {
  const { timeZone, id, createdAt } = property;
  const now = world.clock.nowMs();
  const today = dayOf(now, timeZone);
  const born = dayOf(createdAt, timeZone);
  const added = world.added.list(({ propertyId }) => propertyId === id);
  const quiet = world.currentSettings().quiet;
  const links = world.links().map((link) => ({ ...link, day: dayOf(link.at, timeZone) }));
  const rows: TrafficRow[] = [];
  for (let day = from > born ? from : born; day <= to && day <= today; day = addDays(day, 1)) {
    const counted = countedOf[ageOf(day, today)] ?? 1;
    const grown = 1 + ageOf(born, day) / 900;
    const weekday = byWeekday[new Date(dayRange(day, "UTC").from).getUTCDay()] ?? 1;
    for (const one of quiet ? [] : usual) {
      const luck = 0.6 + 0.8 * chance(id, day, one.source, one.medium);
      rows.push(rowOf(one, day, Math.round(one.sessions * luck * weekday * grown * counted)));
    }
    for (const link of links) {
      const age = ageOf(link.day, day);
      if (age < 0 || age > 6) continue;
      const sessions = Math.round((24 * (0.5 + chance(id, link.content, link.source))) / 2 ** age);
      rows.push(rowOf({ ...named(link), group: "Organic Social" }, day, Math.round(sessions * counted)));
    }
    for (const one of added.filter((it) => it.day === day)) rows.push(rowOf(one, day, one.sessions));
  }
  return rows.filter(({ sessions }) => sessions > 0);
}

function rowOf({ source, medium, campaign, content, group }: Origin, day: string, sessions: number): TrafficRow {
  const bought = chance(day, source, campaign) < 0.4 ? Math.floor(sessions / 15) : 0;
  return {
    ...{ source, medium, campaign, content, group, day, sessions },
    engaged: Math.round(sessions * (0.5 + 0.3 * chance(source, medium))),
    keyEvents: bought,
    newUsers: Math.round(sessions * 0.6),
    revenue: bought * 345.5,
  };
}

const named = ({ source, medium, campaign, content }: Omit<Origin, "group">) => ({
  source,
  medium: medium || "(not set)",
  campaign: campaign || "(not set)",
  content: content || "(not set)",
});

/** A number from 0 to 1 that is always the same for the same words. */
const chance = (...words: string[]): number =>
  (createHash("sha256").update(words.join("\u0000")).digest()[0] ?? 0) / 255;

const ageOf = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
