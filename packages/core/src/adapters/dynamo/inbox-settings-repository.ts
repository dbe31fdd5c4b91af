import * as v from "valibot";
import {
  type ResponseTargetStore,
  type SavedReplies,
  type SavedReply,
  savedReplySchema,
  targetsVersionSchema,
} from "../../inbox/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { responseTargetsEntity, savedReplyEntity } from "./entities/inbox-team.ts";

/** The versions of workspaces' response targets. */
export function responseTargetRepository(dynamo: Dynamo): ResponseTargetStore {
  const stored = responseTargetsEntity(dynamo);
  return {
    list: async (workspaceId) => {
      const { data } = await stored.query.primary({ workspaceId }).go({ pages: "all" });
      return data.map((item) => v.parse(targetsVersionSchema, item));
    },
    create: (workspaceId, version) =>
      happens(() => stored.create({ workspaceId, ...v.parse(targetsVersionSchema, version) }).go()),
  };
}

const parse = (item: unknown): SavedReply => v.parse(savedReplySchema, item);

/** Saved replies in the table. */
export function savedReplyRepository(dynamo: Dynamo): SavedReplies {
  const replies = savedReplyEntity(dynamo);
  return {
    list: async (workspaceId) => {
      const { data } = await replies.query.primary({ workspaceId }).go({ pages: "all" });
      return data.map(parse);
    },
    get: async (workspaceId, id) => {
      const { data } = await replies.get({ workspaceId, id }).go({ consistent: true });
      return data ? parse(data) : null;
    },
    create: (reply) => happens(() => replies.create(parse(reply)).go()),
    save: (reply) =>
      happens(() =>
        replies
          .put(parse(reply))
          .where(({ version }, { eq }) => eq(version, reply.version - 1))
          .go(),
      ),
    remove: async (workspaceId, id) => {
      await replies.delete({ workspaceId, id }).go();
    },
  };
}
