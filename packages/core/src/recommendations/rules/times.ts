import type { Slot } from "../../channels/connected/index.ts";
import { type BestTime, bestTimes, type DayKind, fewestInWindow, poorTimes } from "../../insights/index.ts";
import { type Rule, recommend } from "../facts.ts";

const weekdays: Readonly<Record<DayKind, readonly number[]>> = { workdays: [1, 2, 3, 4, 5], weekend: [6, 7] };

/**
 * Hours in which a channel's posts do better and in which its weekly schedule has no slot: move one there from hours in
 * which they surely do worse, or add one.
 */
export const timeUnused: Rule = (facts) =>
  facts.channels.flatMap(({ channel, results }) => {
    const { id: channelId, slots } = channel;
    // A channel without any schedule is not planned by slots, and one more would be the only one.
    if (slots.length === 0) return [];
    const { times } = bestTimes(results, facts.timeZone, facts.now);
    const unused = times.find(
      ({ days, fromHour, toHour }) => !slots.some((slot) => isWithin(slot, days, fromHour, toHour)),
    );
    if (!unused) return [];
    const { days, fromHour, toHour, posts, lift, low, high } = unused;
    const time = `${String(fromHour + 1).padStart(2, "0")}:00`;
    const slot = { weekday: emptiestDay(slots, weekdays[days]), time };
    const poor = poorSlot(slots, poorTimes(results, facts.timeZone, facts.now));
    return [
      recommend(facts, [channelId, days, String(fromHour)], {
        rule: "time-unused",
        channelId,
        params: { days, fromHour, toHour, posts, lift, low, high, ...slot, ...(poor && poorParams(poor.hours)) },
        cases: posts,
        neededCases: fewestInWindow,
        proposal: poor
          ? { kind: "move-slot", channelId, from: poor.slot, slot }
          : { kind: "add-slot", channelId, slot },
      }),
    ];
  });

/** The last slot of the week that stands in the worst of some hours, with these hours. */
const poorSlot = (slots: readonly Slot[], poor: readonly BestTime[]): { slot: Slot; hours: BestTime } | undefined =>
  poor
    .flatMap((hours) => {
      const slot = slots.findLast((one) => isWithin(one, hours.days, hours.fromHour, hours.toHour));
      return slot ? [{ slot, hours }] : [];
    })
    .at(0);

/** What the sentences say of the hours that lose a slot. */
const poorParams = ({ fromHour, toHour, lift, posts }: BestTime) => ({
  poorFromHour: fromHour,
  poorToHour: toHour,
  poorLift: lift,
  poorPosts: posts,
});

const isWithin = ({ weekday, time }: Slot, days: DayKind, fromHour: number, toHour: number): boolean => {
  const hour = Number(time.slice(0, 2));
  return weekdays[days].includes(weekday) && hour >= fromHour && hour < toHour;
};

/** The day with the fewest slots; of several the one in the middle of the week. */
function emptiestDay(slots: readonly Slot[], days: readonly number[]): number {
  const slotsOn = (day: number) => slots.filter(({ weekday }) => weekday === day).length;
  const fromMiddle = (day: number) => Math.abs(day - 3);
  return days.toSorted((a, b) => slotsOn(a) - slotsOn(b) || fromMiddle(a) - fromMiddle(b))[0] ?? 3;
}
