import * as v from "valibot";
import { type AuthorReaches, authorReachSchema } from "../../inbox/index.ts";
import type { Dynamo } from "./client.ts";
import { authorReachEntity } from "./entities/author-reach.ts";

/** How many follow the people who write, in the table. */
export function authorReachRepository(dynamo: Dynamo): AuthorReaches {
  const reaches = authorReachEntity(dynamo);
  return {
    getMany: async (workspaceId, channelId, remoteIds, nowMs) => {
      const { data } = await reaches.get(remoteIds.map((remoteId) => ({ workspaceId, channelId, remoteId }))).go();
      return data.map((item) => v.parse(authorReachSchema, item)).filter(({ until }) => until > nowMs);
    },
    put: async (reach) => {
      const expiresAt = Math.ceil(reach.until / 1000);
      await reaches.put({ ...v.parse(authorReachSchema, reach), expiresAt }).go();
    },
  };
}
