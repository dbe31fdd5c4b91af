import { Hono } from "hono";
import * as v from "valibot";
import { layAsideDraft, prioritiseThread, prioritiseThreadSchema } from "#core/inbox/index.ts";
import { versionSchema } from "#core/kernel/ids.ts";
import {
  createRule,
  editRule,
  listRules,
  orderRules,
  orderRulesSchema,
  removeRule,
  tryRule,
  tryRuleSchema,
  writeRuleSchema,
} from "#core/rules/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";
import { threadView } from "../views/thread.ts";

const versionQuery = v.object({
  version: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), versionSchema),
});

/** The rules of the inbox, and what they leave at a thread for a person. */
export const ruleRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/rules", async (c) => {
      const list = await listRules(deps, c.get("actor"));
      return list.ok ? c.json(list.value) : refuse(c, list.error);
    })
    .post("/rules", parse("json", writeRuleSchema), async (c) => {
      const made = await createRule(deps, c.get("actor"), c.req.valid("json"));
      return made.ok ? c.json({ ...made.value, rule: made.value.rules.at(-1) }, 201) : refuse(c, made.error);
    })
    .post("/rules/try", parse("json", tryRuleSchema), async (c) => {
      const tried = await tryRule(deps, c.get("actor"), c.req.valid("json"));
      return tried.ok ? c.json(tried.value) : refuse(c, tried.error);
    })
    .put("/rules/order", parse("json", orderRulesSchema), async (c) => {
      const ordered = await orderRules(deps, c.get("actor"), c.req.valid("json"));
      return ordered.ok ? c.json(ordered.value) : refuse(c, ordered.error);
    })
    .put("/rules/:id", parse("json", writeRuleSchema), async (c) => {
      const input = { ...c.req.valid("json"), ruleId: c.req.param("id") ?? "" };
      const edited = await editRule(deps, c.get("actor"), input);
      return edited.ok ? c.json(edited.value) : refuse(c, edited.error);
    })
    .delete("/rules/:id", parse("query", versionQuery), async (c) => {
      const input = { ruleId: c.req.param("id") ?? "", version: c.req.valid("query").version };
      const removed = await removeRule(deps, c.get("actor"), input);
      return removed.ok ? c.json(removed.value) : refuse(c, removed.error);
    })
    .post("/inbox/:id/priority", parse("json", prioritiseThreadSchema), async (c) => {
      const input = { ...c.req.valid("json"), threadId: c.req.param("id") ?? "" };
      const changed = await prioritiseThread(deps, c.get("actor"), input);
      return changed.ok ? c.json({ thread: threadView(changed.value, deps.clock.nowMs()) }) : refuse(c, changed.error);
    })
    .delete("/inbox/:id/draft", async (c) => {
      const laid = await layAsideDraft(deps, c.get("actor"), { threadId: c.req.param("id") });
      return laid.ok ? c.body(null, 204) : refuse(c, laid.error);
    });
