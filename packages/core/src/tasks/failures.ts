import { conflict, type Failure, invalid } from "../kernel/failure.ts";

/** As many tasks are open as can be. */
export const tooManyTasks = (most: number): Failure => conflict("too-many-tasks", { params: { most } });

/** The assignee is no member. */
export const assigneeUnknown = (): Failure => invalid("task-assignee-unknown", { field: "assigneeId" });

/** The alert has an open task already. */
export const taskExists = (): Failure => conflict("task-exists");
