import { answerOf, api } from "./client.ts";
import type { GoalDraft } from "./contract.ts";

export const listGoals = () => answerOf(api.goals.$get({ query: {} }));
/** Sets a goal; what is left out the server takes from the figures and the day. */
export const setGoal = (json: GoalDraft) => answerOf(api.goals.$post({ json }));
