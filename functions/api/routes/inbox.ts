import { Hono } from "hono";
import * as v from "valibot";
import { caseIdOf } from "#core/cases/index.ts";
import {
  assignThread,
  assignThreadSchema,
  getThread,
  listThreads,
  listThreadsSchema,
  markThread,
  moderateMessage,
  moderateSchema,
  replySchema,
  replyToMessage,
  type Thread,
  windowOf,
} from "#core/inbox/index.ts";
import { newId } from "#core/kernel/ids.ts";
import type { Publication } from "#core/publishing/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse, parseHeader } from "../parse.ts";
import { threadPageView, threadView } from "../views/thread.ts";

const deedSchema = v.object({ id: v.string(), messageId: v.string(), deed: moderateSchema.entries.action });

/** The publication that a thread's comments stand under, when it is one of ours. */
async function publicationOf(deps: ApiDeps, thread: Thread): Promise<Publication | null> {
  const { workspaceId, channelId, postRemoteId } = thread;
  const found = postRemoteId && (await deps.publishedPosts.find(workspaceId, channelId, postRemoteId));
  return found ? deps.publications.get(workspaceId, found.publicationId) : null;
}

/** The inbox: threads of every channel, answering, moderating, assigning, done. */
export const inboxRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/inbox", parse("query", listThreadsSchema), async (c) => {
      const page = await listThreads(deps, c.get("actor"), c.req.valid("query"));
      if (!page.ok) return refuse(c, page.error);
      const now = deps.clock.nowMs();
      return c.json({ threads: page.value.items.map((one) => threadView(one, now)), cursor: page.value.cursor });
    })
    .get("/inbox/:id", async (c) => {
      const actor = c.get("actor");
      const view = await getThread(deps, actor, { threadId: c.req.param("id") });
      if (!view.ok) return refuse(c, view.error);
      const [members, runs, publication, opened] = await Promise.all([
        deps.members.list(actor.workspaceId),
        deps.ruleRuns.listByThread(actor.workspaceId, view.value.thread.id),
        publicationOf(deps, view.value.thread),
        deps.cases.get(actor.workspaceId, caseIdOf(actor.workspaceId, view.value.thread.id)),
      ]);
      const { thread, messages } = view.value;
      const manifest = deps.connectorFor(thread.platform)?.manifest;
      const page = threadPageView(view.value, {
        language: c.get("language"),
        manifest,
        names: new Map(members.map(({ id, name }) => [id, name])),
        publication,
        runs,
        window: manifest && windowOf(manifest, thread, messages),
        now: deps.clock.nowMs(),
      });
      return c.json({ ...page, caseId: opened?.id });
    })
    .post("/inbox/:id/reply", parse("json", replySchema), async (c) => {
      const input = { ...c.req.valid("json"), threadId: c.req.param("id") ?? "" };
      const reply = await replyToMessage(deps, c.get("actor"), input);
      return reply.ok
        ? c.json({ reply: { id: reply.value.id, state: reply.value.state } }, 202)
        : refuse(c, reply.error);
    })
    .post("/inbox/:id/messages/:messageId/:deed", parse("param", deedSchema), async (c) => {
      const { id, messageId, deed } = c.req.valid("param");
      const given = parseHeader(c, "idempotency-key", v.optional(moderateSchema.entries.clientKey));
      if (!given.ok) return refuse(c, given.error);
      const clientKey = given.value ?? newId("act", deps.clock.nowMs());
      const input = { threadId: id, messageId, action: deed, clientKey };
      const done = await moderateMessage(deps, c.get("actor"), input);
      return done.ok ? c.json({ action: { id: done.value.id, state: done.value.state } }, 202) : refuse(c, done.error);
    })
    .post("/inbox/:id/done", async (c) => {
      const done = await markThread(deps, c.get("actor"), { threadId: c.req.param("id"), state: "done" });
      return done.ok ? c.json({ thread: threadView(done.value, deps.clock.nowMs()) }) : refuse(c, done.error);
    })
    .post("/inbox/:id/reopen", async (c) => {
      const done = await markThread(deps, c.get("actor"), { threadId: c.req.param("id"), state: "open" });
      return done.ok ? c.json({ thread: threadView(done.value, deps.clock.nowMs()) }) : refuse(c, done.error);
    })
    .post("/inbox/:id/assign", parse("json", assignThreadSchema), async (c) => {
      const input = { threadId: c.req.param("id") ?? "", memberId: c.req.valid("json").memberId };
      const done = await assignThread(deps, c.get("actor"), input);
      return done.ok ? c.json({ thread: threadView(done.value, deps.clock.nowMs()) }) : refuse(c, done.error);
    });
