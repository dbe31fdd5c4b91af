import { type CaseCausesStore, caseCausesSchema, defaultCaseCauses } from "../../cases/index.ts";
import { type AnswerRules, answerRuleSchema, defaultAnswerRule } from "../../inbox/index.ts";
import {
  defaultRequestSettings,
  type RequestSettingsStore,
  requestSettingsSchema,
} from "../../review-requests/index.ts";
import { bookStore } from "./book-store.ts";
import type { Dynamo } from "./client.ts";

/** How workspaces ask for reviews. */
export const requestSettingsRepository = (dynamo: Dynamo): RequestSettingsStore =>
  bookStore(dynamo, { shelf: "reviewBook", name: "requests" }, requestSettingsSchema, defaultRequestSettings);

/** The causes that workspaces choose from. */
export const caseCausesRepository = (dynamo: Dynamo): CaseCausesStore =>
  bookStore(dynamo, { shelf: "reviewBook", name: "causes" }, caseCausesSchema, defaultCaseCauses);

/** Whose answers to reviews need approval. */
export const answerRuleRepository = (dynamo: Dynamo): AnswerRules =>
  bookStore(dynamo, { shelf: "reviewBook", name: "answers" }, answerRuleSchema, defaultAnswerRule);
