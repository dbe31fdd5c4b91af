import * as v from "valibot";
import {
  type Lead,
  type LeadStage,
  type Leads,
  leadSchema,
  leadStages,
  lookAtOf,
  noChannel,
  wonAtOf,
} from "../../leads/index.ts";
import { atMost } from "./at-most.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { leadEntity, leadIdentityEntity, leadWakeShards } from "./entities/leads.ts";
import { leadRecords } from "./lead-records.ts";
import { fromWakeShards, wakeShardOf } from "./wake-shard.ts";

const parse = (item: unknown): Lead => v.parse(leadSchema, item);

const toItem = (lead: Lead) => ({
  ...parse(lead),
  channelKey: lead.channelId ?? noChannel,
  listed: lead.mergedInto === undefined,
  wonKey: wonAtOf(lead) ?? 0,
  wakeShard: wakeShardOf(lead.id, leadWakeShards),
  wakeKey: lookAtOf(lead) ?? 0,
});

/** The last instant that a key can hold, epoch ms: in the year 2286. */
const lastKey = 9_999_999_999_999;

const newestFirst = (a: Lead, b: Lead): number => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);

/** Leads and what they are recognised by, in the table. */
export function leadRepository(dynamo: Dynamo): Leads {
  const leads = leadEntity(dynamo);
  const identities = leadIdentityEntity(dynamo);
  const ofStage = async (
    workspaceId: string,
    stage: LeadStage,
    limit: number,
    after: { createdAt: number; id: string } | undefined,
  ) => {
    const listed = leads.query.byTime({ workspaceId, stage });
    const rest = after ? listed.lt({ createdAt: after.createdAt, id: after.id }) : listed;
    return (await rest.go({ order: "desc", ...atMost(limit) })).data.map(parse);
  };
  return {
    ...leadRecords(dynamo),
    get: async (workspaceId, id) => {
      const { data } = await leads.get({ workspaceId, id }).go({ consistent: true });
      return data ? parse(data) : null;
    },
    getMany: async (workspaceId, ids) => {
      if (ids.length === 0) return [];
      const { data } = await leads.get(ids.map((id) => ({ workspaceId, id }))).go();
      return data.map(parse);
    },
    create: (lead) => happens(() => leads.create(toItem(lead)).go()),
    save: (lead) =>
      happens(() =>
        leads
          .put(toItem(lead))
          .where(({ version }, { eq }) => eq(version, lead.version - 1))
          .go(),
      ),
    list: async (workspaceId, stages, limit, after) => {
      const found = await Promise.all(stages.map((stage) => ofStage(workspaceId, stage, limit, after)));
      return found.flat().sort(newestFirst).slice(0, limit);
    },
    listByChannelAndTime: async (workspaceId, channelId, from, to) => {
      const found = await Promise.all(
        leadStages.map((stage) =>
          leads.query
            .byTime({ workspaceId, stage })
            .between({ createdAt: from }, { createdAt: to })
            .where(({ channelKey }, { eq }) => eq(channelKey, channelId))
            .go({ pages: "all" }),
        ),
      );
      // A lead that moves while it is read may be met in two stages.
      const byId = new Map(found.flatMap(({ data }) => data.map(parse)).map((lead) => [lead.id, lead]));
      return [...byId.values()].filter(({ createdAt }) => createdAt >= from && createdAt < to);
    },
    wonBetween: async (workspaceId, from, to, limit) => {
      if (to <= 0) return [];
      const { data } = await leads.query
        .byWon({ workspaceId })
        .between({ wonKey: Math.max(1, from) }, { wonKey: Math.min(to, lastKey) })
        .go({ count: limit });
      return data.map(parse);
    },
    listDue: async (nowMs, limit) => {
      const found = await fromWakeShards(leadWakeShards, (wakeShard) =>
        leads.query
          .byWake({ wakeShard })
          .lt({ wakeKey: nowMs + 1 })
          .go(atMost(limit)),
      );
      return found
        .map(parse)
        .filter((lead) => (lookAtOf(lead) ?? Number.POSITIVE_INFINITY) <= nowMs)
        .slice(0, limit);
    },
    claimIdentity: async (workspaceId, { kind, value }, leadId) => {
      if (await happens(() => identities.create({ workspaceId, kind, value, leadId }).go())) return leadId;
      const { data } = await identities.get({ workspaceId, kind, value }).go({ consistent: true });
      if (!data) throw new Error(`The identity of ${leadId} exists and cannot be read`);
      return data.leadId;
    },
    ownerOf: async (workspaceId, { kind, value }) =>
      (await identities.get({ workspaceId, kind, value }).go()).data?.leadId ?? null,
    moveIdentity: async (workspaceId, { kind, value }, from, to) => {
      await happens(() =>
        identities
          .put({ workspaceId, kind, value, leadId: to })
          .where(({ leadId }, { eq }) => eq(leadId, from))
          .go(),
      );
    },
    dropIdentity: async (workspaceId, { kind, value }, leadId) => {
      await happens(() =>
        identities
          .remove({ workspaceId, kind, value })
          .where((of, { eq }) => eq(of.leadId, leadId))
          .go(),
      );
    },
  };
}
