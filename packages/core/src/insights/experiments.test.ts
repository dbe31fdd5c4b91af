import { describe, expect, it } from "vitest";
import { aChannel, aPost, member, publishingWorld } from "#tests/support/publishing-world.ts";
import { figure } from "../channels/measurement.ts";
import { createExperiment, type Experiment, type Experiments, type Post } from "../content/index.ts";
import { addDays, dayOf } from "../kernel/time.ts";
import { handlePublishMessage, scheduleExperiment } from "../publishing/index.ts";
import { aSample } from "./fixtures/world.ts";
import type { PublicationSample } from "./ports.ts";
import { readExperiments } from "./read-experiments.ts";

const zone = "Europe/Kyiv";
const dayMs = 86_400_000;

async function aWorld(post: Partial<Post> = {}) {
  const world = publishingWorld();
  world.channelItems.set("chan_1", aChannel());
  await world.posts.create(aPost(post));
  const stored = new Map<string, Experiment>();
  const experiments: Experiments = {
    get: async (_, id) => stored.get(id) ?? null,
    create: async (one) => !stored.has(one.id) && Boolean(stored.set(one.id, one)),
    list: async () => [...stored.values()],
    remove: async (_, id) => void stored.delete(id),
  };
  const samples = new Map<string, PublicationSample[]>();
  const deps = {
    ...world.deps,
    experiments,
    samples: {
      lastTwo: async (_w: string, _c: string, id: string, day: string) =>
        (samples.get(id) ?? [])
          .filter((one) => one.day <= day)
          .slice(-2)
          .reverse(),
    },
  };
  /** What the platform tells of a publication on the `age`-th day after it appeared. */
  const measured = async (publicationId: string, age: number, interactions: number, reach: number) => {
    const { publishedAt = 0 } = await world.publication(publicationId);
    const measurement = { ...zeroes(), reach: figure(reach), comments: figure(interactions) };
    const sample = { publicationId, day: addDays(dayOf(publishedAt, zone), age), measuredAt: 1, measurement };
    samples.set(publicationId, [...(samples.get(publicationId) ?? []), sample]);
  };
  return { ...world, deps, stored, measured };
}

const zeroes = () => {
  const none = figure(0);
  return aSample({
    reach: none,
    views: none,
    reactions: none,
    comments: none,
    shares: none,
    saves: none,
    clicks: none,
  });
};

const input = { postId: "post_1", channelId: "chan_1", gapDays: 7 as const, change: { text: "Осіннє меню вже тут!" } };

describe("making a test", () => {
  it("pairs the post with a copy that shows the change on that channel alone, to be approved on its own", async () => {
    const world = await aWorld({ variants: { chan_1: { link: "https://lystok.example/menu" } } });
    const made = await createExperiment(world.deps, member("author"), input);
    if (!made.ok) throw new Error(made.error.code);
    expect(await world.posts.get("ws_1", made.value.b)).toMatchObject({
      state: "draft",
      base: { text: "Осіннє меню вже тут!", link: "https://lystok.example/menu", mediaIds: [] },
      channelIds: ["chan_1"],
      variants: {},
    });
  });

  it.each([
    ["nothing differs", input.channelId, { text: "Осіннє меню" }, {}, "experiment-without-change"],
    ["the post is not for the channel", "chan_2", { text: "Інше" }, {}, "unknown-channel"],
    ["the post is on the calendar", "chan_1", { text: "Інше" }, { state: "scheduled" as const }, "post-state-refuses"],
    ["a file does not exist", "chan_1", { mediaIds: ["asset_9"] }, {}, "unknown-asset"],
  ])("is refused when %s, and nothing is stored", async (_, channelId, change, post, code) => {
    const world = await aWorld(post);
    const made = await createExperiment(world.deps, member(), { ...input, channelId, change });
    expect(made).toMatchObject({ ok: false, error: { code } });
    expect(world.stored.size).toBe(0);
    expect(world.posts.all()).toHaveLength(1);
  });

  it("is refused the second time, and for a viewer", async () => {
    const world = await aWorld();
    await createExperiment(world.deps, member(), input);
    expect(await createExperiment(world.deps, member(), input)).toMatchObject({ error: { code: "experiment-exists" } });
    expect(await createExperiment(world.deps, member("viewer"), input)).toMatchObject({ error: { kind: "forbidden" } });
  });
});

async function running() {
  const world = await aWorld();
  const made = await createExperiment(world.deps, member(), input);
  if (!made.ok) throw new Error(made.error.code);
  const { id, b } = made.value;
  const copy = await world.posts.get("ws_1", b);
  if (!copy) throw new Error("no copy");
  await world.posts.save({ ...copy, state: "approved" });
  const scheduled = await scheduleExperiment(world.deps, member(), {
    experimentId: id,
    when: { at: "2026-11-24T18:00" },
  });
  if (!scheduled.ok) throw new Error(scheduled.error.code);
  const [one, other] = scheduled.value.map(({ publication }) => publication);
  if (!one || !other) throw new Error("two publications");
  return { world, one, other };
}

describe("a test on the calendar", () => {
  it("shows both variants at the same time of day, a week apart", async () => {
    const { one, other } = await running();
    expect(new Date(one.dueAt).toISOString()).toBe("2026-11-24T16:00:00.000Z");
    expect(other.dueAt - one.dueAt).toBe(7 * dayMs);
  });

  it("does not begin before both variants are approved", async () => {
    const world = await aWorld();
    const made = await createExperiment(world.deps, member(), input);
    if (!made.ok) throw new Error(made.error.code);
    const when = { at: "2026-11-24T18:00" };
    const scheduled = await scheduleExperiment(world.deps, member(), { experimentId: made.value.id, when });
    expect(scheduled).toMatchObject({ ok: false, error: { code: "post-not-approved" } });
    expect(world.publications.all()).toEqual([]);
  });

  it("compares at the same age, in the end at seven days, with sample sizes and an interval", async () => {
    const { world, one, other } = await running();
    for (const publication of [one, other]) {
      world.clock.set(publication.dueAt);
      const message = {
        kind: "publish" as const,
        workspaceId: "ws_1",
        publicationId: publication.id,
        at: publication.dueAt,
      };
      await handlePublishMessage(world.deps, message);
    }
    await world.measured(one.id, 2, 20, 900);
    await world.measured(one.id, 14, 400, 9000);
    await world.measured(other.id, 2, 60, 900);
    world.clock.advance(2.5 * dayMs);
    const early = await readExperiments(world.deps, member("viewer"));
    expect(early).toMatchObject({
      ok: true,
      value: [{ stage: "running", comparedAtDays: 2, sameHour: true, a: { interactions: 20, reach: 900 } }],
    });
    await world.measured(one.id, 7, 40, 1000);
    await world.measured(other.id, 7, 90, 1100);
    world.clock.advance(30 * dayMs);
    const late = await readExperiments(world.deps, member());
    expect(late).toMatchObject({ ok: true, value: [{ stage: "final", comparedAtDays: 7, b: { interactions: 90 } }] });
  });

  it("says that it is being prepared, and compares nothing, before both are published", async () => {
    const { world } = await running();
    const read = await readExperiments(world.deps, member());
    expect(read).toMatchObject({
      value: [{ stage: "running", comparedAtDays: null, comparison: null, sameHour: null }],
    });
  });
});
