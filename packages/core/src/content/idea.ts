import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { conflict, type Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { noted, type Post, type PostDraft } from "./model.ts";
import type { Posts } from "./ports.ts";
import { type ReferenceDeps, unknownParts } from "./references.ts";

export interface IdeaDeps extends ReferenceDeps {
  readonly posts: Pick<Posts, "get" | "create" | "save">;
  readonly clock: Clock;
}

/** What an idea holds before anybody writes it. */
export interface Idea extends Pick<PostDraft, "channelIds" | "topic" | "campaignId" | "notes"> {
  /** The same for the same idea, so that it is written once. */
  readonly id: string;
}

/** Stores a draft without words, whose notes say what it is to become. One that was canceled untouched is a draft again. */
export async function writeIdea(deps: IdeaDeps, actor: Actor, { id, ...idea }: Idea): Promise<Result<Post, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const draft: PostDraft = { base: { text: "", mediaIds: [] }, variants: {}, labels: [], ...idea };
  const wrong = await unknownParts(deps, workspaceId, draft);
  if (wrong) return err(wrong);
  const now = deps.clock.nowMs();
  const by = actorName(actor);
  const fresh = { version: 1, revision: 1, authorId: by, createdAt: now, updatedAt: now, history: [] };
  const post = noted({ ...draft, ...fresh, id, workspaceId, state: "draft" }, now, by, "created");
  if (await deps.posts.create(post)) return ok(post);
  const there = await deps.posts.get(workspaceId, id);
  if (!there) return err(conflict("changed-meanwhile"));
  if (there.state !== "canceled" || !isUntouched(there)) return ok(there);
  const again = await deps.posts.save(noted({ ...there, state: "draft" }, now, by, "created"));
  return again ? ok(again) : err(conflict("changed-meanwhile"));
}

/** Whether nobody has written, moved or sent the idea for review. */
const isUntouched = ({ history }: Post): boolean =>
  history.every(({ what }) => what === "created" || what === "canceled");

/** Cancels an idea that nobody has worked on; one that somebody has stays as it is. */
export async function cancelIdea(
  { posts, clock }: Pick<IdeaDeps, "posts" | "clock">,
  actor: Actor,
  { postId }: { postId: string },
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const post = await posts.get(actor.workspaceId, postId);
  if (post?.state !== "draft" || !isUntouched(post)) return ok(undefined);
  // A lost race means that somebody works on it: it stays.
  await posts.save(noted({ ...post, state: "canceled" }, clock.nowMs(), actorName(actor), "canceled"));
  return ok(undefined);
}
