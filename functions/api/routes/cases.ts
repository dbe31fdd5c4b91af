import { Hono } from "hono";
import type { Member } from "#core/access/index.ts";
import {
  type Case,
  caseCausesSchema,
  changeCase,
  changeCaseCauses,
  changeCaseSchema,
  getCase,
  listCases,
  listCasesSchema,
  openCase,
  openCaseSchema,
  readCaseCauses,
} from "#core/cases/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";
import { actorView } from "../views/post.ts";

/** A case as members read it. */
function caseView({ workspaceId: _, history, ownerId, ...rest }: Case, members: readonly Member[]) {
  const owner = members.find(({ id }) => id === ownerId);
  return {
    ...rest,
    owner: owner && { id: owner.id, name: owner.name },
    history: history.map(({ ownerId: to, by, ...entry }) => ({
      ...entry,
      by: actorView(by, members),
      owner: members.find(({ id }) => id === to)?.name,
    })),
  };
}

/** Cases of unhappy people: the list, one of them, opening by hand, working on it. */
export const caseRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/cases", parse("query", listCasesSchema), async (c) => {
      const [actor, query] = [c.get("actor"), c.req.valid("query")];
      const [page, members] = await Promise.all([listCases(deps, actor, query), deps.members.list(actor.workspaceId)]);
      if (!page.ok) return refuse(c, page.error);
      return c.json({ cases: page.value.items.map((one) => caseView(one, members)), cursor: page.value.cursor });
    })
    .post("/cases", parse("json", openCaseSchema), async (c) => {
      const actor = c.get("actor");
      const opened = await openCase(deps, actor, c.req.valid("json"));
      if (!opened.ok) return refuse(c, opened.error);
      return c.json({ case: caseView(opened.value, await deps.members.list(actor.workspaceId)) }, 201);
    })
    .get("/cases/causes", async (c) => {
      const causes = await readCaseCauses(deps, c.get("actor"));
      return causes.ok ? c.json(causes.value) : refuse(c, causes.error);
    })
    .put("/cases/causes", parse("json", caseCausesSchema), async (c) => {
      const causes = await changeCaseCauses(deps, c.get("actor"), c.req.valid("json"));
      return causes.ok ? c.json(causes.value) : refuse(c, causes.error);
    })
    .get("/cases/:id", async (c) => {
      const actor = c.get("actor");
      const found = await getCase(deps, actor, { caseId: c.req.param("id") });
      if (!found.ok) return refuse(c, found.error);
      return c.json({ case: caseView(found.value, await deps.members.list(actor.workspaceId)) });
    })
    .patch("/cases/:id", parse("json", changeCaseSchema), async (c) => {
      const actor = c.get("actor");
      const changed = await changeCase(deps, actor, { ...c.req.valid("json"), caseId: c.req.param("id") ?? "" });
      if (!changed.ok) return refuse(c, changed.error);
      return c.json({ case: caseView(changed.value, await deps.members.list(actor.workspaceId)) });
    });
