import type * as v from "valibot";
import type { Message, Messages, messageReceived } from "../inbox/index.ts";
import type { Evidence } from "./evidence.ts";
import { messageEvidence } from "./message-evidence.ts";
import { isHappy } from "./praise.ts";
import { type RaiseDeps, raiseAlert } from "./raise-alert.ts";
import { crisisSignal } from "./signals/crisis-signal.ts";
import { type WatchNegativeDeps, watchNegative } from "./watch-negative.ts";
import { type WatchQuestionDeps, watchQuestion } from "./watch-question.ts";

export interface WatchMessageDeps extends RaiseDeps, WatchNegativeDeps, WatchQuestionDeps {
  readonly messages: Pick<Messages, "get" | "listByChannelAndTime">;
  /** How many follow the author of a message, where the platform says so. */
  readonly followersOf: (message: Message) => Promise<number | undefined>;
}

/** What is older is not news: reconciliation also brings what was written days ago. */
const newsMs = 48 * 3_600_000;
/** Who is followed by so many is heard far beyond the thread. */
const influentialFrom = 10_000;

type MessageEvent = v.InferOutput<(typeof messageReceived)["schema"]>;

/**
 * What of the register follows from a customer's message: words of crisis, a burst of negative ones, a question that many
 * ask, somebody influential, somebody happy. One read of the message; what else is read depends on what it says.
 */
export async function watchMessage(deps: WatchMessageDeps, { workspaceId, data }: MessageEvent): Promise<void> {
  const { threadId, messageId, own, removed, postedAt, changedAt = postedAt } = data;
  if (own || removed || deps.clock.nowMs() - changedAt > newsMs) return;
  const message = await deps.messages.get(workspaceId, threadId, messageId);
  if (!message || message.removed || message.own) return;
  const evidence = messageEvidence(message);
  const crisis = crisisSignal(message.channelId, message.text, evidence);
  if (crisis) await raiseAlert(deps, workspaceId, crisis);
  const { sentiment, intent } = message.classification ?? {};
  if (sentiment === "negative" && intent !== "spam") await watchNegative(deps, workspaceId, evidence, message);
  if (intent === "question" || intent === "buying-interest") await watchQuestion(deps, message, evidence);
  await watchAuthor(deps, message, evidence);
  if (isHappy(message)) {
    const cause = `${message.threadId}`;
    await raiseAlert(deps, workspaceId, {
      ...about(message),
      kind: "happy-customer",
      cause,
      severity: "low",
      evidence: [evidence],
    });
  }
}

const about = ({ channelId, author }: Message) => ({ channelId, params: { person: author?.name ?? "" } });

async function watchAuthor(deps: WatchMessageDeps, message: Message, evidence: Evidence): Promise<void> {
  const { author, platform, channelId, workspaceId } = message;
  const followers = author && (await deps.followersOf(message));
  if (!author || followers === undefined || followers < influentialFrom) return;
  await raiseAlert(deps, workspaceId, {
    kind: "influential-author",
    cause: `${platform}:${author.remoteId}`,
    severity: message.classification?.sentiment === "negative" ? "high" : "medium",
    channelId,
    params: { person: author.name ?? "", followers },
    evidence: [evidence],
  });
}
