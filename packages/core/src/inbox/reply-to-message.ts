import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { ConnectorFor } from "../channels/connected/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Reviews } from "../reviews/index.ts";
import { actionNotSupported, messageGone, messagingWindowClosed, ownMessage } from "./errors.ts";
import type { Message, Thread } from "./model.ts";
import type { Outgoing } from "./outgoing.ts";
import type { Messages, Threads } from "./ports.ts";
import { type RequestDeps, requestOutgoing } from "./request-outgoing.ts";
import { inOrder } from "./thread-summary.ts";

export const replySchema = v.object({
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(8000)),
  /** Chosen by the client for this answer: sending again with it never answers twice. */
  clientKey: v.pipe(v.string(), v.minLength(8), v.maxLength(100)),
  /** The message answered; by default the customer's last. Not given for a review. */
  messageId: v.optional(v.pipe(v.string(), v.maxLength(100))),
});
export type ReplyInput = v.InferOutput<typeof replySchema> & { readonly threadId: string };

export interface ReplyDeps extends RequestDeps {
  readonly threads: Threads;
  readonly messages: Messages;
  readonly reviews: Reviews;
  readonly connectorFor: ConnectorFor;
}

/** Meta Messenger Platform, "Standard messaging window": a person may be written to for 24 hours after their message. */
const windowHours = 24;

/** Answers a message or review. It is stored and sent by the respond function, once. */
export async function replyToMessage(
  deps: ReplyDeps,
  actor: Actor,
  input: ReplyInput,
): Promise<Result<Outgoing, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const thread = await deps.threads.get(actor.workspaceId, input.threadId);
  if (!thread || thread.state === "empty") return err(notFound());
  const connector = deps.connectorFor(thread.platform);
  if (!connector?.replies || !connector.manifest.capabilities.reply) return err(actionNotSupported());
  const target = thread.review ? await reviewTarget(deps, thread) : await messageTarget(deps, thread, input.messageId);
  if (!target.ok) return target;
  return requestOutgoing(deps, actor, thread, {
    kind: "reply",
    clientKey: input.clientKey,
    target: target.value,
    text: input.text,
  });
}

async function reviewTarget(deps: ReplyDeps, thread: Thread): Promise<Result<Outgoing["target"], Failure>> {
  const review = thread.review && (await deps.reviews.get(thread.workspaceId, thread.review.id));
  if (!review || review.removed) return err(messageGone());
  return ok({ kind: "review", remoteId: review.remoteId, authorRemoteId: review.author?.remoteId });
}

async function messageTarget(
  deps: ReplyDeps,
  thread: Thread,
  messageId: string | undefined,
): Promise<Result<Outgoing["target"], Failure>> {
  const messages = inOrder(await deps.messages.listByThread(thread.workspaceId, thread.id));
  const theirs = messages.filter((message) => message.known && !message.own && !message.removed);
  const message = messageId === undefined ? theirs.at(-1) : messages.find(({ id }) => id === messageId);
  if (!message?.known) return err(notFound());
  if (message.removed) return err(messageGone());
  if (message.own) return err(ownMessage());
  if (message.kind === "direct" && isOver(theirs, deps.clock.nowMs())) return err(messagingWindowClosed(windowHours));
  return ok(targetOf(message));
}

const isOver = (theirs: readonly Message[], nowMs: number): boolean =>
  nowMs - Math.max(0, ...theirs.map(({ occurredAt }) => occurredAt)) > windowHours * 3_600_000;

/** A message as the connector needs to know it. */
export const targetOf = (message: Message): Outgoing["target"] => ({
  kind: message.kind,
  remoteId: message.remoteId,
  parentRemoteId: message.parentRemoteId,
  authorRemoteId: message.author?.remoteId,
});
