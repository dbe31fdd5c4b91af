import { authorize, type Workspaces } from "../../access/index.ts";
import type { Channels } from "../../channels/connected/index.ts";
import { cancelIdea, type IdeaDeps, writeIdea } from "../../content/index.ts";
import { formatInstant } from "../../i18n/format.ts";
import { ideaTexts } from "../../i18n/recommendations.ts";
import type { Actor } from "../../kernel/actor.ts";
import { derivedId } from "../../kernel/derived-id.ts";
import { type Failure, notFound } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { chooseTime, type Publications, publicationIdOf } from "../../publishing/index.ts";
import type { ProposalOf, Recommendation, Undo } from "../model.ts";
import { recommendationWords } from "../wording.ts";

export interface DraftDeps extends IdeaDeps {
  readonly channels: Pick<Channels, "get" | "list">;
  readonly publications: Pick<Publications, "list">;
  readonly workspaces: Pick<Workspaces, "get">;
}

/** When the next slot of a channel is free, epoch ms; `null` when it has none. */
export async function nextFreeSlot(
  deps: Pick<DraftDeps, "channels" | "publications" | "workspaces" | "clock">,
  workspaceId: string,
  channelId: string,
): Promise<{ at: number; timeZone: string } | null> {
  const channel = await deps.channels.get(workspaceId, channelId);
  if (!channel) return null;
  const time = await chooseTime(deps, channel, publicationIdOf("", channelId), { slot: "next" });
  return time.ok ? { at: time.value.dueAt, timeZone: time.value.timeZone } : null;
}

/**
 * Writes a draft of an idea: its channel, topic or campaign as the figures advise, and in the notes what to do, why, and
 * which slot is free. The composer offers that slot by itself. The same recommendation makes the same draft.
 */
export async function applyDraft(
  deps: DraftDeps,
  actor: Actor,
  recommendation: Recommendation,
  { channelId, topic, campaignId }: ProposalOf<"draft">,
  foundAt: number,
): Promise<Result<Undo, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const { workspaceId, language } = actor;
  const channel = await deps.channels.get(workspaceId, channelId);
  if (!channel) return err(notFound());
  const free = await nextFreeSlot(deps, workspaceId, channelId);
  const { title, evidence, task } = recommendationWords(language, recommendation, channel.name);
  const texts = ideaTexts(language);
  const lines = [
    texts.idea(task),
    `${title}. ${evidence}`,
    ...(free ? [texts.freeSlot(formatInstant(language, free.at, free.timeZone))] : []),
  ];
  const id = derivedId("post", workspaceId, recommendation.id, String(foundAt));
  const written = await writeIdea(deps, actor, {
    id,
    channelIds: [channelId],
    ...(topic !== undefined && { topic }),
    ...(campaignId !== undefined && { campaignId }),
    notes: lines.join("\n"),
  });
  return written.ok ? ok({ kind: "draft", postId: id }) : written;
}

/** Cancels the draft unless somebody has worked on it since. */
export const undoDraft = (
  deps: Pick<DraftDeps, "posts" | "clock">,
  actor: Actor,
  { postId }: Extract<Undo, { kind: "draft" }>,
): Promise<Result<unknown, Failure>> => cancelIdea(deps, actor, { postId });
