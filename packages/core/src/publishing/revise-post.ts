import type { Channels } from "../channels/connected/index.ts";
import {
  type CheckDeps,
  contentFor,
  type EditPost,
  editPost,
  type Post,
  type Posts,
  type WordBooks,
} from "../content/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { EventPublisher } from "../kernel/events.ts";
import type { Failure } from "../kernel/failure.ts";
import { ok, type Result } from "../kernel/result.ts";
import { canonicalJson } from "../kernel/stamped.ts";
import { filed, renewed } from "./calendar-changes.ts";
import { publicationsOf } from "./cancel-publication.ts";
import { changePublication } from "./change-publication.ts";
import type { Publication, PublicationContent } from "./model.ts";
import type { Publications } from "./ports.ts";
import { type SnapshotDeps, snapshotOf } from "./snapshot.ts";

export interface ReviseDeps extends SnapshotDeps, Omit<CheckDeps, "channels"> {
  readonly posts: Posts;
  readonly wordBooks: WordBooks;
  readonly channels: Channels;
  readonly publications: Pick<Publications, "get" | "getMany" | "save">;
  readonly events: EventPublisher;
}

/** The edited post, and those of its publications that the edit came too late for. */
export interface RevisedPost {
  readonly post: Post;
  readonly tooLate: readonly Publication[];
}

/**
 * Edits a post, scheduled or not; every edit comes through here. A scheduled post's publications take the edit up to the
 * moment of their claim; those it came too late for are named, if it changes what they show. Campaign, topic, customer and labels reach all of them:
 * they say how the figures are attributed, whatever has appeared.
 */
export async function revisePost(
  deps: ReviseDeps,
  actor: Actor,
  input: EditPost,
): Promise<Result<RevisedPost, Failure>> {
  const before = await deps.posts.get(actor.workspaceId, input.postId);
  const edited = await editPost(deps, actor, input);
  if (!edited.ok) return edited;
  const post = edited.value;
  // An approved post may have publications too: one was canceled and is being scheduled anew at this moment.
  if (post.state !== "scheduled" && post.state !== "approved") return ok({ post, tooLate: [] });
  const tooLate: Publication[] = [];
  for (const publication of await publicationsOf(deps.publications, post)) {
    const content = await snapshotOf(deps, post, publication.channelId, publication.timeZone);
    if (!content) continue;
    const done = await changePublication(deps.publications, post.workspaceId, publication.id, (newest) => {
      if (newest.content.revision >= content.revision) return ok(newest);
      const next = renewed(newest, content);
      return next.ok ? ok({ ...next.value, ...filed(post) }) : next;
    });
    if (done.ok) continue;
    if (mayMiss(publication, before, post, input) && looksOf(publication.content) !== looksOf(content))
      tooLate.push(publication);
    await changePublication(deps.publications, post.workspaceId, publication.id, (newest) =>
      ok({ ...newest, ...filed(post) }),
    );
  }
  return ok({ post, tooLate });
}

/**
 * Whether an edit may be one that a publication does not show: it changes what the channel shows; or it gives the words
 * anew while an edit before it is not shown, which may have been this same edit, whose answer got lost.
 */
const mayMiss = ({ channelId, content }: Publication, before: Post | null, after: Post, input: EditPost): boolean =>
  !before ||
  shownBy(before, channelId) !== shownBy(after, channelId) ||
  (content.revision < before.revision && (input.base !== undefined || input.variants !== undefined));

/** Everything of a post that decides what a channel shows; settings of the workspace and words of its files aside. */
const shownBy = (post: Post, channelId: string): string =>
  canonicalJson([contentFor(post, channelId), post.tagging, post.campaignId]);

/** What a content shows, whatever the revision it was made from. */
function looksOf({ revision: _revision, ...shown }: PublicationContent): string {
  return canonicalJson(shown);
}
