import { describe, expect, it } from "vitest";
import type { Member } from "../access/index.ts";
import { failureText } from "../i18n/failures.ts";
import type { MemberActor } from "../kernel/actor.ts";
import { fakeClock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import { changeTask } from "./change-task.ts";
import { createTask } from "./create-task.ts";
import { memoryTasks } from "./fixtures/memory-tasks.ts";
import { listTasks, tasksDueFor } from "./list-tasks.ts";
import { mostOpen, type NewTask } from "./model.ts";
import { removeTask } from "./remove-task.ts";

const workspaceId = "ws_1";
const author: MemberActor = { type: "member", workspaceId, memberId: "mem_1", role: "author", language: "uk" };
const viewer: MemberActor = { ...author, role: "viewer" };
const ring: NewTask = { title: "Подзвонити постачальникові", note: "", dueDay: "2026-11-24" };

function aTaskWorld() {
  const known = new Set(["mem_1", "mem_2"]);
  return {
    tasks: memoryTasks(),
    members: { get: async (_: string, id: string) => (known.has(id) ? ({ id } as Member) : null) },
    clock: fakeClock("2026-11-22T10:00:00Z"),
  };
}

describe("a task", () => {
  it("is set for a day and a member, done, and taken up again", async () => {
    const world = aTaskWorld();
    const task = unwrap(await createTask(world, author, { ...ring, assigneeId: "mem_2" }));
    expect(task).toMatchObject({ state: "open", assigneeId: "mem_2", origin: { kind: "hand" }, createdBy: "mem_1" });
    world.clock.advance(60_000);
    const done = unwrap(await changeTask(world, author, { taskId: task.id, version: 1, done: true }));
    expect(done).toMatchObject({ state: "done", doneAt: world.clock.nowMs(), doneBy: "mem_1", version: 2 });
    expect(unwrap(await listTasks(world, author, { state: "open" }))).toEqual([]);
    expect(unwrap(await listTasks(world, viewer, { state: "done" }))).toEqual([done]);
    const again = unwrap(await changeTask(world, author, { taskId: task.id, version: 2, done: false }));
    expect(again).toEqual({ ...task, version: 3 });
  });

  it("keeps who did it and when, when its words are changed afterwards", async () => {
    const world = aTaskWorld();
    const { id } = unwrap(await createTask(world, author, ring));
    const done = unwrap(await changeTask(world, author, { taskId: id, version: 1, done: true }));
    world.clock.advance(60_000);
    const edited = unwrap(await changeTask(world, author, { taskId: id, version: 2, note: "Готово" }));
    expect(edited).toMatchObject({ doneAt: done.doneAt, note: "Готово", state: "done" });
  });

  it("loses its assignee by null only", async () => {
    const world = aTaskWorld();
    const { id } = unwrap(await createTask(world, author, { ...ring, assigneeId: "mem_2" }));
    const moved = unwrap(await changeTask(world, author, { taskId: id, version: 1, dueDay: "2026-12-01" }));
    expect(moved).toMatchObject({ assigneeId: "mem_2", dueDay: "2026-12-01" });
    const free = unwrap(await changeTask(world, author, { taskId: id, version: 2, assigneeId: null }));
    expect(free).not.toHaveProperty("assigneeId");
  });

  it("is due for its assignee, or for everybody when it has none, up to a day", async () => {
    const world = aTaskWorld();
    for (const assigneeId of ["mem_1", "mem_2", null]) unwrap(await createTask(world, author, { ...ring, assigneeId }));
    unwrap(await createTask(world, author, { ...ring, dueDay: "2026-11-30" }));
    const due = await tasksDueFor(world, { workspaceId, memberId: "mem_1", until: "2026-11-24" });
    expect(due.map(({ assigneeId }) => assigneeId)).toEqual(["mem_1", undefined]);
  });

  it("is one for an alert while it is open, also when two people click at once", async () => {
    const world = aTaskWorld();
    const forAlert = { ...ring, alertId: "alr_1" };
    const both = await Promise.all([createTask(world, author, forAlert), createTask(world, author, forAlert)]);
    expect(both.map(({ ok }) => ok)).toContain(true);
    const open = await world.tasks.listOpen(workspaceId, 10);
    expect(open).toMatchObject([{ origin: { kind: "alert", id: "alr_1" } }]);
    expect(await createTask(world, author, forAlert)).toMatchObject({ error: { code: "task-exists" } });
    unwrap(await changeTask(world, author, { taskId: open[0]?.id ?? "", version: 1, done: true }));
    world.clock.advance(3_600_000);
    expect(await createTask(world, author, forAlert)).toMatchObject({ ok: true });
  });

  it("is taken away for good", async () => {
    const world = aTaskWorld();
    const { id } = unwrap(await createTask(world, author, ring));
    unwrap(await removeTask(world, author, { taskId: id }));
    expect(await removeTask(world, author, { taskId: id })).toMatchObject({ error: { code: "not-found" } });
  });
});

describe("a task is refused", () => {
  it("to a viewer, whatever is done to it", async () => {
    const world = aTaskWorld();
    const { id } = unwrap(await createTask(world, author, ring));
    const refusals = await Promise.all([
      createTask(world, viewer, ring),
      createTask(world, viewer, { ...ring, alertId: "alr_1" }),
      changeTask(world, viewer, { taskId: id, version: 1, done: true }),
      removeTask(world, viewer, { taskId: id }),
    ]);
    for (const refusal of refusals) expect(refusal).toMatchObject({ error: { code: "forbidden" } });
    expect(await world.tasks.get(workspaceId, id)).toMatchObject({ version: 1 });
  });

  it("for somebody who is no member, on an old version, and beyond as many as there can be", async () => {
    const world = aTaskWorld();
    const unknown = await createTask(world, author, { ...ring, assigneeId: "mem_9" });
    const { id } = unwrap(await createTask(world, author, ring));
    const assigned = await changeTask(world, author, { taskId: id, version: 1, assigneeId: "mem_9" });
    const old = await changeTask(world, author, { taskId: id, version: 0, done: true });
    for (let nth = 1; nth < mostOpen; nth += 1) unwrap(await createTask(world, author, ring));
    const full = await createTask(world, author, ring);
    const codes = [unknown, assigned, old, full].map((one) => (one.ok ? "" : one.error.code));
    expect(codes).toEqual(["task-assignee-unknown", "task-assignee-unknown", "changed-meanwhile", "too-many-tasks"]);
    for (const one of [unknown, full]) {
      if (!one.ok)
        for (const language of ["uk", "en"] as const) expect(failureText(language, one.error).cure).toBeTruthy();
    }
  });

  it("in another workspace, where it is nowhere", async () => {
    const world = aTaskWorld();
    const { id } = unwrap(await createTask(world, author, ring));
    const stranger = { ...author, workspaceId: "ws_2" };
    expect(await changeTask(world, stranger, { taskId: id, version: 1, done: true })).toMatchObject({
      error: { code: "not-found" },
    });
  });
});
