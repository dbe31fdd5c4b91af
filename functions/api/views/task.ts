import type { Task } from "#core/tasks/index.ts";

/** A task as the dashboard sees it. */
export const taskView = ({ workspaceId: _, ...shown }: Task) => shown;
