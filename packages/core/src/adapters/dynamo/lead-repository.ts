import * as v from "valibot";
import { type Lead, type Leads, leadSchema, noChannel } from "../../leads/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { leadEntity, leadIdentityEntity, leadWakeShards } from "./entities/leads.ts";
import { wakeShardNames, wakeShardOf } from "./wake-shard.ts";

const parse = (item: unknown): Lead => v.parse(leadSchema, item);

const toItem = (lead: Lead) => ({
  ...parse(lead),
  channelKey: lead.channelId ?? noChannel,
  listed: lead.mergedInto === undefined,
  wakeShard: wakeShardOf(lead.id, leadWakeShards),
  wakeKey: lead.wakeAt ?? 0,
});

/** Leads and what they are recognised by, in the table. */
export function leadRepository(dynamo: Dynamo): Leads {
  const leads = leadEntity(dynamo);
  const identities = leadIdentityEntity(dynamo);
  return {
    get: async (workspaceId, id) => {
      const { data } = await leads.get({ workspaceId, id }).go({ consistent: true });
      return data ? parse(data) : null;
    },
    create: (lead) => happens(() => leads.create(toItem(lead)).go()),
    save: (lead) =>
      happens(() =>
        leads
          .put(toItem(lead))
          .where(({ version }, { eq }) => eq(version, lead.version - 1))
          .go(),
      ),
    list: async (workspaceId, limit, after) => {
      const listed = leads.query.byTime({ workspaceId });
      const rest = after ? listed.lt({ createdAt: after.createdAt, id: after.id }) : listed;
      const { data } = await rest.go({ order: "desc", count: limit });
      return data.map(parse);
    },
    listByChannelAndTime: async (workspaceId, channelId, from, to) => {
      const { data } = await leads.query
        .byTime({ workspaceId })
        .between({ createdAt: from }, { createdAt: to })
        .where(({ channelKey }, { eq }) => eq(channelKey, channelId))
        .go({ pages: "all" });
      return data.map(parse).filter(({ createdAt }) => createdAt >= from && createdAt < to);
    },
    listDue: async (nowMs, limit) => {
      const shards = await Promise.all(
        wakeShardNames(leadWakeShards).map((wakeShard) =>
          leads.query
            .byWake({ wakeShard })
            .lt({ wakeKey: nowMs + 1 })
            .go({ count: limit }),
        ),
      );
      return shards
        .flatMap(({ data }) => data.map(parse))
        .filter(({ wakeAt }) => wakeAt !== undefined && wakeAt <= nowMs)
        .slice(0, limit);
    },
    claimIdentity: async (workspaceId, { kind, value }, leadId) => {
      if (await happens(() => identities.create({ workspaceId, kind, value, leadId }).go())) return leadId;
      const { data } = await identities.get({ workspaceId, kind, value }).go({ consistent: true });
      if (!data) throw new Error(`The identity of ${leadId} exists and cannot be read`);
      return data.leadId;
    },
    moveIdentity: async (workspaceId, { kind, value }, from, to) => {
      await happens(() =>
        identities
          .put({ workspaceId, kind, value, leadId: to })
          .where(({ leadId }, { eq }) => eq(leadId, from))
          .go(),
      );
    },
  };
}
