import { Hono } from "hono";
import * as v from "valibot";
import {
  approvePost,
  channelIdsSchema,
  checkPost,
  createPost,
  createPostSchema,
  draftFailures,
  editPostSchema,
  getPost,
  listPosts,
  listPostsSchema,
  mediaIdsOf,
  requestChanges,
  reviewPostSchema,
  submitPost,
} from "#core/content/index.ts";
import { cancelPost, publicationsOf, revisePost, schedulePost, whenSchema } from "#core/publishing/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";
import { assetView } from "../views/asset.ts";
import { checksView, postView, publicationView } from "../views/post.ts";

const comment = v.pipe(v.string(), v.trim(), v.maxLength(2000));
const stepSchema = v.omit(reviewPostSchema, ["postId", "note"]);
const answerSchema = v.object({ ...stepSchema.entries, comment: v.optional(comment) });
const changesSchema = v.object({ ...stepSchema.entries, comment });
const scheduleSchema = v.object({ when: whenSchema, channelIds: v.optional(channelIdsSchema) });

/** Posts: writing, checking, approving, putting on the calendar. */
export const postRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/posts", parse("query", listPostsSchema), async (c) => {
      const page = await listPosts(deps, c.get("actor"), c.req.valid("query"));
      if (!page.ok) return refuse(c, page.error);
      const members = await deps.members.list(c.get("actor").workspaceId);
      return c.json({ posts: page.value.items.map((post) => postView(post, members)), cursor: page.value.cursor });
    })
    .post("/posts", parse("json", createPostSchema), async (c) => {
      const post = await createPost(deps, c.get("actor"), c.req.valid("json"));
      return post.ok ? c.json({ post: postView(post.value, [c.get("member")]) }, 201) : refuse(c, post.error);
    })
    .post("/posts/check", parse("json", createPostSchema), async (c) => {
      const draft = c.req.valid("json");
      const checks = await draftFailures(deps, c.get("actor").workspaceId, draft, draft.channelIds);
      return c.json({ checks: checksView(c.get("language"), checks) });
    })
    .get("/posts/:id", async (c) => {
      const [actor, postId, language] = [c.get("actor"), c.req.param("id"), c.get("language")];
      const post = await getPost(deps, actor, { postId });
      if (!post.ok) return refuse(c, post.error);
      const [publications, members, checks, assets] = await Promise.all([
        publicationsOf(deps.publications, post.value),
        deps.members.list(actor.workspaceId),
        checkPost(deps, actor, { postId }),
        deps.assets.getMany(actor.workspaceId, mediaIdsOf(post.value)),
      ]);
      return c.json({
        post: postView(post.value, members),
        publications: publications.map((publication) => publicationView(language, publication)),
        checks: checksView(language, checks.ok ? checks.value : []),
        assets: assets.map(assetView),
      });
    })
    .patch("/posts/:id", parse("json", v.omit(editPostSchema, ["postId"])), async (c) => {
      const input = { ...c.req.valid("json"), postId: c.req.param("id") ?? "" };
      const revised = await revisePost(deps, c.get("actor"), input);
      if (!revised.ok) return refuse(c, revised.error);
      const { post, tooLate } = revised.value;
      return c.json({
        post: postView(post, [c.get("member")]),
        tooLate: tooLate.map((publication) => publicationView(c.get("language"), publication)),
      });
    })
    .post("/posts/:id/submit", parse("json", answerSchema), async (c) => {
      const { version, comment: note } = c.req.valid("json");
      const input = { postId: c.req.param("id") ?? "", version, note };
      const post = await submitPost(deps, c.get("actor"), input);
      return post.ok ? c.json({ post: postView(post.value, [c.get("member")]) }) : refuse(c, post.error);
    })
    .post("/posts/:id/approve", parse("json", answerSchema), async (c) => {
      const { version, comment: note } = c.req.valid("json");
      const input = { postId: c.req.param("id") ?? "", version, note };
      const post = await approvePost(deps, c.get("actor"), input);
      return post.ok ? c.json({ post: postView(post.value, [c.get("member")]) }) : refuse(c, post.error);
    })
    .post("/posts/:id/request-changes", parse("json", changesSchema), async (c) => {
      const { version, comment } = c.req.valid("json");
      const input = { postId: c.req.param("id") ?? "", version, note: comment };
      const post = await requestChanges(deps, c.get("actor"), input);
      return post.ok ? c.json({ post: postView(post.value, [c.get("member")]) }) : refuse(c, post.error);
    })
    .post("/posts/:id/schedule", parse("json", scheduleSchema), async (c) => {
      const input = { ...c.req.valid("json"), postId: c.req.param("id") ?? "" };
      const scheduled = await schedulePost(deps, c.get("actor"), input);
      if (!scheduled.ok) return refuse(c, scheduled.error);
      const publications = scheduled.value.map(({ publication, clockChange }) => ({
        ...publicationView(c.get("language"), publication),
        clockChange,
      }));
      return c.json({ publications });
    })
    .post("/posts/:id/cancel", parse("json", stepSchema), async (c) => {
      const input = { ...c.req.valid("json"), postId: c.req.param("id") ?? "" };
      const post = await cancelPost(deps, c.get("actor"), input);
      return post.ok ? c.json({ post: postView(post.value, [c.get("member")]) }) : refuse(c, post.error);
    });
