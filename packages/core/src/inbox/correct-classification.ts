import * as v from "valibot";
import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { epochMsSchema } from "../kernel/time.ts";
import { decidingTermSchema, intentSchema, sentimentSchema } from "./classify/model.ts";
import { nothingToCorrect } from "./errors.ts";
import type { Message } from "./model.ts";
import { type ReadPolicyDeps, readPolicy } from "./response-targets.ts";
import { type SettleDeps, settleThread } from "./settle-thread.ts";
import { storeMessage } from "./store-message.ts";

const answerSchema = v.object({ sentiment: sentimentSchema, intent: intentSchema });

/** A line of what the classifier got wrong: counted, and read by whoever improves it. One for each message. */
export const correctionLineSchema = v.object({
  workspaceId: v.string(),
  messageId: v.string(),
  at: epochMsSchema,
  by: v.string(),
  text: v.string(),
  terms: v.array(decidingTermSchema),
  classified: answerSchema,
  corrected: answerSchema,
});
export type CorrectionLine = v.InferOutput<typeof correctionLineSchema>;

export interface Corrections {
  /** Stores a message's line in place of an earlier one. */
  put(line: CorrectionLine): Promise<void>;
  /** The lines of a workspace, the newest first, at most `limit`. */
  list(workspaceId: string, limit: number): Promise<readonly CorrectionLine[]>;
}

export const correctClassificationSchema = answerSchema;
export type CorrectClassificationInput = v.InferOutput<typeof answerSchema> & {
  readonly threadId: string;
  readonly messageId: string;
};

/** So much of the text is kept with the line. */
const longestText = 500;

/**
 * Corrects what the classifier says of a customer's message. The correction becomes a fact of the message like those that
 * platforms report, so the thread, the events and the figures of the message's own hour follow it as they follow an edit.
 */
export async function correctClassification(
  deps: SettleDeps & ReadPolicyDeps & { readonly corrections: Corrections },
  actor: Actor,
  input: CorrectClassificationInput,
): Promise<Result<Message, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const thread = await deps.threads.get(actor.workspaceId, input.threadId);
  if (!thread) return err(notFound());
  const message = await deps.messages.get(actor.workspaceId, thread.id, input.messageId);
  if (!message?.known) return err(notFound());
  if (!message.classification || message.removed) return err(nothingToCorrect());
  const { sentiment, intent } = input;
  const { kind, own, reportedAt, content, correction } = message.facts;
  // Never before what it corrects, whatever the platform's clock says.
  const at = Math.max(deps.clock.nowMs(), content?.at ?? 0, (correction?.at ?? -1) + 1);
  const by = actorName(actor);
  const { id: threadId, channelId, platform, remoteId } = thread;
  const place = { workspaceId: actor.workspaceId, channelId, platform, threadId };
  const corrected = await storeMessage(
    deps,
    { ...place, remoteId: message.remoteId },
    { kind, own, seen: false, reportedAt, correction: { at, rank: 0, value: { sentiment, intent, by } } },
  );
  const policy = await readPolicy(deps, actor.workspaceId, channelId);
  await settleThread(deps, { ...place, remoteId }, policy);
  await deps.corrections.put({
    workspaceId: actor.workspaceId,
    messageId: message.id,
    at,
    by,
    text: message.text.slice(0, longestText),
    terms: message.classification.terms,
    classified: message.corrected ?? message.classification,
    corrected: { sentiment, intent },
  });
  return ok(corrected);
}
