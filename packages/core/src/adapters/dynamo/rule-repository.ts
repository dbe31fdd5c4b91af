import * as v from "valibot";
import { messageSchema } from "../../inbox/index.ts";
import { reviewSchema } from "../../reviews/index.ts";
import {
  type RuleBooks,
  type RuleCounts,
  type RuleHistory,
  type RuleRuns,
  ruleBookSchema,
  ruleRunSchema,
  subjectOfMessage,
  subjectOfReview,
} from "../../rules/index.ts";
import { atMost } from "./at-most.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { messageEntity } from "./entities/inbox.ts";
import { reviewEntity } from "./entities/reviews.ts";
import { ruleBookEntity, ruleDayEntity, ruleRunEntity } from "./entities/rules.ts";

/** Workspaces' rules. */
export function ruleBookRepository(dynamo: Dynamo): RuleBooks {
  const books = ruleBookEntity(dynamo);
  return {
    get: async (workspaceId) => {
      const { data } = await books.get({ workspaceId }).go({ consistent: true });
      return data ? v.parse(ruleBookSchema, data) : { rules: [], version: 0 };
    },
    save: (workspaceId, book) => {
      const { rules, version } = v.parse(ruleBookSchema, book);
      const item = { workspaceId, rules, version: version + 1 };
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

/** What rules did in threads. */
export function ruleRunRepository(dynamo: Dynamo): RuleRuns {
  const runs = ruleRunEntity(dynamo);
  return {
    get: async (workspaceId, threadId, id) => {
      const { data } = await runs.get({ workspaceId, threadId, id }).go({ consistent: true });
      return data ? v.parse(ruleRunSchema, data) : null;
    },
    listByThread: async (workspaceId, threadId) => {
      const { data } = await runs.query.primary({ workspaceId, threadId }).go({ pages: "all" });
      return data.map((item) => v.parse(ruleRunSchema, item));
    },
    create: (run) => happens(() => runs.create(v.parse(ruleRunSchema, run)).go()),
    finish: (run) =>
      happens(() =>
        runs
          .put(v.parse(ruleRunSchema, run))
          .where((of, { notExists }) => notExists(of.finishedAt))
          .go(),
      ),
  };
}

const keptDays = 40;

/** How often rules acted, by day. */
export function ruleCountRepository(dynamo: Dynamo): RuleCounts {
  const days = ruleDayEntity(dynamo);
  return {
    add: async (workspaceId, day, ruleIds) => {
      const expiresAt = Date.parse(day) / 1000 + keptDays * 86_400;
      for (const ruleId of ruleIds) await days.upsert({ workspaceId, day, ruleId, expiresAt }).add({ acted: 1 }).go();
    },
    since: async (workspaceId, day) => {
      const { data } = await days.query.primary({ workspaceId }).gte({ day }).go({ pages: "all" });
      const counts = new Map<string, number>();
      for (const { ruleId, acted = 0 } of data) counts.set(ruleId, (counts.get(ruleId) ?? 0) + acted);
      return counts;
    },
  };
}

/** What was written lately, read from the indexes by time. */
export function ruleHistory(dynamo: Dynamo): RuleHistory {
  const messages = messageEntity(dynamo);
  const reviews = reviewEntity(dynamo);
  return {
    newest: async (workspaceId, channelId, from, limit) => {
      const newestFirst = { order: "desc", ...atMost(limit) } as const;
      const [written, rated] = await Promise.all([
        messages.query.byTime({ workspaceId, channelId }).gte({ occurredAt: from }).go(newestFirst),
        reviews.query.byTime({ workspaceId, channelId }).gte({ occurredAt: from }).go(newestFirst),
      ]);
      const subjects = [
        ...written.data.flatMap((item) => subjectOfMessage(v.parse(messageSchema, item)) ?? []),
        ...rated.data.flatMap((item) => subjectOfReview(v.parse(reviewSchema, item)) ?? []),
      ];
      return { subjects, isAll: written.data.length < limit && rated.data.length < limit };
    },
  };
}
