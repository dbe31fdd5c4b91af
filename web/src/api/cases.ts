import { answerOf, api } from "./client.ts";
import type { Case, CaseCauses, CaseChange } from "./contract.ts";

/** A page of cases of a state. */
export const listCases = (query: { state: Case["state"]; cursor?: string }) => answerOf(api.cases.$get({ query }));
export const readCase = (id: string) => answerOf(api.cases[":id"].$get({ param: { id } }));
/** Of a conversation, or of a review. */
export const openCase = (json: { threadId: string } | { reviewId: string }) => answerOf(api.cases.$post({ json }));
export const changeCase = (id: string, json: CaseChange) => answerOf(api.cases[":id"].$patch({ param: { id }, json }));
/** The causes that the workspace chooses from. */
export const readCauses = () => answerOf(api.cases.causes.$get());
export const changeCauses = (json: CaseCauses) => answerOf(api.cases.causes.$put({ json }));
