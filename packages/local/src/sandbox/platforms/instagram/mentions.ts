import { graphTime } from "../../meta/graph-answer.ts";
import { invisible } from "../../meta/graph-error.ts";
import type { Account, Mention, Person } from "./model.ts";
import type { World } from "./world.ts";

/** Somebody names the account. The webhook tells where, and neither who did nor how. */
export function putMention(
  world: World,
  account: Account,
  { person, text, inComment }: { person: Person; text: string; inComment: boolean },
): Mention {
  const mediaId = world.newId();
  const id = inComment ? world.newId() : mediaId;
  const createdAt = world.clock.nowMs();
  const mention = world.mentions.put({ id, mediaId, accountId: account.id, person, text, createdAt });
  const value = { media_id: mediaId, ...(inComment && { comment_id: id }) };
  world.announce({ entryId: account.id, at: createdAt, field: "mentions", value });
  return mention;
}

/** `GET /{account}?fields=mentioned_comment.comment_id(…)` or `mentioned_media.media_id(…)`; `null` for other fields. */
export function mentionedField(world: World, account: Account, fields: string): object | null {
  const [, of, id = ""] = /\bmentioned_(comment\.comment|media\.media)_id\((\d+)\)/.exec(fields) ?? [];
  if (!of) return null;
  const mention = world.mentions.get(id);
  const isComment = mention?.id !== mention?.mediaId;
  if (!mention || mention.accountId !== account.id || isComment !== of.startsWith("comment")) throw invisible(id);
  const said = { id, username: mention.person.username, timestamp: graphTime(mention.createdAt) };
  return isComment
    ? { id: account.id, mentioned_comment: { ...said, text: mention.text } }
    : { id: account.id, mentioned_media: { ...said, caption: mention.text } };
}
