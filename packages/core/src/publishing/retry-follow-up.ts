import { authorize } from "../access/index.ts";
import type { Posts } from "../content/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { changePublication } from "./change-publication.ts";
import { notBegun } from "./course.ts";
import { noFailedFollowUp } from "./errors.ts";
import { handOver } from "./hand-over.ts";
import { noted, type Publication, type PublicationContent } from "./model.ts";
import type { Publications, PublishingQueues } from "./ports.ts";
import { type SnapshotDeps, snapshotOf } from "./snapshot.ts";
import { turnOf } from "./turn.ts";

export interface RetryFollowUpDeps extends PublishingQueues, SnapshotDeps {
  readonly publications: Pick<Publications, "get" | "save">;
  readonly posts: Pick<Posts, "get">;
}

/**
 * Lets the follow-up that failed begin again, at once, and those after it in their turn. It takes the words and files
 * that the post has for it now, so that what the platform refused can be put right by editing the post. Fails with
 * `no-failed-follow-up` when nothing has failed.
 */
export async function retryFollowUp(
  deps: RetryFollowUpDeps,
  actor: Actor,
  input: { publicationId: string },
): Promise<Result<Publication, Failure>> {
  const allowed = authorize(actor, "schedule");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const found = await deps.publications.get(workspaceId, input.publicationId);
  if (!found) return err(notFound());
  const post = await deps.posts.get(workspaceId, found.postId);
  const newest = post && (await snapshotOf(deps, post, found.channelId, found.timeZone));
  const now = deps.clock.nowMs();
  const begun = await changePublication(deps.publications, workspaceId, found.id, (publication) =>
    begunAgain(publication, newest ?? publication.content, actorName(actor), now),
  );
  if (begun.ok) await handOver(deps, begun.value);
  return begun;
}

function begunAgain(
  publication: Publication,
  newest: PublicationContent,
  by: string,
  now: number,
): Result<Publication, Failure> {
  const turn = turnOf(publication);
  const failed = turn === undefined ? undefined : publication.followUps?.[turn];
  if (turn === undefined || failed?.state !== "failed") return err(noFailedFollowUp());
  const { kind } = failed;
  const followUps = publication.followUps?.map((it, index) => (index === turn ? { kind, ...notBegun } : it));
  const content = withWordsOf(publication.content, newest, turn, kind);
  const next: Publication = { ...publication, content, followUps, nextAt: now, wakeAt: now };
  return ok(noted(next, now, by, "follow-up-retried", { followUp: turn + 1, kind }));
}

/** The content in which one follow-up reads as in another content; as before where that has none in its place. */
function withWordsOf(
  content: PublicationContent,
  newest: PublicationContent,
  turn: number,
  kind: "thread-part" | "first-comment",
): PublicationContent {
  if (kind === "first-comment") return { ...content, firstComment: newest.firstComment ?? content.firstComment };
  const thread = content.thread?.map((part, index) => (index === turn ? (newest.thread?.[turn] ?? part) : part));
  return { ...content, thread };
}
