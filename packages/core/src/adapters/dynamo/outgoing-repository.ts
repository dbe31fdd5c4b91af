import * as v from "valibot";
import { type Outgoing, type Outgoings, outgoingSchema } from "../../inbox/index.ts";
import { atMost } from "./at-most.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { outgoingEntity, wakeShards } from "./entities/inbox.ts";
import { fromWakeShards, wakeShardOf } from "./wake-shard.ts";

const parse = (item: unknown): Outgoing => v.parse(outgoingSchema, item);

/** Replies and other outgoing actions in the table. */
export function outgoingRepository(dynamo: Dynamo): Outgoings {
  const outgoings = outgoingEntity(dynamo);
  const toItem = (outgoing: Outgoing) => ({
    ...parse(outgoing),
    wakeShard: wakeShardOf(outgoing.id, wakeShards),
    wakeKey: outgoing.wakeAt ?? 0,
  });
  return {
    get: async (workspaceId, threadId, id) => {
      const { data } = await outgoings.get({ workspaceId, threadId, id }).go({ consistent: true });
      return data ? parse(data) : null;
    },
    listByThread: async (workspaceId, threadId) => {
      const { data } = await outgoings.query.primary({ workspaceId, threadId }).go({ consistent: true, pages: "all" });
      return data.map(parse);
    },
    create: (outgoing) => happens(() => outgoings.create(toItem(outgoing)).go()),
    save: (outgoing) =>
      happens(() =>
        outgoings
          .put(toItem(outgoing))
          .where(({ version }, { eq }) => eq(version, outgoing.version - 1))
          .go(),
      ),
    listDue: async (nowMs, limit) => {
      const found = await fromWakeShards(wakeShards, (wakeShard) =>
        outgoings.query
          .byWake({ wakeShard })
          .lt({ wakeKey: nowMs + 1 })
          .go(atMost(limit)),
      );
      return found
        .map(parse)
        .filter(({ wakeAt }) => wakeAt !== undefined && wakeAt <= nowMs)
        .slice(0, limit);
    },
  };
}
