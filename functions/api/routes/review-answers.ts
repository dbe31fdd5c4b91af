import { Hono } from "hono";
import type { Member } from "#core/access/index.ts";
import {
  answerReviewSchema,
  answerRuleSchema,
  approveAnswer,
  approveAnswerSchema,
  changeAnswerRule,
  listWaitingAnswers,
  type ProposedAnswer,
  readAnswerRule,
  returnAnswer,
  returnAnswerSchema,
  submitAnswer,
} from "#core/inbox/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";
import { actorView } from "../views/post.ts";

/** An answer that waits for approval, as members read it. */
export const proposedView = (
  { reviewId, text, by, at, state, decidedBy, decidedAt, note, version }: ProposedAnswer,
  members: readonly Member[],
) => ({
  ...{ reviewId, text, at, state, decidedAt, note, version },
  by: actorView(by, members),
  decidedBy: decidedBy === undefined ? undefined : actorView(decidedBy, members),
});

/** Answering reviews: at once or with approval, and who has the right to what. */
export const reviewAnswerRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/reviews/answer-rule", async (c) => {
      const rule = await readAnswerRule(deps, c.get("actor"));
      return rule.ok ? c.json(rule.value) : refuse(c, rule.error);
    })
    .put("/reviews/answer-rule", parse("json", answerRuleSchema), async (c) => {
      const rule = await changeAnswerRule(deps, c.get("actor"), c.req.valid("json"));
      return rule.ok ? c.json(rule.value) : refuse(c, rule.error);
    })
    .get("/reviews/waiting-answers", async (c) => {
      const actor = c.get("actor");
      const [waiting, members] = await Promise.all([
        listWaitingAnswers(deps, actor),
        deps.members.list(actor.workspaceId),
      ]);
      if (!waiting.ok) return refuse(c, waiting.error);
      return c.json({ answers: waiting.value.map((one) => proposedView(one, members)) });
    })
    .post("/reviews/:id/answer", parse("json", answerReviewSchema), async (c) => {
      const actor = c.get("actor");
      const input = { ...c.req.valid("json"), reviewId: c.req.param("id") ?? "" };
      const submitted = await submitAnswer(deps, actor, input);
      if (!submitted.ok) return refuse(c, submitted.error);
      const what = submitted.value;
      const members = await deps.members.list(actor.workspaceId);
      return c.json(
        {
          /** On its way to the platform. */
          answer: "outgoing" in what ? { id: what.outgoing.id, state: what.outgoing.state } : undefined,
          /** Waiting for approval. */
          proposed: "proposed" in what ? proposedView(what.proposed, members) : undefined,
        },
        202,
      );
    })
    .post("/reviews/:id/proposed/approve", parse("json", approveAnswerSchema), async (c) => {
      const actor = c.get("actor");
      const input = { ...c.req.valid("json"), reviewId: c.req.param("id") ?? "" };
      const approved = await approveAnswer(deps, actor, input);
      if (!approved.ok) return refuse(c, approved.error);
      return c.json({ proposed: proposedView(approved.value, await deps.members.list(actor.workspaceId)) }, 202);
    })
    .post("/reviews/:id/proposed/return", parse("json", returnAnswerSchema), async (c) => {
      const actor = c.get("actor");
      const input = { ...c.req.valid("json"), reviewId: c.req.param("id") ?? "" };
      const returned = await returnAnswer(deps, actor, input);
      if (!returned.ok) return refuse(c, returned.error);
      return c.json({ proposed: proposedView(returned.value, await deps.members.list(actor.workspaceId)) });
    });
