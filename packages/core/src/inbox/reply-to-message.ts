import * as v from "valibot";
import { authorize, type Members } from "../access/index.ts";
import type { ConnectorFor } from "../channels/connected/index.ts";
import type { Manifest } from "../channels/manifest.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { isVisible } from "../kernel/text.ts";
import type { Reviews } from "../reviews/index.ts";
import { ownAnswers, unseenAnswer } from "./answers.ts";
import {
  actionNotSupported,
  answeredMeanwhile,
  clientKeyReused,
  messageGone,
  messagingWindowClosed,
  ownMessage,
  placeholderLeft,
  privateReplyGiven,
} from "./errors.ts";
import { lastDirectAt, windowAfter } from "./messaging-window.ts";
import type { Message, Thread } from "./model.ts";
import type { Outgoing } from "./outgoing.ts";
import type { Messages, Threads } from "./ports.ts";
import { privateAim } from "./reply-privately.ts";
import { type OutgoingRequest, outgoingIdOf, type RequestDeps, requestOutgoing } from "./request-outgoing.ts";
import { placeholderIn } from "./saved-reply.ts";
import { inOrder } from "./thread-summary.ts";

export const replySchema = v.object({
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(8000), v.check(isVisible, "nothing to see")),
  /** Chosen by the client for this answer: sending again with it never answers twice. */
  clientKey: v.pipe(v.string(), v.minLength(8), v.maxLength(100)),
  /** The message answered; by default the customer's last. Not given for a review. */
  messageId: v.optional(v.pipe(v.string(), v.maxLength(100))),
  /** To the author of the comment alone, as a direct message: once, where the platform can do that. */
  privately: v.optional(v.boolean()),
  /**
   * The `answerKey` of the newest answer of ours that the member has seen, `null` when they saw none. The reply is refused
   * when somebody else answered since; not given, nothing is compared.
   */
  seenAnswer: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100)))),
});
export type ReplyInput = v.InferInput<typeof replySchema> & { readonly threadId: string };

export interface ReplyDeps extends RequestDeps {
  readonly threads: Threads;
  readonly messages: Messages;
  readonly reviews: Reviews;
  readonly members: Pick<Members, "get">;
  readonly connectorFor: ConnectorFor;
}

/**
 * Answers a message or review. It is stored and sent by the respond function, once. Refused while a placeholder is not
 * filled in, after the platform's messaging window, and when somebody else answered what the member had not seen.
 */
export async function replyToMessage(
  deps: ReplyDeps,
  actor: Actor,
  input: ReplyInput,
): Promise<Result<Outgoing, Failure>> {
  const allowed = authorize(actor, "respond");
  return allowed.ok ? sendReply(deps, actor, input) : allowed;
}

/** The same for whoever was found to have the right to this very answer. */
export async function sendReply(deps: ReplyDeps, actor: Actor, input: ReplyInput): Promise<Result<Outgoing, Failure>> {
  const thread = await deps.threads.get(actor.workspaceId, input.threadId);
  if (!thread || thread.state === "empty") return err(notFound());
  const connector = deps.connectorFor(thread.platform);
  if (!connector?.replies || !connector.manifest.capabilities.reply) return err(actionNotSupported());
  const left = placeholderIn(input.text);
  if (left) return err(placeholderLeft(left));
  const messages = await deps.messages.listByThread(thread.workspaceId, thread.id);
  const { clientKey, text, messageId } = input;
  const now = deps.clock.nowMs();
  if (input.privately) {
    const outgoing = await deps.outgoings.listByThread(thread.workspaceId, thread.id);
    const aim = privateAim(connector.manifest, inOrder(messages), outgoing, input, now);
    return aim.ok ? requestPrivately(deps, actor, thread, { kind: "reply", text, ...aim.value }) : aim;
  }
  const aim = thread.review
    ? await reviewAim(deps, thread)
    : messageAim(connector.manifest, inOrder(messages), messageId, now);
  if (!aim.ok) return aim;
  const crossed = await answeredByAnother(deps, actor, input, messages);
  if (crossed) return err(crossed);
  return requestOutgoing(deps, actor, thread, { kind: "reply", clientKey, text, ...aim.value });
}

/** Two who answer a comment privately in the same moment ask for one and the same answer; the other text is refused. */
async function requestPrivately(
  deps: ReplyDeps,
  actor: Actor,
  thread: Thread,
  request: OutgoingRequest,
): Promise<Result<Outgoing, Failure>> {
  const asked = await requestOutgoing(deps, actor, thread, request);
  return !asked.ok && asked.error.code === clientKeyReused().code ? err(privateReplyGiven()) : asked;
}

/** Whether somebody answered after what the member has seen; the same request sent again does not cross itself. */
async function answeredByAnother(
  deps: ReplyDeps,
  actor: Actor,
  { threadId, seenAnswer, clientKey }: ReplyInput,
  messages: readonly Message[],
): Promise<Failure | undefined> {
  if (seenAnswer === undefined) return undefined;
  const outgoing = await deps.outgoings.listByThread(actor.workspaceId, threadId);
  if (outgoing.some(({ id }) => id === outgoingIdOf(threadId, clientKey))) return undefined;
  const unseen = unseenAnswer(ownAnswers(messages, outgoing), seenAnswer, actorName(actor));
  if (!unseen) return undefined;
  const member = unseen.by === undefined ? null : await deps.members.get(actor.workspaceId, unseen.by);
  return answeredMeanwhile(member?.name ?? "");
}

type Aim = Pick<OutgoingRequest, "target" | "askedAt">;

async function reviewAim(deps: ReplyDeps, thread: Thread): Promise<Result<Aim, Failure>> {
  const review = thread.review && (await deps.reviews.get(thread.workspaceId, thread.review.id));
  if (!review || review.removed) return err(messageGone());
  return ok({ target: { kind: "review", remoteId: review.remoteId, authorRemoteId: review.author?.remoteId } });
}

function messageAim(
  manifest: Manifest,
  messages: readonly Message[],
  messageId: string | undefined,
  now: number,
): Result<Aim, Failure> {
  const theirs = messages.filter((message) => message.known && !message.own && !message.removed);
  const message = messageId === undefined ? theirs.at(-1) : messages.find(({ id }) => id === messageId);
  if (!message?.known) return err(notFound());
  if (message.removed) return err(messageGone());
  if (message.own) return err(ownMessage());
  if (message.kind !== "direct") return ok({ target: targetOf(message) });
  const askedAt = lastDirectAt(messages) ?? message.occurredAt;
  const window = windowAfter(manifest, askedAt);
  if (window && window.humanUntil < now) return err(messagingWindowClosed((window.humanUntil - askedAt) / 3_600_000));
  return ok({ target: targetOf(message), askedAt });
}

/** A message as the connector needs to know it. */
export const targetOf = (message: Message): Outgoing["target"] => ({
  kind: message.kind,
  remoteId: message.remoteId,
  parentRemoteId: message.parentRemoteId,
  authorRemoteId: message.author?.remoteId,
});
