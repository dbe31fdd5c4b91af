import * as v from "valibot";
import { type Thread, type Threads, threadSchema } from "../../inbox/index.ts";
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
      const item = { ...parse(thread), personRemoteId: thread.person?.remoteId ?? "" };
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
      const { data } = await rest.go({ order: "desc", count: limit });
      return data.map(parse);
    },
    listByPerson: async (workspaceId, platform, personRemoteId, limit) => {
      const { data } = await threads.query
        .byPerson({ workspaceId, platform, personRemoteId })
        .go({ order: "desc", count: limit });
      return data.map(parse);
    },
  };
}
