import * as v from "valibot";
import type { InboundItem, InboundMessage } from "../inbound.ts";
import { type ChangeContext, ignored, unreadable } from "./inbound-context.ts";
import { type Messaging, messagingSchema } from "./wire.ts";

/**
 * An event of a conversation: a message of the person, an echo of the channel's own, an edit, a deletion, a button pressed.
 * The conversation is held together by the person's id, which is scoped to the page or account. Source: "Messenger Platform: Webhook events".
 */
export function parseMessaging(context: ChangeContext, value: unknown): InboundItem {
  const parsed = v.safeParse(messagingSchema, value);
  if (!parsed.success) return unreadable(context, "messaging event");
  const event = parsed.output;
  if (event.message?.is_deleted) return toDirect(context, event, { change: "removed", remoteId: event.message.mid });
  if (event.message) {
    const { mid, text } = event.message;
    return toDirect(context, event, { change: "added", remoteId: mid, text: text ?? "" }, attachmentsOf(event.message));
  }
  if (event.message_edit) {
    const { mid, text } = event.message_edit;
    return toDirect(context, event, { change: "edited", remoteId: mid, text: text ?? "" });
  }
  if (event.postback?.mid) {
    return toDirect(context, event, {
      change: "added",
      remoteId: event.postback.mid,
      text: event.postback.title ?? "",
    });
  }
  return ignored(context, "messaging event");
}

function toDirect(
  context: ChangeContext,
  event: Messaging,
  is: Pick<InboundMessage, "change" | "remoteId" | "text">,
  attachments: InboundMessage["attachments"] = [],
): InboundItem {
  const own = event.sender.id === context.channelRemoteId || event.message?.is_echo === true;
  return {
    kind: "message",
    channelRemoteId: context.channelRemoteId,
    occurredAt: Math.trunc(event.timestamp),
    messageKind: "direct",
    ...is,
    threadRemoteId: own ? event.recipient.id : event.sender.id,
    author: { remoteId: event.sender.id },
    own,
    attachments,
  };
}

/** The files of a message, after the story that it answers. */
function attachmentsOf({ attachments, reply_to }: NonNullable<Messaging["message"]>): InboundMessage["attachments"] {
  const story = reply_to?.story?.url;
  return [
    ...(story ? [{ type: "story", url: story }] : []),
    ...(attachments ?? []).map(({ type, payload }) => ({ type, url: payload?.url ?? "" })),
  ];
}
