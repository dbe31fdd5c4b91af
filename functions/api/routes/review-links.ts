import { Hono } from "hono";
import * as v from "valibot";
import {
  answerReview,
  answerReviewSchema,
  getPost,
  listReviewLinks,
  makeReviewLink,
  makeReviewLinkSchema,
  revokeReviewLink,
} from "#core/content/index.ts";
import { readReview } from "#core/publishing/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";
import { reviewLinkView, reviewView } from "../views/review.ts";

/** Links to a post for people without an account: members make and revoke them, `/review` is what such a link opens. */
export const reviewLinkRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/posts/:id/review-links", async (c) => {
      const [actor, postId] = [c.get("actor"), c.req.param("id")];
      const links = await listReviewLinks(deps, actor, { postId });
      if (!links.ok) return refuse(c, links.error);
      const post = await getPost(deps, actor, { postId });
      if (!post.ok) return refuse(c, post.error);
      const members = await deps.members.list(actor.workspaceId);
      const now = deps.clock.nowMs();
      return c.json({ links: links.value.map((link) => reviewLinkView(link, post.value, members, now)) });
    })
    .post("/posts/:id/review-links", parse("json", v.omit(makeReviewLinkSchema, ["postId"])), async (c) => {
      const input = { ...c.req.valid("json"), postId: c.req.param("id") ?? "" };
      const made = await makeReviewLink(deps, c.get("actor"), input);
      return made.ok ? c.json({ id: made.value.link.id, url: made.value.url }, 201) : refuse(c, made.error);
    })
    .delete("/posts/:id/review-links/:linkId", async (c) => {
      const input = { postId: c.req.param("id"), linkId: c.req.param("linkId") };
      const revoked = await revokeReviewLink(deps, c.get("actor"), input);
      return revoked.ok ? c.json({ revoked: true }) : refuse(c, revoked.error);
    })
    .get("/review/:token", async (c) => {
      const page = await readReview(deps, c.req.param("token"));
      return page.ok ? c.json(reviewView(page.value)) : refuse(c, page.error);
    })
    .post("/review/:token", parse("json", answerReviewSchema), async (c) => {
      const token = c.req.param("token") ?? "";
      const answered = await answerReview(deps, token, c.req.valid("json"));
      return answered.ok ? c.json({ recorded: true }) : refuse(c, answered.error);
    });
