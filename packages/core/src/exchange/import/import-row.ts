import * as v from "valibot";
import {
  type BaseContent,
  type FetchAssetDeps,
  fetchAsset,
  noted,
  type Post,
  postDraftSchema,
} from "../../content/index.ts";
import type { MemberActor } from "../../kernel/actor.ts";
import { derivedId } from "../../kernel/derived-id.ts";
import type { Failure } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type ScheduleDeps, schedulePost } from "../../publishing/index.ts";
import type { RowMedia, RowPlan } from "./model.ts";

export type ImportRowDeps = ScheduleDeps & FetchAssetDeps;

/** A row of an import that is good. */
export interface GoodRow {
  readonly importId: string;
  readonly row: number;
  readonly plan: RowPlan;
}

/** What became of a row: its post, on the calendar or not; and what kept it from there. */
export interface ImportedRow {
  readonly post: Post;
  readonly scheduled: boolean;
  readonly failure?: Failure;
}

/**
 * Makes the post of a row, once however often it is asked: its id is made of the import and the row. Who may schedule
 * vouches for it by importing, as in the composer. Fails when one of its files can't be fetched; no post is made then. A
 * post that can't be scheduled after all (its time has passed meanwhile) stays approved, and the answer says why.
 */
export async function importRow(
  deps: ImportRowDeps,
  actor: MemberActor,
  { importId, row, plan }: GoodRow,
): Promise<Result<ImportedRow, Failure>> {
  const { workspaceId } = actor;
  const id = derivedId("post", workspaceId, importId, String(row));
  let post = await deps.posts.get(workspaceId, id);
  if (!post) {
    const mediaIds = await filesOf(deps, actor, importId, plan.media);
    if (!mediaIds.ok) return mediaIds;
    const thread: BaseContent["thread"] = [];
    for (const { text, media } of plan.thread ?? []) {
      const files = await filesOf(deps, actor, importId, media);
      if (!files.ok) return files;
      thread.push({ text, mediaIds: files.value });
    }
    const made = postOf(actor, id, plan, { mediaIds: mediaIds.value, thread }, deps.clock.nowMs());
    post = (await deps.posts.create(made)) ? made : await deps.posts.get(workspaceId, id);
  }
  if (!post) throw new Error(`The post ${id} is neither new nor there`);
  if (!plan.when || post.state !== "approved") return ok({ post, scheduled: post.state === "scheduled" });
  const scheduled = await schedulePost(deps, actor, { postId: id, when: plan.when });
  return ok(scheduled.ok ? { post, scheduled: true } : { post, scheduled: false, failure: scheduled.error });
}

/** The row's files in order, those behind addresses fetched into the library. */
async function filesOf(
  deps: FetchAssetDeps,
  actor: MemberActor,
  importId: string,
  media: readonly RowMedia[],
): Promise<Result<string[], Failure>> {
  const { workspaceId, memberId } = actor;
  const ids: string[] = [];
  for (const file of media) {
    if ("assetId" in file) {
      ids.push(file.assetId);
      continue;
    }
    const id = derivedId("asset", workspaceId, importId, file.address);
    const fetched = await fetchAsset(deps, { id, workspaceId, by: memberId, ...file });
    if (!fetched.ok) return err({ ...fetched.error, field: "media" });
    ids.push(id);
  }
  return ok([...new Set(ids)]);
}

function postOf(
  actor: MemberActor,
  id: string,
  plan: RowPlan,
  { mediaIds, thread }: Required<Pick<BaseContent, "mediaIds" | "thread">>,
  now: number,
): Post {
  const { text, link, format, firstComment, channelIds, campaignId, topic, labels, notes } = plan;
  const draft = v.parse(postDraftSchema, {
    base: {
      text,
      ...(link !== undefined && { link }),
      ...(format !== undefined && { format }),
      ...(firstComment !== undefined && { firstComment }),
      mediaIds,
      ...(thread.length > 0 && { thread }),
    },
    channelIds,
    variants: {},
    ...(campaignId !== undefined && { campaignId }),
    ...(topic !== undefined && { topic }),
    labels,
    ...(notes !== undefined && { notes }),
  });
  const post: Post = {
    ...draft,
    id,
    workspaceId: actor.workspaceId,
    state: plan.when ? "approved" : "draft",
    version: 1,
    revision: 1,
    authorId: actor.memberId,
    createdAt: now,
    updatedAt: now,
    history: [],
  };
  const created = noted(post, now, actor.memberId, "created");
  return plan.when ? noted(created, now, actor.memberId, "approved") : created;
}
