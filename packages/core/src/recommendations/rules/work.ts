import { type Durations, durationCount, median, quantileMs } from "../../insights/index.ts";
import { type Rule, recommend } from "../facts.ts";
import type { Proposal } from "../model.ts";

const dayMs = 86_400_000;

/** Questions with a target from which anything is said of how a channel answers. */
const neededQuestions = 20;
/** A channel whose share in time may well be this is left in peace. */
const goodShare = 0.8;

/** A channel that answers too few questions within its target: even the upper end of the share's interval is too low. */
export const answersLate: Rule = (facts) =>
  facts.channels
    .flatMap(({ channel, response: { targeted, within, durations } }) => {
      if (targeted < neededQuestions) return [];
      const high = wilsonUpper(within, targeted);
      if (high >= goodShare) return [];
      return [{ channel, targeted, within, share: within / targeted, high, durations }];
    })
    .sort((a, b) => a.high - b.high)
    .map(({ channel, targeted, within, share, high, durations }) =>
      recommend(facts, [channel.id], {
        rule: "answers-late",
        channelId: channel.id,
        params: { targeted, within, share, high, good: goodShare },
        cases: targeted,
        neededCases: neededQuestions,
        proposal: reachableTarget(channel.id, targeted, durations),
      }),
    );

/** Targets that people promise, minutes of open time; a longer one is no promise. */
const promises = [15, 30, 60, 120, 180, 240, 360, 480, 720];

/** The shortest promise that would have been kept for a good share of the questions; a task where none would. */
function reachableTarget(channelId: string, targeted: number, durations: Durations): Proposal {
  const answered = durationCount(durations);
  const share = (goodShare * targeted) / Math.max(1, answered);
  const took = share <= 1 ? quantileMs(durations, share) : null;
  const minutes = took === null ? undefined : promises.find((one) => one * 60_000 >= took);
  return minutes === undefined ? { kind: "task" } : { kind: "response-target", channelId, minutes };
}

/** The upper end of the 95 % interval of a share (Wilson 1927, J Am Stat Assoc 22:209). */
function wilsonUpper(hits: number, of: number): number {
  const z = 1.96;
  const share = hits / of;
  const root = Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return (share + z ** 2 / (2 * of) + z * root) / (1 + z ** 2 / of);
}

/** Slots of a week from which anything is said of how they are filled. */
const neededSlots = 3;

/** A channel of whose slots in the next seven days half or more are free. */
export const slotsEmpty: Rule = (facts) =>
  facts.channels
    .flatMap(({ channel, slotTimes, coming }) => {
      const taken = new Set(coming);
      const slots = slotTimes.filter((at) => at > facts.now);
      const free = slots.filter((at) => !taken.has(at)).length;
      return slots.length < neededSlots || free * 2 < slots.length ? [] : [{ channel, slots: slots.length, free }];
    })
    .sort((a, b) => b.free - a.free)
    .map(({ channel, slots, free }) =>
      recommend(facts, [channel.id], {
        rule: "slots-empty",
        channelId: channel.id,
        params: { slots, free },
        cases: slots,
        neededCases: neededSlots,
        proposal: { kind: "draft", channelId: channel.id },
      }),
    );

/** Posts from which it is known how often a channel posts. */
const neededPosts = 8;
/** Silence is told when it is so many times the usual, and so many days. */
const timesUsual = 3;
const leastSilentDays = 4;
/** Nothing is said when something goes out so soon. */
const soonMs = 2 * dayMs;

/** A channel that has been silent for three times as long as it usually is, with nothing about to go out. */
export const postingGap: Rule = (facts) =>
  facts.channels.flatMap(({ channel, results, coming }) => {
    const times = results.map(({ publishedAt }) => publishedAt).sort((a, b) => a - b);
    const last = times.at(-1);
    if (last === undefined || times.length < neededPosts) return [];
    const usualMs = median(times.slice(1).map((at, index) => at - (times[index] ?? at)));
    const silentMs = facts.now - last;
    if (silentMs < leastSilentDays * dayMs || silentMs < timesUsual * usualMs) return [];
    if (coming.some((at) => at > facts.now && at - facts.now < soonMs)) return [];
    return [
      recommend(facts, [channel.id], {
        rule: "posting-gap",
        channelId: channel.id,
        params: {
          silentDays: Math.floor(silentMs / dayMs),
          usualDays: Math.max(1, Math.round(usualMs / dayMs)),
          posts: times.length,
        },
        cases: times.length,
        neededCases: neededPosts,
        proposal: channel.slots.length > 0 ? { kind: "draft", channelId: channel.id } : { kind: "task" },
      }),
    ];
  });
