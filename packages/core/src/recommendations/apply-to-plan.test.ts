import { describe, expect, it } from "vitest";
import { anAdviceWorld, author, idOf, manager, rulesOf, viewer } from "#tests/support/advice-world.ts";
import { workspaceId } from "../insights/fixtures/world.ts";
import { unwrap } from "../kernel/result.ts";
import { applyToPlan } from "./apply-to-plan.ts";
import { effectsOf } from "./effects.ts";
import { someSlots } from "./fixtures/facts.ts";
import { listRecommendations } from "./list-recommendations.ts";
import { takeBack } from "./take-back.ts";

type World = ReturnType<typeof anAdviceWorld>;
const effectOf = async (world: World, id: string) => {
  const found = unwrap(await listRecommendations(world, manager));
  return (await effectsOf(world, manager, found, await world.channels.list())).get(id);
};
const sunday = { weekday: 7, time: "12:00" };
const tuesday = { weekday: 2, time: "19:00" };

describe("a slot", () => {
  it("is added as it was shown, and exactly it is taken out again", async () => {
    const world = anAdviceWorld();
    const id = await idOf(world, "time-unused");
    expect(await effectOf(world, id)).toEqual({
      kind: "schedule",
      moves: false,
      days: [{ weekday: 2, before: [], after: ["19:00"] }],
    });
    unwrap(await applyToPlan(world, manager, { id }));
    expect(world.slots()).toEqual([someSlots[0], tuesday, ...someSlots.slice(1)]);
    expect(await rulesOf(world)).not.toContain("time-unused");
    await world.channels.setSlots(workspaceId, "chan_1", world.version(), [...world.slots(), sunday]);
    unwrap(await takeBack(world, manager, { id }));
    expect(world.slots()).toEqual([...someSlots, sunday]);
    expect(await rulesOf(world)).toContain("time-unused");
  });

  it("is added once by two clicks at once, and goes by one click", async () => {
    const world = anAdviceWorld();
    const id = await idOf(world, "time-unused");
    const both = await Promise.all([applyToPlan(world, manager, { id }), applyToPlan(world, manager, { id })]);
    expect(both.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect(world.slots().filter(({ weekday }) => weekday === 2)).toEqual([tuesday]);
    unwrap(await takeBack(world, manager, { id }));
    expect(world.slots()).toEqual(someSlots);
    expect(await takeBack(world, manager, { id })).toMatchObject({ error: { code: "not-found" } });
  });

  it("that a colleague added meanwhile is theirs: taking back leaves it", async () => {
    const world = anAdviceWorld();
    const id = await idOf(world, "time-unused");
    await world.channels.setSlots(workspaceId, "chan_1", 1, [...someSlots, tuesday]);
    expect(await effectOf(world, id)).toBeUndefined();
    unwrap(await applyToPlan(world, manager, { id }));
    unwrap(await takeBack(world, manager, { id }));
    expect(world.slots()).toEqual([...someSlots, tuesday]);
  });

  it("is added also when the schedule changes between reading and writing it", async () => {
    const world = anAdviceWorld();
    const id = await idOf(world, "time-unused");
    const { get } = world.channels;
    let races = 1;
    world.channels.get = async (workspace, channelId) => {
      const seen = await get(workspace, channelId);
      if (races-- > 0) await world.channels.setSlots(workspaceId, "chan_1", world.version(), [...someSlots, sunday]);
      return seen;
    };
    unwrap(await applyToPlan(world, manager, { id }));
    expect(world.slots().map(({ weekday }) => weekday)).toEqual([1, 2, 3, 5, 7]);
  });

  it("is nothing that an author decides", async () => {
    const world = anAdviceWorld();
    const id = await idOf(world, "time-unused");
    expect(await applyToPlan(world, author, { id })).toMatchObject({ error: { code: "forbidden" } });
    expect(world.slots()).toEqual(someSlots);
    expect(await rulesOf(world)).toContain("time-unused");
  });
});

describe("a draft of an idea", () => {
  it("is written once for the next free slot, and canceled when it is taken back", async () => {
    const world = anAdviceWorld();
    const id = await idOf(world, "slots-empty");
    // Monday, 9:00 in Kyiv.
    expect(await effectOf(world, id)).toMatchObject({ kind: "draft", at: Date.parse("2026-11-23T07:00:00Z") });
    await Promise.all([applyToPlan(world, author, { id }), applyToPlan(world, author, { id })]);
    const drafts = [...world.stored.values()];
    expect(drafts).toMatchObject([
      { state: "draft", channelIds: ["chan_1"], authorId: "mem_1", base: { text: "", mediaIds: [] }, version: 1 },
    ]);
    expect(drafts[0]?.notes).toMatch(/^Ідея: Заповнити вільні слоти.*\n.*\nНайближчий вільний слот: .*23.*9:00\./s);
    expect(await rulesOf(world)).not.toContain("slots-empty");
    unwrap(await takeBack(world, author, { id }));
    expect([...world.stored.values()].map(({ state }) => state)).toEqual(["canceled"]);
    unwrap(await applyToPlan(world, author, { id }));
    expect([...world.stored.values()].map(({ state }) => state)).toEqual(["draft"]);
    unwrap(await takeBack(world, author, { id }));
    expect([...world.stored.values()].map(({ state }) => state)).toEqual(["canceled"]);
  });

  it("stays when somebody has worked on it", async () => {
    const world = anAdviceWorld();
    const id = await idOf(world, "slots-empty");
    unwrap(await applyToPlan(world, manager, { id }));
    const [draft] = world.stored.values();
    if (!draft) throw new Error("no draft");
    const edited = { at: 1, by: "mem_2", what: "edited" as const };
    await world.posts.save({ ...draft, history: [...draft.history, edited] });
    unwrap(await takeBack(world, manager, { id }));
    expect([...world.stored.values()].map(({ state }) => state)).toEqual(["draft"]);
    expect(await rulesOf(world)).toContain("slots-empty");
  });

  it("is nothing that a viewer writes", async () => {
    const world = anAdviceWorld();
    const id = await idOf(world, "slots-empty");
    expect(await applyToPlan(world, viewer, { id })).toMatchObject({ error: { code: "forbidden" } });
    expect(world.stored.size).toBe(0);
  });
});

describe("a response target", () => {
  /** Forty questions: 32 answered after 5 open hours, the others after a day. */
  function lateWorld() {
    const world = anAdviceWorld();
    const hour = 3_600_000;
    const ms = Array.from({ length: 40 }, (_, at) => (at < 32 ? 5 : 20) * hour);
    Object.assign(world.answers, { targeted: 40, within: 4, ms });
    return world;
  }
  const ownTargets = (world: World) =>
    world.responseTargets.list().then((all) => all.at(-1)?.targets.channels.map(({ targetMinutes }) => targetMinutes));

  it("is set for the channel alone, shown before, and set back", async () => {
    const world = lateWorld();
    const id = await idOf(world, "answers-late");
    expect(await effectOf(world, id)).toEqual({ kind: "target", before: 240, after: 360 });
    await Promise.all([applyToPlan(world, manager, { id }), applyToPlan(world, manager, { id })]);
    expect(await ownTargets(world)).toEqual([360]);
    expect(await effectOf(world, id)).toBeUndefined();
    unwrap(await takeBack(world, manager, { id }));
    expect(await ownTargets(world)).toEqual([]);
  });

  it("that somebody has set anew stays when the click is taken back", async () => {
    const world = lateWorld();
    const id = await idOf(world, "answers-late");
    unwrap(await applyToPlan(world, manager, { id }));
    const [first] = await world.responseTargets.list();
    if (!first) throw new Error("no target");
    const own = [{ channelId: "chan_1", targetMinutes: 480, week: null }];
    await world.responseTargets.create("", { ...first, version: 2, targets: { ...first.targets, channels: own } });
    unwrap(await takeBack(world, manager, { id }));
    expect(await ownTargets(world)).toEqual([480]);
  });

  it("is not made shorter by advice of another time", async () => {
    const world = lateWorld();
    const id = await idOf(world, "answers-late");
    unwrap(await applyToPlan(world, manager, { id }));
    unwrap(await takeBack(world, manager, { id }));
    const newest = (await world.responseTargets.list()).at(-1);
    if (!newest) throw new Error("no target");
    const targets = { ...newest.targets, targetMinutes: 720 };
    await world.responseTargets.create("", { ...newest, version: newest.version + 1, targets });
    expect(await effectOf(world, id)).toBeUndefined();
    expect(await applyToPlan(world, manager, { id })).toMatchObject({ error: { code: "recommendation-gone" } });
  });
});
