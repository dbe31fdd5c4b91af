import type * as v from "valibot";
import {
  isLate,
  type Publication,
  type Publications,
  type publicationCanceled,
  type publicationFailed,
  type publicationPublished,
  type publicationRescheduled,
} from "../publishing/index.ts";
import type { AlertKind } from "./kinds.ts";
import { alertIdOf, type Evidence, evidenceOfRound } from "./model.ts";
import type { RaiseDeps } from "./raise-alert.ts";
import { settleCause } from "./settle-cause.ts";

export interface SettlePublishingDeps extends Pick<RaiseDeps, "alerts" | "clock"> {
  readonly publications: Pick<Publications, "getMany">;
}

type EventOf<Definition extends { schema: v.GenericSchema }> = v.InferOutput<Definition["schema"]>;
type Over = typeof publicationPublished | typeof publicationCanceled | typeof publicationFailed;

/** How late a post must be for an alert of it to be there. */
const maybeToldMs = 10 * 60_000;

/**
 * A post is out, canceled or given up: what was raised over it has ended, unless another post is in the same trouble.
 * Costs nothing for a post that is on time and never failed.
 */
export async function settlePost(
  deps: SettlePublishingDeps,
  { workspaceId, data, occurredAt }: EventOf<Over>,
): Promise<void> {
  const { channelId, publicationId, dueAt, failedBefore = [] } = data;
  const at = "publishedAt" in data ? data.publishedAt : occurredAt;
  if (at - dueAt >= maybeToldMs) {
    await settleCause(deps, workspaceId, "post-unconfirmed", publicationId);
    await settleLate(deps, workspaceId, channelId);
  }
  for (const code of failedBefore) {
    await settleGroup(deps, workspaceId, "post-failed", `${channelId}:${code}`, (post, key) =>
      hasFailed(post, key, code),
    );
  }
}

/** A post has another time: it may be late no more. One read, and one write where that ends an alert. */
export const settleMoved = (
  deps: SettlePublishingDeps,
  { workspaceId, data }: EventOf<typeof publicationRescheduled>,
): Promise<void> => settleLate(deps, workspaceId, data.channelId);

const settleLate = (deps: SettlePublishingDeps, workspaceId: string, channelId: string): Promise<void> =>
  settleGroup(deps, workspaceId, "post-overdue", channelId, (post) => isLate(post, deps.clock.nowMs()));

/**
 * Closes an alert of several posts when none of them is in that trouble any more. One that names more posts than it shows
 * stays: nobody can tell of the others.
 */
async function settleGroup(
  deps: SettlePublishingDeps,
  workspaceId: string,
  kind: AlertKind,
  cause: string,
  isInTrouble: (post: Publication, key: string) => boolean,
): Promise<void> {
  const alert = await deps.alerts.get(workspaceId, alertIdOf(workspaceId, kind, cause));
  const evidence = alert && evidenceOfRound(alert);
  if (!alert || alert.state === "closed" || !evidence) return;
  const ids = new Set(evidence.map(publicationIdIn));
  const posts = new Map((await deps.publications.getMany(workspaceId, [...ids])).map((post) => [post.id, post]));
  const goesOn = evidence.some((one) => {
    const post = posts.get(publicationIdIn(one));
    return post !== undefined && isInTrouble(post, one.key);
  });
  if (!goesOn) await settleCause(deps, workspaceId, kind, cause, ({ version }) => version === alert.version);
}

/** The key of a post's evidence begins with its publication. */
const publicationIdIn = ({ key }: Evidence): string => key.split(" ")[0] ?? "";

/** Whether a post has not come past what it failed over: it waits to be tried again, or has failed over the same. */
function hasFailed({ state, failure, followUps = [] }: Publication, key: string, code: string): boolean {
  const [, part = ""] = key.split(" ");
  const ofPart = followUps.filter(({ kind }) => kind === part);
  if (ofPart.length > 0) return ofPart.some((one) => one.state === "failed");
  if (state === "failed") return failure?.code === code;
  return state !== "published" && state !== "canceled";
}
