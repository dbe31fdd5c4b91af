import { answerOf, api } from "./client.ts";
import type { GoalChange, GoalDraft } from "./contract.ts";

export const listGoals = () => answerOf(api.goals.$get({ query: {} }));
export const listArchivedGoals = () => answerOf(api.goals.$get({ query: { archived: "true" } }));
/** A goal with its course week by week and what became of it. */
export const readGoal = (id: string) => answerOf(api.goals[":id"].$get({ param: { id } }));
/** The publications, leads or conversations behind a goal's figure. */
export const traceGoal = (id: string) => answerOf(api.goals[":id"].trace.$get({ param: { id } }));
/** Sets a goal; what is left out the server takes from the figures and the day. */
export const setGoal = (json: GoalDraft) => answerOf(api.goals.$post({ json }));
export const changeGoal = (id: string, json: GoalChange) => answerOf(api.goals[":id"].$patch({ param: { id }, json }));
