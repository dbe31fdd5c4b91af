import { Hono } from "hono";
import {
  addLeadNote,
  addNoteSchema,
  broughtBy,
  broughtBySchema,
  changeLeadSettings,
  changeLeadSettingsSchema,
  createLead,
  createLeadSchema,
  editLead,
  editLeadSchema,
  eraseLead,
  exportLead,
  getLeadWithNotes,
  leadFromThread,
  leadFromThreadSchema,
  listLeads,
  listLeadsSchema,
  moveLead,
  moveLeadSchema,
  noteResponse,
  noteResponseSchema,
  planNextStep,
  planNextStepSchema,
  readAgenda,
} from "#core/leads/index.ts";
import { eraseRequestsOfLead } from "#core/review-requests/index.ts";
import { leadOrigins } from "../../lead-origins.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { filePart } from "../file-part.ts";
import { parse } from "../parse.ts";
import { leadDetails, leadRow } from "../views/lead.ts";

/** People with a buying interest: who they are, where they come from, what is to be done. */
export const leadRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/leads", parse("query", listLeadsSchema), async (c) => {
      const page = await listLeads(deps, c.get("actor"), c.req.valid("query"));
      if (!page.ok) return refuse(c, page.error);
      return c.json({ leads: page.value.items.map(leadRow), cursor: page.value.cursor });
    })
    .post("/leads", parse("json", createLeadSchema), async (c) => {
      const lead = await createLead(deps, c.get("actor"), c.req.valid("json"));
      return lead.ok ? c.json({ lead: leadRow(lead.value) }, 201) : refuse(c, lead.error);
    })
    .post("/leads/from-thread", parse("json", leadFromThreadSchema), async (c) => {
      const lead = await leadFromThread({ ...deps, ...leadOrigins(deps) }, c.get("actor"), c.req.valid("json"));
      return lead.ok ? c.json({ lead: leadRow(lead.value) }, 201) : refuse(c, lead.error);
    })
    .get("/leads/agenda", async (c) => {
      const { timeZone } = c.get("workspace");
      const agenda = await readAgenda(deps, c.get("actor"), { timeZone });
      if (!agenda.ok) return refuse(c, agenda.error);
      return c.json({ waiting: agenda.value.waiting.map(leadRow), steps: agenda.value.steps.map(leadRow) });
    })
    .get("/leads/brought-by", parse("query", broughtBySchema), async (c) => {
      const brought = await broughtBy(deps, c.get("actor"), c.req.valid("query"));
      if (!brought.ok) return refuse(c, brought.error);
      return c.json({ ...brought.value, leads: brought.value.leads.map(leadRow) });
    })
    .get("/leads/settings", async (c) => c.json(await deps.leadSettings.get(c.get("actor").workspaceId)))
    .put("/leads/settings", parse("json", changeLeadSettingsSchema), async (c) => {
      const saved = await changeLeadSettings(deps, c.get("actor"), c.req.valid("json"));
      return saved.ok ? c.json(saved.value) : refuse(c, saved.error);
    })
    .get("/leads/:id", async (c) => {
      const found = await getLeadWithNotes(deps, c.get("actor"), { leadId: c.req.param("id") });
      return found.ok ? c.json({ lead: leadDetails(found.value.lead, found.value.notes) }) : refuse(c, found.error);
    })
    .patch("/leads/:id", parse("json", editLeadSchema), async (c) => {
      const input = { ...c.req.valid("json"), leadId: c.req.param("id") ?? "" };
      const lead = await editLead(deps, c.get("actor"), input);
      return lead.ok ? c.json({ lead: leadRow(lead.value) }) : refuse(c, lead.error);
    })
    .post("/leads/:id/move", parse("json", moveLeadSchema), async (c) => {
      const input = { ...c.req.valid("json"), leadId: c.req.param("id") ?? "" };
      const lead = await moveLead(deps, c.get("actor"), input);
      return lead.ok ? c.json({ lead: leadRow(lead.value) }) : refuse(c, lead.error);
    })
    .put("/leads/:id/next-step", parse("json", planNextStepSchema), async (c) => {
      const input = { ...c.req.valid("json"), leadId: c.req.param("id") ?? "" };
      const lead = await planNextStep(deps, c.get("actor"), input);
      return lead.ok ? c.json({ lead: leadRow(lead.value) }) : refuse(c, lead.error);
    })
    .post("/leads/:id/response", parse("json", noteResponseSchema), async (c) => {
      const input = { ...c.req.valid("json"), leadId: c.req.param("id") ?? "" };
      const lead = await noteResponse(deps, c.get("actor"), input);
      return lead.ok ? c.json({ lead: leadRow(lead.value) }) : refuse(c, lead.error);
    })
    .post("/leads/:id/notes", parse("json", addNoteSchema), async (c) => {
      const input = { ...c.req.valid("json"), leadId: c.req.param("id") ?? "" };
      const note = await addLeadNote(deps, c.get("actor"), input);
      return note.ok ? c.json({ note: { id: note.value.id, at: note.value.at } }, 201) : refuse(c, note.error);
    })
    .get("/leads/:id/export.json", async (c) => {
      const found = await exportLead(deps, c.get("actor"), { leadId: c.req.param("id") });
      if (!found.ok) return refuse(c, found.error);
      const text = `${JSON.stringify(found.value, null, 2)}\n`;
      return filePart(c, { name: `dopys-${found.value.lead.id}.json`, contentType: "application/json", text });
    })
    .post("/leads/:id/erase", async (c) => {
      const lead = await eraseLead(deps, c.get("actor"), { leadId: c.req.param("id") });
      if (!lead.ok) return refuse(c, lead.error);
      await eraseRequestsOfLead(deps, lead.value);
      return c.json({ lead: leadRow(lead.value) });
    });
