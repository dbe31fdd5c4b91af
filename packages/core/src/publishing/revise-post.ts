import type { Channels, ConnectorFor } from "../channels/connected/index.ts";
import { type Assets, type EditPost, editPost, type Post, type Posts } from "../content/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { EventPublisher } from "../kernel/events.ts";
import type { Failure } from "../kernel/failure.ts";
import { ok, type Result } from "../kernel/result.ts";
import { renewed } from "./calendar-changes.ts";
import { publicationsOf } from "./cancel-publication.ts";
import { changePublication } from "./change-publication.ts";
import type { Publication } from "./model.ts";
import type { Publications } from "./ports.ts";
import { snapshotOf } from "./snapshot.ts";

export interface ReviseDeps {
  readonly posts: Posts;
  readonly assets: Assets;
  readonly channels: Channels;
  readonly connectorFor: ConnectorFor;
  readonly publications: Pick<Publications, "get" | "getMany" | "save">;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/** The edited post, and those of its publications that the edit came too late for. */
export interface RevisedPost {
  readonly post: Post;
  readonly tooLate: readonly Publication[];
}

/**
 * Edits a post, scheduled or not; every edit comes through here. A scheduled post's publications take the edit up to the
 * moment of their claim; those it came too late for are named.
 */
export async function revisePost(
  deps: ReviseDeps,
  actor: Actor,
  input: EditPost,
): Promise<Result<RevisedPost, Failure>> {
  const edited = await editPost(deps, actor, input);
  if (!edited.ok) return edited;
  const post = edited.value;
  if (post.state !== "scheduled") return ok({ post, tooLate: [] });
  const tooLate: Publication[] = [];
  for (const publication of await publicationsOf(deps.publications, post)) {
    const content = await snapshotOf(deps.assets, post, publication.channelId);
    if (!content) continue;
    const done = await changePublication(deps.publications, post.workspaceId, publication.id, (newest) =>
      newest.content.revision >= content.revision ? ok(newest) : renewed(newest, content),
    );
    if (!done.ok) tooLate.push(publication);
  }
  return ok({ post, tooLate });
}
