import * as v from "valibot";
import {
  type Channel,
  type Channels,
  type Connections,
  channelSchema,
  connectionSchema,
} from "../../channels/connected/index.ts";
import { canonicalJson } from "../../kernel/stamped.ts";
import { type Dynamo, isConditionFailure } from "./client.ts";
import { channelEntity, connectionEntity } from "./entities/channels.ts";

const parse = (item: unknown): Channel => v.parse(channelSchema, item);

export function channelRepository(dynamo: Dynamo): Channels {
  const channels = channelEntity(dynamo);
  return {
    get: async (workspaceId, id) => {
      const { data } = await channels.get({ workspaceId, id }).go();
      return data ? parse(data) : null;
    },
    list: async (workspaceId) => {
      const { data } = await channels.query.primary({ workspaceId }).go({ pages: "all" });
      return data.map(parse).sort((a, b) => a.connectedAt - b.connectedAt || (a.id < b.id ? -1 : 1));
    },
    findByRemoteId: async (platform, remoteId) => {
      const { data } = await channels.query.byRemoteId({ platform, remoteId }).go({ pages: "all" });
      return data.map(parse);
    },
    connect: async (channel) => {
      try {
        await channels.create(channel).go();
        return channel;
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
      const { workspaceId, id, name, url, endpoints, sealedToken, tokenExpiresAt } = channel;
      const { sealedRefreshToken, sealedPersonToken, personTokenExpiresAt, consentedAt } = channel;
      // Without the lease, a renewal under way does not put its older token over this one.
      const gone: ("reconnectCause" | "tokenExpiresAt" | "endpoints" | "renewalLeaseUntil" | "personTokenExpiresAt")[] =
        ["reconnectCause", "renewalLeaseUntil"];
      if (tokenExpiresAt === undefined) gone.push("tokenExpiresAt");
      if (endpoints === undefined) gone.push("endpoints");
      // The end belongs to its token: one that is kept keeps its own.
      if (sealedPersonToken && personTokenExpiresAt === undefined) gone.push("personTokenExpiresAt");
      const { data } = await channels
        .patch({ workspaceId, id })
        .set({
          name,
          url,
          sealedToken,
          state: "connected",
          ...(endpoints && { endpoints }),
          ...(tokenExpiresAt && { tokenExpiresAt }),
          ...(sealedRefreshToken && { sealedRefreshToken }),
          ...(sealedPersonToken && { sealedPersonToken }),
          ...(sealedPersonToken && personTokenExpiresAt && { personTokenExpiresAt }),
          ...(consentedAt && { consentedAt }),
        })
        .remove(gone)
        .add({ version: 1 })
        .go({ response: "all_new" });
      return parse(data);
    },
    setSlots: async (workspaceId, id, version, slots) => {
      try {
        const { data } = await channels
          .patch({ workspaceId, id })
          .set({ slots: [...slots] })
          .add({ version: 1 })
          .where((of, { eq }) => eq(of.version, version))
          .go({ response: "all_new" });
        return parse(data);
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
      // The answer of the first sending may have got lost: what is stored is looked at before the race is called lost.
      const { data } = await channels.get({ workspaceId, id }).go({ consistent: true });
      const stored = data && parse(data);
      return stored && canonicalJson(stored.slots) === canonicalJson(slots) ? stored : null;
    },
    markReconnect: async (workspaceId, id, cause) => {
      try {
        await channels
          .patch({ workspaceId, id })
          .set({ state: "reconnect", reconnectCause: cause })
          .add({ version: 1 })
          .go();
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
    },
    remove: async (workspaceId, id) => {
      await channels.delete({ workspaceId, id }).go();
    },
  };
}

export function connectionRepository(dynamo: Dynamo): Connections {
  const connections = connectionEntity(dynamo);
  return {
    create: async ({ expiresAt, ...connection }) => {
      await connections.create({ ...connection, expiresAtMs: expiresAt, expiresAt: Math.ceil(expiresAt / 1000) }).go();
    },
    get: async (workspaceId, id) => {
      const { data } = await connections.get({ workspaceId, id }).go();
      return data ? v.parse(connectionSchema, { ...data, expiresAt: data.expiresAtMs }) : null;
    },
    offer: async (workspaceId, id, sealedCandidates) => {
      try {
        await connections
          .patch({ workspaceId, id })
          .set({ sealedCandidates })
          .where((attribute, { notExists }) => notExists(attribute.sealedCandidates))
          .go();
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },
    remove: async (workspaceId, id) => {
      await connections.delete({ workspaceId, id }).go();
    },
  };
}
