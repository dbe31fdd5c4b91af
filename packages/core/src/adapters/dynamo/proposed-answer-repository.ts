import * as v from "valibot";
import { type ProposedAnswer, type ProposedAnswers, proposedAnswerSchema } from "../../inbox/index.ts";
import { atMost } from "./at-most.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { proposedAnswerEntity } from "./entities/review-requests.ts";

const parse = (item: unknown): ProposedAnswer => v.parse(proposedAnswerSchema, item);

/** Answers to reviews that wait for approval, in the table. */
export function proposedAnswerRepository(dynamo: Dynamo): ProposedAnswers {
  const answers = proposedAnswerEntity(dynamo);
  return {
    get: async (workspaceId, reviewId) => {
      const { data } = await answers.get({ workspaceId, reviewId }).go({ consistent: true });
      return data ? parse(data) : null;
    },
    save: (proposed) => {
      const item = parse(proposed);
      return happens(() =>
        item.version === 1
          ? answers.create(item).go()
          : answers
              .put(item)
              .where(({ version }, { eq }) => eq(version, item.version - 1))
              .go(),
      );
    },
    listWaiting: async (workspaceId, limit) => {
      const { data } = await answers.query.waiting({ workspaceId }).go(atMost(limit));
      return data.map(parse);
    },
  };
}
