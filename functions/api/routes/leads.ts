import { Hono } from "hono";
import { getLead, type Lead, listLeads, listLeadsSchema } from "#core/leads/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";

const leadView = ({ id, name, emails, phones, stage, sources, channelId, createdAt, details }: Lead) => ({
  id,
  name,
  email: emails[0],
  phone: phones[0],
  stage,
  source: sources[0]?.kind,
  fields: sources[0]?.fields,
  channelId,
  createdAt,
  details,
});

/** People with a buying interest. */
export const leadRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/leads", parse("query", listLeadsSchema), async (c) => {
      const page = await listLeads(deps, c.get("actor"), c.req.valid("query"));
      if (!page.ok) return refuse(c, page.error);
      return c.json({ leads: page.value.items.map(leadView), cursor: page.value.cursor });
    })
    .get("/leads/:id", async (c) => {
      const lead = await getLead(deps, c.get("actor"), { leadId: c.req.param("id") });
      return lead.ok ? c.json({ lead: leadView(lead.value) }) : refuse(c, lead.error);
    });
