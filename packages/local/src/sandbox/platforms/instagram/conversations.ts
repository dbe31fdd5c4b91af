import type { DeliverOptions } from "../../meta/announce.ts";
import { graphTime } from "../../meta/graph-answer.ts";
import { badParameter, GraphError, invisible } from "../../meta/graph-error.ts";
import type { Account, DirectMessage, Person } from "./model.ts";
import type { World } from "./world.ts";

const windowMs = 24 * 3_600_000;
const humanAgentWindowMs = 7 * windowMs;
const maxMessageBytes = 1000;

/** A direct message, from a person to the account or back. */
export function putMessage(
  world: World,
  account: Account,
  message: { person: Person; fromAccount: boolean; text: string; at?: number | undefined },
  options?: DeliverOptions,
): DirectMessage {
  const { person, fromAccount, text, at: createdAt = world.clock.nowMs() } = message;
  if (text.trim() === "") throw badParameter("The message is empty.");
  const id = `m_${Buffer.from(`${account.id}:${world.newId()}`).toString("base64url")}`;
  const kept = world.messages.put({ id, accountId: account.id, person, fromAccount, text, createdAt });
  const [sender, recipient] = fromAccount ? [account.id, person.id] : [person.id, account.id];
  const messaging = {
    sender: { id: sender },
    recipient: { id: recipient },
    timestamp: createdAt,
    message: { mid: id, text, ...(fromAccount && { is_echo: true }) },
  };
  world.announce({ entryId: account.id, at: createdAt, messaging }, options);
  return kept;
}

/** `POST /me/messages`: the 24-hour window, or seven days for a human agent. */
export function sendMessage(world: World, account: Account, params: Readonly<Record<string, string>>): object {
  const recipient = jsonObject(params.recipient);
  const text = String(jsonObject(params.message).text ?? "");
  if (Buffer.byteLength(text) > maxMessageBytes) throw badParameter("The message must be at most 1000 bytes.");
  if (recipient.comment_id !== undefined) return sendPrivately(world, account, String(recipient.comment_id), text);
  const personId = String(recipient.id ?? "");
  const last = world.messages
    .list((it) => it.accountId === account.id && it.person.id === personId && !it.fromAccount)
    .at(-1);
  if (!last) throw new GraphError(100, "No matching user found", { subcode: 2018001 });
  const isByHuman = params.messaging_type === "MESSAGE_TAG" && params.tag === "HUMAN_AGENT";
  if (world.clock.nowMs() - last.createdAt > (isByHuman ? humanAgentWindowMs : windowMs)) {
    const outside = "This message is sent outside of allowed window.";
    throw new GraphError(10, outside, { subcode: 2018278, status: 403 });
  }
  const sent = putMessage(world, account, { person: last.person, fromAccount: true, text });
  return { recipient_id: personId, message_id: sent.id };
}

/** One message to the author of a comment, within seven days of it. */
function sendPrivately(world: World, account: Account, commentId: string, text: string): object {
  const comment = world.comments.get(commentId);
  const media = comment && world.media.get(comment.mediaId);
  if (!comment || comment.removed || media?.accountId !== account.id) throw invisible(commentId);
  if (comment.privateReplyId !== undefined) throw new GraphError(10900, "Activity already replied to");
  const isPast = world.clock.nowMs() - comment.createdAt > humanAgentWindowMs;
  if (comment.from.id === account.id || isPast) throw new GraphError(10903, "This user cant reply to this activity");
  const sent = putMessage(world, account, { person: comment.from, fromAccount: true, text });
  world.comments.put({ ...comment, privateReplyId: sent.id });
  return { recipient_id: comment.from.id, message_id: sent.id };
}

/** `GET /me/conversations?platform=instagram`: whoever wrote last first, with their messages, the newest first. */
export function conversations(world: World, account: Account, params: Readonly<Record<string, string>>): object[] {
  if (params.platform !== "instagram") return [];
  const byPerson = Map.groupBy(
    world.messages.list((it) => it.accountId === account.id).toReversed(),
    (it) => it.person.id,
  );
  return [...byPerson]
    .filter(([personId]) => !params.user_id || params.user_id === personId)
    .map(([personId, messages]) => ({
      id: `t_${personId}`,
      updated_time: graphTime(messages[0]?.createdAt ?? 0),
      participants: { data: [{ id: account.id, username: account.username }, messages[0]?.person] },
      messages: {
        data: messages.map((it) => ({
          id: it.id,
          message: it.text,
          created_time: graphTime(it.createdAt),
          from: it.fromAccount ? { id: account.id, username: account.username } : it.person,
        })),
      },
    }));
}

function jsonObject(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    throw badParameter("A parameter is not valid JSON.");
  }
}
