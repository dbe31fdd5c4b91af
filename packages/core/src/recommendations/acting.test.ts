import { describe, expect, it } from "vitest";
import type { Member } from "../access/index.ts";
import type { Channel, Slot } from "../channels/connected/index.ts";
import { figure } from "../channels/measurement.ts";
import { aChannel, aWorkspace, workspaceId } from "../insights/fixtures/world.ts";
import type { Sheet } from "../insights/index.ts";
import type { MemberActor } from "../kernel/actor.ts";
import { fakeClock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import { memoryTasks } from "../tasks/fixtures/memory-tasks.ts";
import { changeTask } from "../tasks/index.ts";
import { applyToPlan, dismissRecommendation, takeAsTask } from "./act.ts";
import { dayMs, someSlots } from "./fixtures/facts.ts";
import { memoryAdvice } from "./fixtures/memory-advice.ts";
import { listRecommendations } from "./list-recommendations.ts";
import { awayMs, freshMs, type RecommendationRule } from "./model.ts";
import { takeBack } from "./take-back.ts";

const manager: MemberActor = { type: "member", workspaceId, memberId: "mem_1", role: "manager", language: "uk" };
const author: MemberActor = { ...manager, role: "author" };
const viewer: MemberActor = { ...manager, role: "viewer" };

/** A channel with free slots all week, and evenings that do three times as well without a slot. */
function anAdviceWorld() {
  const clock = fakeClock("2026-11-22T10:00:00Z");
  let channel: Channel = { ...aChannel("chan_1"), slots: [...someSlots] };
  let looked = 0;
  const results = Array.from({ length: 30 }, (_, index) => ({
    publicationId: `pub_${index}`,
    publishedAt: Date.parse(index < 12 ? "2026-11-17T17:00:00Z" : "2026-11-16T07:00:00Z") - 2 * index * dayMs,
    contentType: "image" as const,
    measuredAt: 0,
    interactions: figure(index < 12 ? 90 + index : 28 + (index % 5)),
    reach: figure(1000),
  }));
  const channels = {
    get: async (_: string, id: string) => (id === channel.id ? channel : null),
    list: async () => [channel],
    setSlots: async (_: string, __: string, version: number, slots: readonly Slot[]) => {
      if (version !== channel.version) return null;
      channel = { ...channel, slots: [...slots], version: version + 1 };
      return channel;
    },
  };
  return {
    clock,
    channels,
    slots: () => channel.slots,
    version: () => channel.version,
    looked: () => looked,
    workspaces: { get: async () => aWorkspace() },
    members: { get: async (_: string, id: string) => ({ id }) as Member },
    campaigns: { list: async () => [] },
    publications: { list: async () => [] },
    kpiDays: { between: async (): Promise<Sheet> => new Map() },
    results: {
      since: async () => {
        looked += 1;
        return results;
      },
    },
    adviceBooks: memoryAdvice(),
    tasks: memoryTasks(),
  };
}
type World = ReturnType<typeof anAdviceWorld>;

const rulesOf = async (world: World) => unwrap(await listRecommendations(world, viewer)).map(({ rule }) => rule);
async function idOf(world: World, rule: RecommendationRule): Promise<string> {
  const found = unwrap(await listRecommendations(world, manager)).find((one) => one.rule === rule);
  if (!found) throw new Error(`${rule} was not found`);
  return found.id;
}

describe("recommendations", () => {
  it("are found anew after half an hour, and kept until then", async () => {
    const world = anAdviceWorld();
    expect(await rulesOf(world)).toEqual(["slots-empty", "time-unused"]);
    await rulesOf(world);
    expect(world.looked()).toBe(1);
    world.clock.advance(freshMs);
    await rulesOf(world);
    expect(world.looked()).toBe(2);
  });

  it("that were put aside stay away for four weeks, also when they are found again", async () => {
    const world = anAdviceWorld();
    unwrap(await dismissRecommendation(world, author, { id: await idOf(world, "slots-empty") }));
    expect(await rulesOf(world)).toEqual(["time-unused"]);
    world.clock.advance(awayMs - 1);
    expect(await rulesOf(world)).not.toContain("slots-empty");
    world.clock.advance(freshMs);
    expect(await rulesOf(world)).toContain("slots-empty");
  });
});

describe("one click", () => {
  it("makes a task in the member's words, due in a week; clicking twice makes one", async () => {
    const world = anAdviceWorld();
    const id = await idOf(world, "slots-empty");
    const both = await Promise.all([takeAsTask(world, manager, { id }), takeAsTask(world, manager, { id })]);
    expect(both.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    const open = await world.tasks.listOpen(workspaceId, 10);
    expect(open).toMatchObject([
      {
        title: "Заповнити вільні слоти цього тижня: chan_1",
        dueDay: "2026-11-29",
        assigneeId: "mem_1",
        origin: { kind: "recommendation", id },
      },
    ]);
    expect(await rulesOf(world)).not.toContain("slots-empty");
  });

  it("takes the task back, and the recommendation is there again; a task that was changed stays", async () => {
    const world = anAdviceWorld();
    const id = await idOf(world, "slots-empty");
    unwrap(await takeAsTask(world, manager, { id }));
    unwrap(await takeBack(world, manager, { id }));
    expect(await world.tasks.listOpen(workspaceId, 10)).toEqual([]);
    expect(await rulesOf(world)).toContain("slots-empty");
    const task = unwrap(await takeAsTask(world, manager, { id }));
    unwrap(await changeTask(world, manager, { taskId: task.id, version: 1, note: "Почав" }));
    unwrap(await takeBack(world, manager, { id }));
    expect(await world.tasks.listOpen(workspaceId, 10)).toHaveLength(1);
  });

  it("puts the proposed slot into the schedule and takes exactly it out again", async () => {
    const world = anAdviceWorld();
    const id = await idOf(world, "time-unused");
    const { slot } = unwrap(await applyToPlan(world, manager, { id }));
    expect(slot).toEqual({ weekday: 2, time: "19:00" });
    expect(world.slots().map(({ weekday }) => weekday)).toEqual([1, 2, 3, 5]);
    expect(await rulesOf(world)).not.toContain("time-unused");
    await world.channels.setSlots(workspaceId, "chan_1", world.version(), [
      ...world.slots(),
      { weekday: 7, time: "12:00" },
    ]);
    unwrap(await takeBack(world, manager, { id }));
    expect(world.slots()).toEqual([...someSlots, { weekday: 7, time: "12:00" }]);
    expect(await rulesOf(world)).toContain("time-unused");
  });

  it("is refused for what is gone, what asks for no change of plan, and whom it does not befit", async () => {
    const world = anAdviceWorld();
    const [free, time] = [await idOf(world, "slots-empty"), await idOf(world, "time-unused")];
    expect(await applyToPlan(world, manager, { id: free })).toMatchObject({
      error: { code: "recommendation-without-plan" },
    });
    expect(await applyToPlan(world, author, { id: time })).toMatchObject({ error: { code: "forbidden" } });
    for (const act of [takeAsTask, dismissRecommendation, takeBack]) {
      expect(await act(world, viewer, { id: free })).toMatchObject({ error: { code: "forbidden" } });
    }
    unwrap(await dismissRecommendation(world, manager, { id: free }));
    expect(await takeAsTask(world, manager, { id: free })).toMatchObject({ error: { code: "recommendation-gone" } });
    expect(await takeBack(world, manager, { id: "rec_nothing" })).toMatchObject({ error: { code: "not-found" } });
    expect(world.slots()).toEqual(someSlots);
  });
});
