import type { Manifest } from "../channels/manifest.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { actionNotSupported, messageGone, ownMessage, privateReplyGiven, privateReplyTooLate } from "./errors.ts";
import type { Message } from "./model.ts";
import type { Outgoing } from "./outgoing.ts";

type Private = Pick<Manifest, "privateReply">;

/** Until when the author of a comment may be written to directly, epoch ms; absent where that is not possible. */
export const privateReplyUntil = ({ privateReply }: Private, commentAt: number): number | undefined =>
  privateReply && commentAt + privateReply.hours * 3_600_000;

/** Our private answers to a comment that were sent, are under way, or may have been sent. */
const givenTo = (remoteId: string, outgoing: readonly Outgoing[]): readonly Outgoing[] =>
  outgoing.filter(({ target, state }) => target.privately && target.remoteId === remoteId && state !== "failed");

/** Until when a message may still be answered privately, epoch ms; absent where it may not, or was. */
export function mayReplyPrivately(
  manifest: Private,
  message: Message,
  outgoing: readonly Outgoing[],
  now: number,
): number | undefined {
  const until = privateReplyUntil(manifest, message.occurredAt);
  const isTheirs = message.kind === "comment" && message.known && !message.own && !message.removed;
  if (!isTheirs || until === undefined || until < now) return undefined;
  return givenTo(message.remoteId, outgoing).length > 0 ? undefined : until;
}

/**
 * The private answer to a comment, by default to the newest: whom it goes to, and the key that it is stored under, the same
 * whoever asks. One that surely was not sent makes room for another.
 */
export function privateAim(
  manifest: Private,
  messages: readonly Message[],
  outgoing: readonly Outgoing[],
  { messageId, text }: { readonly messageId?: string | undefined; readonly text: string },
  now: number,
): Result<{ target: Outgoing["target"]; askedAt: number; clientKey: string }, Failure> {
  if (!manifest.privateReply) return err(actionNotSupported());
  const theirs = messages.filter(({ known, own, removed, kind }) => known && !own && !removed && kind === "comment");
  const message = messageId === undefined ? theirs.at(-1) : messages.find(({ id }) => id === messageId);
  if (!message?.known) return err(notFound());
  if (message.removed) return err(messageGone());
  if (message.own) return err(ownMessage());
  if (message.kind !== "comment") return err(actionNotSupported());
  const { remoteId, parentRemoteId, author, occurredAt: askedAt } = message;
  const [given] = givenTo(remoteId, outgoing);
  if (given && given.text !== text) return err(privateReplyGiven());
  if (!given && (privateReplyUntil(manifest, askedAt) ?? 0) < now) {
    return err(privateReplyTooLate(manifest.privateReply.hours / 24));
  }
  const failed = outgoing.filter(({ target, state }) => {
    return target.privately && target.remoteId === remoteId && state === "failed";
  });
  const target = {
    kind: message.kind,
    remoteId,
    parentRemoteId,
    authorRemoteId: author?.remoteId,
    privately: true,
  } as const;
  return ok({ target, askedAt, clientKey: `privately ${message.id} ${failed.length}` });
}
