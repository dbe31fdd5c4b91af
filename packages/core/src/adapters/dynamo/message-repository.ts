import * as v from "valibot";
import { type Message, type Messages, messageSchema } from "../../inbox/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { messageEntity } from "./entities/inbox.ts";

const parse = (item: unknown): Message => v.parse(messageSchema, item);

/** Messages in the table. */
export function messageRepository(dynamo: Dynamo): Messages {
  const messages = messageEntity(dynamo);
  return {
    get: async (workspaceId, threadId, id) => {
      const { data } = await messages.get({ workspaceId, threadId, id }).go({ consistent: true });
      return data ? parse(data) : null;
    },
    listByThread: async (workspaceId, threadId) => {
      const { data } = await messages.query.primary({ workspaceId, threadId }).go({ consistent: true, pages: "all" });
      return data.map(parse);
    },
    save: (message, expected) => {
      const item = parse(message);
      return happens(() =>
        expected === null
          ? messages.create(item).go()
          : messages
              .put(item)
              .where(({ revision }, { eq }) => eq(revision, expected))
              .go(),
      );
    },
    listByChannelAndTime: async (workspaceId, channelId, from, to) => {
      const { data } = await messages.query
        .byTime({ workspaceId, channelId })
        .between({ occurredAt: from }, { occurredAt: to })
        .go({ pages: "all" });
      return data.map(parse).filter(({ occurredAt }) => occurredAt >= from && occurredAt < to);
    },
  };
}
