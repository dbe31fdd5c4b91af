import * as v from "valibot";
import { idSchema, versionSchema } from "../kernel/ids.ts";
import { lineSchema } from "../kernel/text.ts";
import { daySchema, epochMsSchema } from "../kernel/time.ts";

/** Why there is a task: somebody wrote it, a recommendation was taken up, or an alert asks for it. */
export const taskOriginSchema = v.variant("kind", [
  v.object({ kind: v.literal("hand") }),
  v.object({ kind: v.literal("recommendation"), id: idSchema }),
  v.object({ kind: v.literal("alert"), id: idSchema }),
]);
export type TaskOrigin = v.InferOutput<typeof taskOriginSchema>;

const titleSchema = lineSchema(200);
const noteSchema = v.pipe(v.string(), v.trim(), v.maxLength(2000));

/** Something that somebody has to do by a day. */
export const taskSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  title: titleSchema,
  note: noteSchema,
  /** In the workspace's zone. */
  dueDay: daySchema,
  /** A member; anybody's while absent. */
  assigneeId: v.optional(v.string()),
  origin: taskOriginSchema,
  state: v.picklist(["open", "done"]),
  doneAt: v.optional(epochMsSchema),
  doneBy: v.optional(v.string()),
  createdBy: v.string(),
  createdAt: epochMsSchema,
  version: v.number(),
});
export type Task = v.InferOutput<typeof taskSchema>;

/** What a person states to set a task. Of an alert there is one open task at most. */
export const newTaskSchema = v.object({
  title: titleSchema,
  note: v.optional(noteSchema, ""),
  dueDay: daySchema,
  assigneeId: v.optional(v.nullable(idSchema)),
  /** The alert that asks for it. */
  alertId: v.optional(idSchema),
});
export type NewTask = v.InferOutput<typeof newTaskSchema>;

/** A change on top of `version`. What is absent stays; an assignee of `null` is taken away. */
export const changeTaskSchema = v.object({
  taskId: idSchema,
  version: versionSchema,
  title: v.optional(titleSchema),
  note: v.optional(noteSchema),
  dueDay: v.optional(daySchema),
  assigneeId: v.optional(v.nullable(idSchema)),
  done: v.optional(v.boolean()),
});
export type ChangeTask = v.InferOutput<typeof changeTaskSchema>;

/** So many tasks may be open at once, and so many of those that are done are shown. */
export const mostOpen = 200;
export const mostDone = 100;
