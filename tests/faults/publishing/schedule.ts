import fc from "fast-check";
import { type Fault, faultKinds } from "./simulation.ts";

/** What the platform does with a visible call. */
export const behaviours = [
  "publishes",
  /** It appears, and the answer gets lost. */
  "silent",
  /** Nothing appears, and nobody can tell. */
  "swallows",
  /** No answer; it appears half a minute later. */
  "late",
  /** It appears, and the connector throws over the answer. */
  "crashes",
  /** It is taken and worked on, and appears by itself when asked after. */
  "works-briefly",
  "works-long",
  /** It is taken and worked on, and refused in the end. */
  "works-and-refuses",
  /** It is taken and appears by itself, but whoever asks after it has lost the access, or is asked to wait. */
  "works-and-cuts",
  "works-and-limits",
  /** It is taken, the answer gets lost, and it appears by itself. */
  "works-silently",
  "transient",
  "limited",
  "cut",
  "refuses",
] as const;
export type Behaviour = (typeof behaviours)[number];

/** What a person does, at an offset from the moment a post is due, ms. */
export interface Act {
  readonly kind: "edit" | "cancel" | "reschedule" | "retry-follow-up" | "cut-channel";
  readonly post: number;
  readonly offsetMs: number;
}

/** The channels of a run. */
export const channelNames = ["chan_1", "chan_2"] as const;
export type ChannelName = (typeof channelNames)[number];

export interface PlannedPost {
  readonly channels: readonly ChannelName[];
  readonly media: number;
  /** Parts of the thread that follows it, the first of which has a file; all of them say the same. */
  readonly parts: number;
  readonly comment: boolean;
  /** Whether it has a link, which is shortened for the channel. */
  readonly link: boolean;
  /** From the start; 0 asks for "now". */
  readonly dueInMs: number;
  /** Says the same as the first post, by itself. */
  readonly twin?: boolean;
}

/** All that chance decides in a run. The same schedule is the same run. */
export interface Schedule {
  /** Interleaves the calls; 0 makes all latencies alike. */
  readonly jitter: number;
  readonly posts: readonly PlannedPost[];
  /** For the visible calls, be it of posts or of what follows them, in order; afterwards each one publishes. */
  readonly platform: readonly Behaviour[];
  /** Whether the platform refuses a text that it shows already. */
  readonly refusesTwins: boolean;
  /** For the looks, in order; afterwards each one sees. */
  readonly looks: readonly ("sees" | "blind" | "limited")[];
  /** For the tokens, in order of use; afterwards each one can be unsealed. */
  readonly tokens: readonly ("opens" | "sealed")[];
  /** How long something is there before a look sees it, ms. */
  readonly findLagMs: number;
  readonly acts: readonly Act[];
  readonly faults: readonly Fault[];
  /** Sends that arrive twice: which, and how much later the second time, ms. */
  readonly duplicates: readonly { readonly send: number; readonly laterMs: number }[];
}

/** A schedule in which nothing goes wrong: one text for one channel, handed out by the tick. */
export const plainSchedule: Schedule = {
  jitter: 0,
  posts: [{ channels: ["chan_1"], media: 0, parts: 0, comment: false, link: false, dueInMs: 240_000 }],
  platform: [],
  refusesTwins: false,
  looks: [],
  tokens: [],
  findLagMs: 0,
  acts: [],
  faults: [],
  duplicates: [],
};

const oneOf = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const few = <T>(each: fc.Arbitrary<T>, maxLength: number) => fc.array(each, { maxLength, size: "max" });

/** About how many calls the functions of each name make in a run. */
const callsOf = { publish: 60, settle: 30, tick: 60, api: 40 };
const aFault = (by: string, max: number): fc.Arbitrary<Fault> =>
  fc.record({ by: fc.constant(by), call: fc.integer({ min: 1, max }), kind: oneOf(...faultKinds) });

const someChannels = oneOf<readonly ChannelName[]>(["chan_1"], ["chan_1", "chan_2"]);
const somePosts: fc.Arbitrary<readonly PlannedPost[]> = fc.array(
  fc.record({
    channels: someChannels,
    media: fc.nat(2),
    parts: oneOf(0, 0, 1, 2),
    comment: fc.boolean(),
    link: fc.boolean(),
    dueInMs: oneOf(240_000, 0, 20_000, 90_000, 700_000),
  }),
  { minLength: 1, maxLength: 2, size: "max" },
);

/** More posts within a minute than the pace of a channel lets through at once. */
export const aCrowd: fc.Arbitrary<readonly PlannedPost[]> = fc
  .tuple(
    oneOf(240_000, 0, 90_000),
    fc.array(fc.tuple(someChannels, fc.nat(1), oneOf(0, 0, 10_000, 50_000)), {
      minLength: 3,
      maxLength: 6,
      size: "max",
    }),
  )
  .map(([dueInMs, crowd]) =>
    crowd.map(([channels, media, laterMs]) => ({
      ...{ channels, media, parts: 0, comment: false, link: false },
      dueInMs: dueInMs + laterMs,
    })),
  );

/** Posts that say the same on one channel, at about the same time. */
const twins: fc.Arbitrary<readonly PlannedPost[]> = fc
  .tuple(oneOf(240_000, 0, 90_000), fc.boolean(), fc.array(oneOf(0, 0, 1_000, 20_000), { minLength: 1, maxLength: 2 }))
  .map(([dueInMs, comment, laterMs]) => {
    const first: PlannedPost = { channels: ["chan_1"], media: 0, parts: 0, comment, link: false, dueInMs };
    return [
      first,
      ...laterMs.map((ms) => ({ ...first, comment: false, dueInMs: dueInMs === 0 ? 0 : dueInMs + ms, twin: true })),
    ];
  });

/** Any schedule; what fails shrinks to few faults, few acts, a plain platform and no jitter. */
export const anySchedule: fc.Arbitrary<Schedule> = fc.record({
  jitter: fc.nat(0x7fffffff),
  posts: fc.oneof(
    { weight: 4, arbitrary: somePosts },
    { weight: 1, arbitrary: aCrowd },
    { weight: 1, arbitrary: twins },
  ),
  platform: few(oneOf(...behaviours), 5),
  refusesTwins: fc.boolean(),
  looks: few(oneOf("sees", "sees", "blind", "limited"), 4),
  tokens: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, few(oneOf("opens", "sealed"), 4)),
  findLagMs: oneOf(0, 15_000, 45_000),
  acts: few(
    fc.record({
      kind: oneOf("edit", "cancel", "reschedule", "retry-follow-up", "cut-channel"),
      post: fc.nat(1),
      offsetMs: fc.oneof(fc.integer({ min: -6_000, max: 3_000 }), fc.integer({ min: -60_000, max: 400_000 })),
    }),
    3,
  ),
  faults: few(fc.oneof(...Object.entries(callsOf).map(([by, max]) => aFault(by, max))), 4),
  duplicates: few(fc.record({ send: fc.integer({ min: 1, max: 8 }), laterMs: oneOf(0, 300, 3_000, 124_000) }), 3),
});
