import type * as v from "valibot";
import type { postCanceled } from "../content/index.ts";
import {
  type Publication,
  type publicationCanceled,
  type publicationFailed,
  type publicationFollowUpEnded,
  type publicationPublished,
  type publicationRescheduled,
  publicationsOf,
} from "../publishing/index.ts";
import { type SettleDeps, settleCause } from "./settle-alert.ts";

type EventOf<Definition extends { schema: v.GenericSchema }> = v.InferOutput<Definition["schema"]>;
type Over = typeof publicationPublished | typeof publicationCanceled | typeof publicationFailed;

/** How late a post must be for an alert of it to be there. */
const maybeToldMs = 10 * 60_000;

/**
 * A post is out, canceled or given up: what was raised over it has ended, unless another post is in the same trouble.
 * Costs nothing for a post that is on time and never failed.
 */
export async function settlePost(deps: SettleDeps, { workspaceId, data, occurredAt }: EventOf<Over>): Promise<void> {
  const { channelId, publicationId, dueAt } = data;
  const at = "publishedAt" in data ? data.publishedAt : occurredAt;
  if (at - dueAt >= maybeToldMs) {
    await settleCause(deps, workspaceId, "post-unconfirmed", publicationId);
    await settleCause(deps, workspaceId, "post-overdue", channelId);
  }
  await settleFailures(deps, workspaceId, data);
}

/** What follows a post is out after all, or a member gave it up. */
export const settleFollowUp = (
  deps: SettleDeps,
  { workspaceId, data }: EventOf<typeof publicationFollowUpEnded>,
): Promise<void> => settleFailures(deps, workspaceId, data);

async function settleFailures(
  deps: SettleDeps,
  workspaceId: string,
  { channelId, failedBefore = [] }: { channelId: string; failedBefore?: string[] | undefined },
): Promise<void> {
  for (const code of failedBefore) await settleCause(deps, workspaceId, "post-failed", `${channelId}:${code}`);
}

/** A post has another time: it may be late no more. One read, and one write where that ends an alert. */
export const settleMoved = (deps: SettleDeps, { workspaceId, data }: EventOf<typeof publicationRescheduled>) =>
  settleCause(deps, workspaceId, "post-overdue", data.channelId);

/** A whole post was given up, with what of it had failed. */
export async function settleGivenUp(
  deps: SettleDeps,
  { workspaceId, data }: EventOf<typeof postCanceled>,
): Promise<void> {
  const post = await deps.posts.get(workspaceId, data.postId);
  if (!post) return;
  const failed = (await publicationsOf(deps.publications, post)).flatMap(failureOf);
  for (const cause of new Set(failed)) await settleCause(deps, workspaceId, "post-failed", cause);
}

const failureOf = ({ channelId, state, failure }: Publication): string[] =>
  state === "failed" && failure ? [`${channelId}:${failure.code}`] : [];
