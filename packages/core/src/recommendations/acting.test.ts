import { describe, expect, it } from "vitest";
import { anAdviceWorld, author, idOf, manager, rulesOf, viewer } from "#tests/support/advice-world.ts";
import { workspaceId } from "../insights/fixtures/world.ts";
import { unwrap } from "../kernel/result.ts";
import { changeTask } from "../tasks/index.ts";
import { dismissRecommendation, takeAsTask } from "./act.ts";
import { someSlots } from "./fixtures/facts.ts";
import { awayMs, freshMs } from "./model.ts";
import { takeBack } from "./take-back.ts";

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

  it.each([
    ["2026-11-22", []],
    ["2026-11-19", []],
    ["2026-11-18", ["answers-late"]],
    ["2026-10-22", ["answers-late"]],
    ["2026-10-21", []],
  ])("blame nobody for questions of %s that may still be answered in time, nor for old ones", async (day, found) => {
    const world = anAdviceWorld();
    Object.assign(world.answers, { day, targeted: 40, within: 4 });
    expect((await rulesOf(world)).filter((rule) => rule === "answers-late")).toEqual(found);
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

  it("is refused for what is gone, and whom it does not befit", async () => {
    const world = anAdviceWorld();
    const free = await idOf(world, "slots-empty");
    for (const act of [takeAsTask, dismissRecommendation, takeBack]) {
      expect(await act(world, viewer, { id: free })).toMatchObject({ error: { code: "forbidden" } });
    }
    unwrap(await dismissRecommendation(world, manager, { id: free }));
    expect(await takeAsTask(world, manager, { id: free })).toMatchObject({ error: { code: "recommendation-gone" } });
    expect(await takeBack(world, manager, { id: "rec_nothing" })).toMatchObject({ error: { code: "not-found" } });
    expect(world.slots()).toEqual(someSlots);
  });
});
