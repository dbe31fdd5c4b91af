import { Hono } from "hono";
import {
  createSavedReply,
  editSavedReply,
  editSavedReplySchema,
  removeSavedReply,
  type SavedReply,
  savedReplyDraftSchema,
} from "#core/inbox/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";

const savedReplyView = ({ id, name, texts, version }: SavedReply) => ({ id, name, texts, version });

/** Replies that a workspace uses again. */
export const savedReplyRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/saved-replies", async (c) => {
      const replies = await deps.savedReplies.list(c.get("actor").workspaceId);
      return c.json({ replies: replies.map(savedReplyView) });
    })
    .post("/saved-replies", parse("json", savedReplyDraftSchema), async (c) => {
      const made = await createSavedReply(deps, c.get("actor"), c.req.valid("json"));
      return made.ok ? c.json({ reply: savedReplyView(made.value) }, 201) : refuse(c, made.error);
    })
    .put("/saved-replies/:id", parse("json", editSavedReplySchema), async (c) => {
      const input = { ...c.req.valid("json"), replyId: c.req.param("id") ?? "" };
      const edited = await editSavedReply(deps, c.get("actor"), input);
      return edited.ok ? c.json({ reply: savedReplyView(edited.value) }) : refuse(c, edited.error);
    })
    .delete("/saved-replies/:id", async (c) => {
      const removed = await removeSavedReply(deps, c.get("actor"), { replyId: c.req.param("id") });
      return removed.ok ? c.body(null, 204) : refuse(c, removed.error);
    });
