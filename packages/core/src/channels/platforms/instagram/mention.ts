import { err, ok } from "../../../kernel/result.ts";
import type { InboxCapability } from "../../connector.ts";
import { toMs } from "../../meta/compare.ts";
import { callGraph } from "./graph.ts";
import { mentionedCommentSchema, mentionedMediaSchema } from "./wire.ts";

/**
 * What a comment or a caption says that names the account. Its author is known by the username alone, which stands for the
 * id here. Source: "Instagram Platform: IG User, Mentioned Comment, Mentioned Media".
 */
export const mention: InboxCapability["mention"] = async (call, { remoteId, postRemoteId }) => {
  const isComment = remoteId !== postRemoteId;
  const said = isComment
    ? `mentioned_comment.comment_id(${remoteId}){id,text,username,timestamp}`
    : `mentioned_media.media_id(${remoteId}){id,caption,username,timestamp}`;
  const request = { method: "GET", path: call.channelRemoteId, query: { fields: said } } as const;
  const answer = isComment
    ? await callGraph(call, request, mentionedCommentSchema)
    : await callGraph(call, request, mentionedMediaSchema);
  if (!answer.ok) return err(answer.error.cause);
  const found = "mentioned_comment" in answer.value ? answer.value.mentioned_comment : answer.value.mentioned_media;
  const { username, timestamp } = found;
  return ok({
    kind: "message",
    change: "added",
    messageKind: "mention",
    channelRemoteId: call.channelRemoteId,
    occurredAt: toMs(timestamp),
    remoteId,
    threadRemoteId: remoteId,
    postRemoteId,
    ...(username ? { author: { remoteId: `@${username}`, name: username } } : {}),
    own: false,
    text: ("text" in found ? found.text : "caption" in found ? found.caption : undefined) ?? "",
    attachments: [],
  });
};
