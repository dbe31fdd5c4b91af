import { describe, expect, it } from "vitest";
import { policy } from "#core/publishing/index.ts";
import { functionCatalog } from "#infra/function-catalog.ts";
import { dopysEngine } from "./engine.ts";
import { naiveEngines } from "./naive/index.ts";
import { firstBreach, playSeed, playSeeds, told } from "./random-runs.ts";
import { type PlannedPost, plainSchedule, type Schedule } from "./schedule.ts";
import { type Fault, faultKinds, type MadeCall } from "./simulation.ts";
import { play } from "./world.ts";

const post: PlannedPost = { channels: ["chan_1"], media: 0, parts: 0, comment: false, link: false, dueInMs: 240_000 };
const courses: Record<string, Partial<Schedule>> = {
  "a text": {},
  "two images with their uploads": { posts: [{ ...post, media: 2 }] },
  "a post for two channels, at once, with a link": {
    posts: [{ ...post, channels: ["chan_1", "chan_2"], link: true, dueInMs: 0 }],
  },
  "a thread with a file and a first comment": { posts: [{ ...post, parts: 2, comment: true }] },
  "a thread of which answers get lost": {
    posts: [{ ...post, parts: 2, comment: true }],
    platform: ["publishes", "silent", "swallows", "works-briefly"],
  },
  "a first comment that is refused": { posts: [{ ...post, comment: true }], platform: ["publishes", "refuses"] },
  "a first comment that is refused, and tried again by a person": {
    posts: [{ ...post, comment: true }],
    platform: ["publishes", "refuses"],
    acts: [{ kind: "retry-follow-up", post: 0, offsetMs: 5_000 }],
  },
  "a post the platform works on": { platform: ["works-briefly"] },
  "a video the platform works on for long": { platform: ["works-long"] },
  "a post whose answer gets lost": { platform: ["silent"], findLagMs: 45_000 },
  "a post that comes late": { platform: ["late"] },
  "a post that the platform swallows": { platform: ["swallows"], refusesTwins: true },
  "a post that is put off": { platform: ["transient", "limited"] },
  "five posts for one channel at once, and one of them for another too": {
    posts: [{ ...post, channels: ["chan_1", "chan_2"] }, post, post, post, post],
  },
  "three posts for a channel that is asked to wait": { posts: [post, post, post], platform: ["limited"] },
  "two posts that say the same, of which one is swallowed": {
    posts: [post, { ...post, twin: true }],
    platform: ["silent", "swallows"],
  },
  "two posts that say the same, and come late": {
    posts: [post, { ...post, twin: true }],
    platform: ["late", "works-silently"],
    findLagMs: 15_000,
  },
  "three posts that say the same, of which the last takes the first one's and leaves its own behind": {
    posts: [post, { ...post, dueInMs: 260_000, twin: true }, { ...post, twin: true }],
    platform: ["works-silently", "limited", "late"],
    findLagMs: 45_000,
    jitter: 112_173_843,
  },
  "a post that is refused": { platform: ["refuses"] },
  "a post of a channel that loses its access while it is worked on": { platform: ["works-and-cuts"] },
  "a post that is edited, canceled and scheduled anew": {
    acts: [
      { kind: "edit", post: 0, offsetMs: -30_000 },
      { kind: "cancel", post: 0, offsetMs: -20_000 },
      { kind: "reschedule", post: 0, offsetMs: -10_000 },
    ],
  },
};

const isQuery = ({ name }: MadeCall): boolean => name === "publications.waiting";

/** The schedule with these faults: the calls it makes, and what it breaks. */
async function run(course: Partial<Schedule>, ...faults: readonly Fault[]) {
  const schedule: Schedule = { ...plainSchedule, ...course, faults };
  const { calls, breaches, posts } = await play(dopysEngine, schedule);
  return {
    calls,
    posts,
    broken: breaches.map(({ invariant, what }) => `${JSON.stringify(faults)} ${invariant}: ${what}`),
  };
}

describe.each(Object.entries(courses))("%s", (_name, course) => {
  it("ends well whatever fault strikes at whatever call", { timeout: 120_000 }, async () => {
    const { calls, broken } = await run(course);
    for (const { by, call } of calls) {
      for (const kind of faultKinds) broken.push(...(await run(course, { by, call, kind })).broken);
    }
    expect(broken).toEqual([]);
  });
});

it("takes for one of two what the platform made of the other neither while it works on it, nor while nobody can ask", async () => {
  const { broken } = await run({
    posts: [post, { ...post, twin: true }],
    platform: ["transient", "works-briefly"],
    tokens: ["opens", "opens", "sealed"],
    refusesTwins: true,
  });
  expect(broken).toEqual([]);
});

it("ends well whatever two faults strike at whatever two calls", { timeout: 120_000 }, async () => {
  const course = courses["two images with their uploads"] ?? {};
  const broken: string[] = [];
  const { calls } = await run(course);
  for (const first of placesOf(calls)) {
    const struck = await run(course, first);
    const after = struck.calls.findIndex(({ by, call }) => by === first.by && call === first.call);
    for (const second of placesOf(struck.calls.slice(after + 1))) {
      broken.push(...(await run(course, first, second)).broken);
    }
  }
  expect(broken).toEqual([]);
});

