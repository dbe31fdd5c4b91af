import * as v from "valibot";
import { isSnoozed, isTold, type TargetPosition, type Thread, type Threads, threadSchema } from "../../inbox/index.ts";
import { atMost } from "./at-most.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { threadEntity, toldKeys } from "./entities/inbox.ts";

const parse = (item: unknown): Thread => v.parse(threadSchema, item);

interface Shelf {
  readonly workspaceId: string;
  readonly toldKey: (typeof toldKeys)[number];
}

const byDue = (a: Thread, b: Thread): number => (a.dueAt ?? 0) - (b.dueAt ?? 0) || (a.id < b.id ? -1 : 1);

/** Threads in the table. */
export function threadRepository(dynamo: Dynamo): Threads {
  const threads = threadEntity(dynamo);
  const byTarget = async (shelf: Shelf, limit: number, after: TargetPosition | undefined): Promise<Thread[]> => {
    const listed = threads.query.byTarget(shelf);
    const rest = after ? listed.gt({ dueKey: after.dueAt, id: after.id }) : listed;
    const { data } = await rest.go(atMost(limit));
    return data.map(parse);
  };
  return {
    get: async (workspaceId, id) => {
      const { data } = await threads.get({ workspaceId, id }).go({ consistent: true });
      return data ? parse(data) : null;
    },
    save: (thread, expected) => {
      const item = {
        ...parse(thread),
        personRemoteId: thread.person?.remoteId ?? "",
        dueKey: thread.dueAt ?? 0,
        toldKey: toldKeys[isTold(thread) ? 1 : 0],
      };
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
      const shelves = toldKeys.map((toldKey) => byTarget({ workspaceId, toldKey }, limit, after));
      return (await Promise.all(shelves)).flat().sort(byDue).slice(0, limit);
    },
    listOverdue: async (workspaceId, nowMs, limit) => {
      const passed = threads.query.byTarget({ workspaceId, toldKey: "" }).lt({ dueKey: nowMs });
      const found: Thread[] = [];
      let cursor: string | null = null;
      do {
        const page: { data: unknown[]; cursor: string | null } = await passed.go({ limit, cursor });
        found.push(...page.data.map(parse).filter((thread) => !isSnoozed(thread, nowMs)));
        cursor = page.cursor;
      } while (cursor !== null && found.length < limit);
      return found.slice(0, limit);
    },
    listByPerson: async (workspaceId, platform, personRemoteId, limit) => {
      const { data } = await threads.query
        .byPerson({ workspaceId, platform, personRemoteId })
        .go({ order: "desc", ...atMost(limit) });
      return data.map(parse);
    },
  };
}
