import * as v from "valibot";
import type { Result } from "../../../kernel/result.ts";
import type { InboundItem } from "../../inbound.ts";
import { parseDeliveryOf } from "../../meta/delivery.ts";
import { authorOf, type ChangeContext, unreadable } from "../../meta/inbound-context.ts";
import { commentChangeSchema, mentionChangeSchema } from "./wire.ts";

const byField = { comments: parseComment, mentions: parseMention };

/** The items of a verified delivery about accounts, in its order. Source: "Webhooks Reference: Instagram". */
export const parseDelivery = (rawBody: string): Result<readonly InboundItem[], string> =>
  parseDeliveryOf("instagram", byField, rawBody);

/**
 * A comment, which Instagram tells of only when it appears. It carries no time of its own, so the delivery's stands for
 * it. A comment of the account itself has the account's id, or says which scoped id the account has.
 */
function parseComment(context: ChangeContext, value: unknown): InboundItem {
  const parsed = v.safeParse(commentChangeSchema, value);
  if (!parsed.success) return unreadable(context, "comment");
  const { id, parent_id, text, from, media } = parsed.output;
  const author = authorOf(from?.id, from?.username);
  return {
    kind: "message",
    channelRemoteId: context.channelRemoteId,
    occurredAt: context.sentAt,
    change: "added",
    messageKind: "comment",
    remoteId: id,
    threadRemoteId: parent_id ?? id,
    ...(parent_id ? { parentRemoteId: parent_id } : {}),
    ...(media ? { postRemoteId: media.id } : {}),
    ...(author ? { author } : {}),
    own: from?.id === context.channelRemoteId || Boolean(from?.self_ig_scoped_id),
    text: text ?? "",
    attachments: [],
  };
}

/** Somebody named the account in a caption or a comment. The webhook tells neither who nor how: that is asked for. */
function parseMention(context: ChangeContext, value: unknown): InboundItem {
  const parsed = v.safeParse(mentionChangeSchema, value);
  if (!parsed.success) return unreadable(context, "mention");
  const { media_id: postRemoteId, comment_id } = parsed.output;
  const { channelRemoteId, sentAt: occurredAt } = context;
  const remoteId = comment_id ?? postRemoteId;
  return { kind: "notice", about: "mention", channelRemoteId, occurredAt, remoteId, postRemoteId };
}
