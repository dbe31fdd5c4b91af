import { afterAll, beforeAll, expect, it } from "vitest";
import type { Task } from "#core/tasks/index.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { adviceRepository } from "./advice-repository.ts";
import { taskRepository } from "./task-repository.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

const aTask = (id: string, dueDay: string, workspaceId = "ws_1"): Task => ({
  id,
  workspaceId,
  title: "Зателефонувати",
  note: "",
  dueDay,
  origin: { kind: "hand" },
  state: "open",
  createdBy: "mem_1",
  createdAt: 1,
  version: 1,
});

it("lists a workspace's open tasks by the day they are due, up to a day, and the done ones by when they were", async () => {
  const tasks = taskRepository(dynamo);
  const all = [aTask("task_a", "2026-12-03"), aTask("task_b", "2026-11-30"), aTask("task_c", "2026-12-01")];
  for (const task of [...all, aTask("task_z", "2026-11-01", "ws_2")]) expect(await tasks.create(task)).toBe(true);
  expect(await tasks.create(aTask("task_a", "2026-12-09"))).toBe(false);
  const ids = (listed: readonly Task[]) => listed.map(({ id }) => id);
  expect(ids(await tasks.listOpen("ws_1", 10))).toEqual(["task_b", "task_c", "task_a"]);
  expect(ids(await tasks.listOpen("ws_1", 1))).toEqual(["task_b"]);
  expect(ids(await tasks.listOpen("ws_1", 10, "2026-12-01"))).toEqual(["task_b", "task_c"]);
  for (const [id, doneAt] of [
    ["task_a", 9_000],
    ["task_c", 1_700_000_000_000],
  ] as const) {
    await tasks.save({ ...aTask(id, "2026-12-03"), state: "done", doneAt, doneBy: "mem_1" });
  }
  expect(ids(await tasks.listOpen("ws_1", 10))).toEqual(["task_b"]);
  expect(await tasks.listDone("ws_1", 10)).toMatchObject([{ id: "task_c", version: 2 }, { id: "task_a" }]);
});

it("changes and removes on the version that was seen only", async () => {
  const tasks = taskRepository(dynamo);
  const task = aTask("task_v", "2026-12-03", "ws_3");
  await tasks.create(task);
  const saved = await tasks.save({ ...task, dueDay: "2026-12-05" });
  expect(saved).toMatchObject({ version: 2, dueDay: "2026-12-05" });
  expect(await tasks.save({ ...task, title: "Інше" })).toBeNull();
  expect(await tasks.remove(task)).toBe(false);
  expect(await tasks.remove({ ...task, version: 2 })).toBe(true);
  expect(await tasks.get("ws_3", "task_v")).toBeNull();
});

it("keeps what is recommended to a workspace in one item, on its version", async () => {
  const books = adviceRepository(dynamo);
  expect(await books.get("ws_1")).toBeNull();
  const first = await books.save({ workspaceId: "ws_1", foundAt: 1, found: [], answers: [], version: 0 });
  expect(first).toMatchObject({ version: 1 });
  expect(await books.save({ workspaceId: "ws_1", foundAt: 2, found: [], answers: [], version: 0 })).toBeNull();
  expect(await books.get("ws_1")).toEqual(first);
  expect(await books.get("ws_2")).toBeNull();
});