describe("of two publications that one function works together", () => {
  const two: Partial<Schedule> = { posts: [post, { ...post, channels: ["chan_2"] }] };
  /** When the posts appeared, with a fault at the first such call, ms after both would have without it. */
  const lateness = async (name: string, kind: Fault["kind"]): Promise<readonly number[]> => {
    const plain = await run(two);
    const first = plain.calls.find((each) => each.by === "publish" && each.name === name);
    const { posts, broken } = await run(two, { by: "publish", call: first?.call ?? 0, kind });
    expect(broken).toEqual([]);
    return posts.map(({ at }) => at - (plain.posts[0]?.at ?? 0)).sort((a, b) => a - b);
  };

  it("one appears at its second though the call of the other is slow", async () => {
    const [inTime, slow = 0] = await lateness("platform.post", "slow");
    expect(inTime).toBe(0);
    expect(slow).toBeGreaterThan(15_000);
  });

  it("both are taken on again when the function dies over one of them", async () => {
    const late = await lateness("publications.save", "dies-before");
    expect(late).toHaveLength(2);
    for (const ms of late) expect(ms).toBeGreaterThan(60_000);
  });
});

it("gives a function time for all that one message may need, and a lease that outlives it", () => {
  const patience = functionCatalog.publish.timeoutSeconds * 1000;
  const longestStep = 25_000;
  expect(policy.early + policy.stepBudget + longestStep + 20_000).toBeLessThanOrEqual(patience);
  expect(patience).toBeLessThan(policy.lease);
});

it("publishes what follows a post once a person tries it again", async () => {
  const refused: Partial<Schedule> = { posts: [{ ...post, comment: true }], platform: ["publishes", "refuses"] };
  const posted = async (course: Partial<Schedule>): Promise<number> =>
    (await run(course)).calls.filter(({ name }) => /^platform\.(post|reply)$/.test(name)).length;
  expect(await posted(refused)).toBe(2);
  expect(await posted({ ...refused, acts: [{ kind: "retry-follow-up", post: 0, offsetMs: 5_000 }] })).toBe(3);
});

it("lets a worker that overslept its lease change nothing, although the next one has armed its call", async () => {
  const dueInMs = 263_000;
  const course: Partial<Schedule> = { posts: [{ ...post, media: 1, dueInMs }] };
  const placeOf = (calls: readonly MadeCall[], wanted: string): MadeCall =>
    calls.findLast(({ name }) => name === wanted) ?? { by: "publish", call: 0, name: wanted };
  const freezes: Fault = { ...placeOf((await run(course)).calls, "platform.upload"), kind: "freezes" };
  const slow: Fault = { ...placeOf((await run(course, freezes)).calls, "platform.post"), kind: "slow" };
  const { calls, broken } = await run(course, freezes, slow);
  expect(broken).toEqual([]);
  const made = calls.filter(({ by }) => by === "publish").map(({ name }) => name);
  // The one that wakes tries to record while the other's call is on its way, reads why it can't, and leaves it.
  const whileSlow = made.slice(made.indexOf("platform.post") + 1);
  expect(whileSlow.slice(0, 2)).toEqual(["publications.save", "publications.get"]);
  expect(made.filter((name) => name.startsWith("platform"))).toEqual([
    ...["platform.upload", "platform.upload", "platform.post"],
  ]);
});

it("tells of a post that was found by a worker who died of it, also while its comment is looked for", async () => {
  const course: Partial<Schedule> = {
    jitter: 4,
    posts: [{ ...post, channels: ["chan_1", "chan_2"], comment: true, dueInMs: 240_000 }],
    platform: ["works-and-refuses", "crashes", "swallows"],
    findLagMs: 15_000,
  };
  const saves = (await run(course)).calls.filter(({ by, name }) => by === "settle" && name === "publications.save");
  expect(saves.length).toBeGreaterThan(2);
  for (const { by, call } of saves) {
    expect([call, (await run(course, { by, call, kind: "dies-late" })).broken]).toEqual([call, []]);
  }
});

it("tells of the end of a post although the write of it was sent twice and lost to itself", async () => {
  const course: Partial<Schedule> = {
    posts: [{ ...post, channels: ["chan_1", "chan_2"], dueInMs: 20_000 }],
    tokens: ["sealed"],
    acts: [{ kind: "edit", post: 0, offsetMs: 0 }],
  };
  const saves = (await run(course)).calls.filter(({ by, name }) => by === "publish" && name === "publications.save");
  expect(saves.length).toBeGreaterThan(1);
  for (const { by, call } of saves) {
    expect([call, (await run(course, { by, call, kind: "resent" })).broken]).toEqual([call, []]);
  }
});

/** Every fault at every call, but for the tick's queries: there each fault alone costs a minute, and is tried alone. */
const placesOf = (calls: readonly MadeCall[]): readonly Fault[] =>
  calls
    .filter((call) => !isQuery(call))
    .flatMap(({ by, call }) => pairedKinds.map((kind): Fault => ({ by, call, kind })));
const pairedKinds = ["refused", "lost", "late", "freezes", "dies-before", "dies-after"] as const;

it("ends well in each of 10,000 random schedules", { timeout: 300_000 }, async () => {
  const found: string[] = [];
  const tally = await playSeeds(
    dopysEngine,
    { seed: 1, runs: 10_000 },
    { found: (finding) => found.push(told(finding)) },
  );
  expect(found).toEqual([]);
  expect(tally).toEqual({ schedules: 10_000, doubled: 0, lost: 0, stuck: 0, hurried: 0 });
});

describe.each(naiveEngines)("the naive engine: $engine.name", ({ engine, breaks }) => {
  it("publishes when nothing goes wrong, so that only faults can tell it from a good one", async () => {
    expect((await play(engine, plainSchedule)).breaches).toEqual([]);
  });

  it(`is caught: it breaks "${breaks}"`, async () => {
    const finding = await firstBreach(engine, breaks, { seed: 1, runs: 500 });
    expect(finding?.breaches.map(({ invariant }) => invariant)).toContain(breaks);
    expect((await playSeed(engine, finding?.seed ?? 0))?.schedule).toEqual(finding?.schedule);
  });
});
