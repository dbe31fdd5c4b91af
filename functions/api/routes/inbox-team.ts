import { Hono } from "hono";
import * as v from "valibot";
import {
  changeMany,
  changeManySchema,
  correctClassification,
  correctClassificationSchema,
  labelThread,
  labelThreadSchema,
  removeNote,
  removeNoteSchema,
  sentiments,
  showPresence,
  showPresenceSchema,
  snoozeThread,
  snoozeThreadSchema,
  writeNote,
  writeNoteSchema,
} from "#core/inbox/index.ts";
import { idSchema } from "#core/kernel/ids.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse, toApiError } from "../errors.ts";
import { parse } from "../parse.ts";
import { noteView, threadView } from "../views/thread.ts";

const messageParams = v.object({ id: idSchema, messageId: idSchema });

/** How a team works in the inbox together: labels, snoozing, notes, who is there, corrections, many threads at once. */
export const inboxTeamRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .post("/inbox/many", parse("json", changeManySchema), async (c) => {
      const changed = await changeMany(deps, c.get("actor"), c.req.valid("json"));
      if (!changed.ok) return refuse(c, changed.error);
      const failed = changed.value.flatMap(({ threadId, outcome }) =>
        outcome.ok ? [] : [{ threadId, error: toApiError(c.get("language"), outcome.error) }],
      );
      return c.json({ changed: changed.value.length - failed.length, failed });
    })
    .post("/inbox/:id/labels", parse("json", labelThreadSchema), async (c) => {
      const input = { ...c.req.valid("json"), threadId: c.req.param("id") ?? "" };
      const changed = await labelThread(deps, c.get("actor"), input);
      return changed.ok ? c.json({ thread: threadView(changed.value, deps.clock.nowMs()) }) : refuse(c, changed.error);
    })
    .post("/inbox/:id/snooze", parse("json", snoozeThreadSchema), async (c) => {
      const input = { ...c.req.valid("json"), threadId: c.req.param("id") ?? "" };
      const changed = await snoozeThread(deps, c.get("actor"), input);
      return changed.ok ? c.json({ thread: threadView(changed.value, deps.clock.nowMs()) }) : refuse(c, changed.error);
    })
    .post("/inbox/:id/presence", parse("json", showPresenceSchema), async (c) => {
      const input = { ...c.req.valid("json"), threadId: c.req.param("id") ?? "" };
      const shown = await showPresence(deps, c.get("actor"), input);
      return shown.ok ? c.body(null, 204) : refuse(c, shown.error);
    })
    .post("/inbox/:id/notes", parse("json", writeNoteSchema), async (c) => {
      const input = { ...c.req.valid("json"), threadId: c.req.param("id") ?? "" };
      const written = await writeNote(deps, c.get("actor"), input);
      return written.ok ? c.json({ note: noteView(written.value, new Map()) }, 201) : refuse(c, written.error);
    })
    .delete("/inbox/:id/notes/:noteId", parse("param", removeNoteSchema), async (c) => {
      const { id, noteId } = c.req.valid("param");
      const removed = await removeNote(deps, c.get("actor"), { threadId: id, noteId });
      return removed.ok ? c.body(null, 204) : refuse(c, removed.error);
    })
    .put(
      "/inbox/:id/messages/:messageId/classification",
      parse("param", messageParams),
      parse("json", correctClassificationSchema),
      async (c) => {
        const { id, messageId } = c.req.valid("param");
        const input = { ...c.req.valid("json"), threadId: id, messageId };
        const corrected = await correctClassification(deps, c.get("actor"), input);
        return corrected.ok
          ? c.json({ classification: corrected.value.classification, corrected: corrected.value.corrected })
          : refuse(c, corrected.error);
      },
    )
    .get("/corrections", async (c) => c.json(await correctionsView(deps, c.get("actor").workspaceId)));

/** So many of the newest corrections are counted. */
const mostCounted = 500;

/** How often members corrected the classifier, by what it had said and what it is. */
async function correctionsView({ corrections }: ApiDeps, workspaceId: string) {
  const lines = await corrections.list(workspaceId, mostCounted);
  const changes = sentiments.flatMap((from) => sentiments.filter((to) => to !== from).map((to) => ({ from, to })));
  const counted = changes.map(({ from, to }) => ({
    from,
    to,
    count: lines.filter(({ classified, corrected }) => classified.sentiment === from && corrected.sentiment === to)
      .length,
  }));
  const sentiment = counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return { total: lines.length, sentiment };
}
