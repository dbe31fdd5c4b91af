import { answerOf, api, outliving } from "./client.ts";
import type { TaskChange, TaskDraft } from "./contract.ts";

export const listTasks = (state: "open" | "done") => answerOf(api.tasks.$get({ query: { state } }));
export const createTask = (json: TaskDraft) => answerOf(api.tasks.$post({ json }));
export const changeTask = (id: string, json: TaskChange) => answerOf(api.tasks[":id"].$patch({ param: { id }, json }));
export const removeTask = (id: string, leaving: boolean) =>
  answerOf(api.tasks[":id"].$delete({ param: { id } }, outliving(leaving)));
