import * as v from "valibot";
import { type Thread, type Threads, threadSchema } from "../../inbox/index.ts";
import { atMost, atMostFitting } from "./at-most.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { threadEntity } from "./entities/inbox.ts";

const parse = (item: unknown): Thread => v.parse(threadSchema, item);

/** Threads in the table. */
export function threadRepository(dynamo: Dynamo): Threads {
  const threads = threadEntity(dynamo);
  return {
    get: async (workspaceId, id) => {
      const { data } = await threads.get({ workspaceId, id }).go({ consistent: true });
      return data ? parse(data) : null;
    },
    save: (thread, expected) => {
      const item = { ...parse(thread), personRemoteId: thread.person?.remoteId ?? "", dueKey: thread.dueAt ?? 0 };
      return happens(() =>
        expected === null
          ? threads.create(item).go()
          : threads
              .put(item)
              .where(
                ({ basis, revision }, { eq }) => `${eq(basis, expected.basis)} AND ${eq(revision, expected.revision)}`,
              )
              .go(),
      );
    },
    list: async (workspaceId, state, limit, after) => {
      const listed = threads.query.byActivity({ workspaceId, state });
      const rest = after ? listed.lt({ lastAt: after.lastAt, id: after.id }) : listed;
      const { data } = await rest.go({ order: "desc", ...atMost(limit) });
      return data.map(parse);
    },
    listByTarget: async (workspaceId, limit, after) => {
      const listed = threads.query.byTarget({ workspaceId });
      const rest = after ? listed.gt({ dueKey: after.dueAt, id: after.id }) : listed;
      const { data } = await rest.go(atMost(limit));
      return data.map(parse);
    },
    listOverdue: async (workspaceId, nowMs, limit) => {
      const { data } = await threads.query
        .byTarget({ workspaceId })
        .lt({ dueKey: nowMs })
        .where((of, { name, notExists }) => `${notExists(of.toldDueAt)} OR ${name(of.toldDueAt)} <> ${name(of.dueAt)}`)
        .go(atMostFitting(limit));
      return data.map(parse);
    },
    listByPerson: async (workspaceId, platform, personRemoteId, limit) => {
      const { data } = await threads.query
        .byPerson({ workspaceId, platform, personRemoteId })
        .go({ order: "desc", ...atMost(limit) });
      return data.map(parse);
    },
  };
}
