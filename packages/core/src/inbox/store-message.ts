import { outdated, untilCurrent } from "../kernel/until-current.ts";
import { messageIdOf } from "./identity.ts";
import { type MessagePlace, mergeFacts, messageFrom } from "./message-facts.ts";
import type { Message, MessageFacts } from "./model.ts";
import type { Messages } from "./ports.ts";

/**
 * Adds facts to a message, whatever is known of it already: stored once, in any order. Everything that follows from it is
 * done by settling its thread. With `gapsOnly` a message whose appearance is known stays as it is. Returns the stored message; throws when it cannot be stored.
 */
export async function storeMessage(
  deps: { messages: Messages },
  place: MessagePlace,
  facts: MessageFacts,
  { gapsOnly = false } = {},
): Promise<Message> {
  const id = messageIdOf(place.channelId, place.remoteId);
  return untilCurrent(`Message ${id}`, async () => {
    const stored = await deps.messages.get(place.workspaceId, place.threadId, id);
    if (gapsOnly && stored?.facts.seen && (stored.facts.addedAt !== undefined || stored.own)) return stored;
    const fresh = messageFrom(place, mergeFacts(stored?.facts, facts));
    if (stored?.revision === fresh.revision) return stored;
    const { answeredAt, quality, announced } = stored ?? {};
    const message = { ...fresh, answeredAt, quality, announced };
    return (await deps.messages.save(message, stored?.revision ?? null)) ? message : outdated;
  });
}
