import { Hono } from "hono";
import * as v from "valibot";
import type { Member } from "#core/access/index.ts";
import { caseIdOf } from "#core/cases/index.ts";
import { moderateSchema, removeReviewAnswer } from "#core/inbox/index.ts";
import { newId } from "#core/kernel/ids.ts";
import {
  getReview,
  isNegative,
  listReviews,
  listReviewsSchema,
  type Review,
  readReviewFigures,
  readReviewFiguresSchema,
  recordAnswer,
  recordAnswerSchema,
  removeImported,
} from "#core/reviews/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse, parseHeader } from "../parse.ts";
import { actorView } from "../views/post.ts";
import { proposedView } from "./review-answers.ts";

/** A review as members read it; the history's last entry is what stands now. */
const reviewView = (review: Review) => ({
  id: review.id,
  channelId: review.channelId,
  /** The inbox thread with the answers. */
  threadId: review.threadId,
  author: { name: review.author?.name },
  rating: review.rating,
  recommends: review.recommends,
  text: review.text,
  sentiment: review.sentiment,
  language: review.language,
  isNegative: isNegative(review),
  state: review.state,
  occurredAt: review.occurredAt,
  answeredAt: review.answeredAt,
  edited: review.edited,
  history: review.history,
  /** Where an imported review stands, and what was answered there by hand. */
  imported: review.imported && { place: review.imported.place, answer: review.imported.answer },
});

/** Who removed an imported review, and when. */
const removalOf = ({ imported }: Review, members: readonly Member[]) =>
  imported?.removed && { at: imported.removed.at, by: actorView(imported.removed.by, members) };

/** Reviews and recommendations: the queue of unanswered ones, answering, taking an answer away. */
export const reviewRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/reviews", parse("query", listReviewsSchema), async (c) => {
      const page = await listReviews(deps, c.get("actor"), c.req.valid("query"));
      return page.ok
        ? c.json({ reviews: page.value.items.map(reviewView), cursor: page.value.cursor })
        : refuse(c, page.error);
    })
    .get("/reviews/figures", parse("query", readReviewFiguresSchema), async (c) => {
      const figures = await readReviewFigures(deps, c.get("actor"), c.req.valid("query"));
      return figures.ok ? c.json(figures.value) : refuse(c, figures.error);
    })
    .get("/reviews/:id", async (c) => {
      const review = await getReview(deps, c.get("actor"), { reviewId: c.req.param("id") });
      if (!review.ok) return refuse(c, review.error);
      const { workspaceId, threadId } = review.value;
      const [opened, proposed, members] = await Promise.all([
        deps.cases.get(workspaceId, caseIdOf(workspaceId, threadId)),
        deps.proposedAnswers.get(workspaceId, review.value.id),
        deps.members.list(workspaceId),
      ]);
      const answer = proposed ? proposedView(proposed, members) : undefined;
      const removal = removalOf(review.value, members);
      return c.json({ review: { ...reviewView(review.value), caseId: opened?.id, proposed: answer, removal } });
    })
    .delete("/reviews/:id", async (c) => {
      const removed = await removeImported(deps, c.get("actor"), { reviewId: c.req.param("id") });
      return removed.ok ? c.json({ review: reviewView(removed.value) }) : refuse(c, removed.error);
    })
    .put("/reviews/:id/recorded-answer", parse("json", recordAnswerSchema), async (c) => {
      const input = { ...c.req.valid("json"), reviewId: c.req.param("id") ?? "" };
      const review = await recordAnswer(deps, c.get("actor"), input);
      return review.ok ? c.json({ review: reviewView(review.value) }) : refuse(c, review.error);
    })
    .delete("/reviews/:id/answer", async (c) => {
      const given = parseHeader(c, "idempotency-key", v.optional(moderateSchema.entries.clientKey));
      if (!given.ok) return refuse(c, given.error);
      const clientKey = given.value ?? newId("act", deps.clock.nowMs());
      const removal = await removeReviewAnswer(deps, c.get("actor"), { reviewId: c.req.param("id"), clientKey });
      return removal.ok
        ? c.json({ removal: { id: removal.value.id, state: removal.value.state } }, 202)
        : refuse(c, removal.error);
    });
