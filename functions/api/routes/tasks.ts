import { Hono } from "hono";
import * as v from "valibot";
import {
  changeTask,
  changeTaskSchema,
  createTask,
  listTasks,
  listTasksSchema,
  newTaskSchema,
  removeTask,
} from "#core/tasks/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";
import { taskView } from "../views/task.ts";

/** What somebody has to do by a day. */
export const taskRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/tasks", parse("query", listTasksSchema), async (c) => {
      const tasks = await listTasks(deps, c.get("actor"), c.req.valid("query"));
      return tasks.ok ? c.json({ tasks: tasks.value.map(taskView) }) : refuse(c, tasks.error);
    })
    .post("/tasks", parse("json", newTaskSchema), async (c) => {
      const task = await createTask(deps, c.get("actor"), c.req.valid("json"));
      return task.ok ? c.json({ task: taskView(task.value) }, 201) : refuse(c, task.error);
    })
    .patch("/tasks/:id", parse("json", v.omit(changeTaskSchema, ["taskId"])), async (c) => {
      const input = { ...c.req.valid("json"), taskId: c.req.param("id") ?? "" };
      const task = await changeTask(deps, c.get("actor"), input);
      return task.ok ? c.json({ task: taskView(task.value) }) : refuse(c, task.error);
    })
    .delete("/tasks/:id", async (c) => {
      const removed = await removeTask(deps, c.get("actor"), { taskId: c.req.param("id") });
      return removed.ok ? c.body(null, 204) : refuse(c, removed.error);
    });
