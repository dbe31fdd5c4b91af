import * as v from "valibot";
import { type CaseCausesStore, caseCausesSchema, defaultCaseCauses } from "../../cases/index.ts";
import { type AnswerRules, answerRuleSchema, defaultAnswerRule } from "../../inbox/index.ts";
import {
  defaultRequestSettings,
  type RequestSettingsStore,
  requestSettingsSchema,
} from "../../review-requests/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { reviewBookEntity } from "./entities/review-requests.ts";

/** One kept item of a workspace, written on its version; version 0 is none. */
function bookStore<Book extends { readonly version: number }>(
  dynamo: Dynamo,
  name: "requests" | "answers" | "causes",
  schema: v.GenericSchema<unknown, Book>,
  none: Book,
) {
  const books = reviewBookEntity(dynamo);
  return {
    get: async (workspaceId: string): Promise<Book> => {
      const { data } = await books.get({ workspaceId, name }).go({ consistent: true });
      return data ? v.parse(schema, { ...data.content, version: data.version }) : none;
    },
    save: (workspaceId: string, book: Book): Promise<boolean> => {
      const { version, ...content } = v.parse(schema, book);
      const item = { workspaceId, name, content, version: version + 1 };
      return happens(() =>
        version === 0
          ? books.create(item).go()
          : books
              .put(item)
              .where((of, { eq }) => eq(of.version, version))
              .go(),
      );
    },
  };
}

/** How workspaces ask for reviews. */
export const requestSettingsRepository = (dynamo: Dynamo): RequestSettingsStore =>
  bookStore(dynamo, "requests", requestSettingsSchema, defaultRequestSettings);

/** The causes that workspaces choose from. */
export const caseCausesRepository = (dynamo: Dynamo): CaseCausesStore =>
  bookStore(dynamo, "causes", caseCausesSchema, defaultCaseCauses);

/** Whose answers to reviews need approval. */
export const answerRuleRepository = (dynamo: Dynamo): AnswerRules =>
  bookStore(dynamo, "answers", answerRuleSchema, defaultAnswerRule);
