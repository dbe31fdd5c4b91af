import { Hono } from "hono";
import * as v from "valibot";
import { notFound } from "#core/kernel/failure.ts";
import { languageSchema } from "#core/kernel/language.ts";
import {
  collectReport,
  createReport,
  createReportSchema,
  editReport,
  editReportSchema,
  listReportDeliveries,
  periodBefore,
  type Report,
  type ReportDelivery,
  scopeOf,
  sendReportNow,
  sendReportSchema,
} from "#core/reports/index.ts";
import { previewHtml } from "#core/reports/render/preview.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";

const reportView = ({ id, name, schedule, sections, channelIds, recipients, paused, nextDueAt, version }: Report) => ({
  id,
  name,
  schedule,
  sections,
  channelIds,
  recipients,
  paused,
  nextDueAt,
  version,
});

const deliveryView = ({ id, period, recipient, state, cause, changedAt }: ReportDelivery) => ({
  id,
  period,
  recipient,
  state,
  cause,
  changedAt,
});

/** Reports: who gets what when, sending by hand, and what became of each mail. */
export const reportRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/reports", async (c) => {
      const reports = await deps.reports.list(c.get("actor").workspaceId);
      return c.json({ reports: reports.map(reportView) });
    })
    .post("/reports", parse("json", createReportSchema), async (c) => {
      const report = await createReport(deps, c.get("actor"), c.req.valid("json"));
      return report.ok ? c.json({ report: reportView(report.value) }, 201) : refuse(c, report.error);
    })
    .patch("/reports/:id", parse("json", editReportSchema), async (c) => {
      const report = await editReport(deps, c.get("actor"), c.req.param("id") ?? "", c.req.valid("json"));
      return report.ok ? c.json({ report: reportView(report.value) }) : refuse(c, report.error);
    })
    .post("/reports/:id/send", parse("json", v.omit(sendReportSchema, ["reportId"])), async (c) => {
      const input = { ...c.req.valid("json"), reportId: c.req.param("id") ?? "" };
      const sending = await sendReportNow(deps, c.get("actor"), input);
      return sending.ok ? c.json({ period: sending.value }, 202) : refuse(c, sending.error);
    })
    .get("/reports/:id/preview", parse("query", v.object({ language: v.optional(languageSchema) })), async (c) => {
      const { id: workspaceId, timeZone } = c.get("workspace");
      const report = await deps.reports.get(workspaceId, c.req.param("id") ?? "");
      if (!report) return refuse(c, notFound());
      const content = await collectReport(
        deps,
        workspaceId,
        scopeOf(report, periodBefore(report.schedule, deps.clock.nowMs(), timeZone)),
      );
      c.header("content-security-policy", "default-src 'none'; img-src data:; style-src 'unsafe-inline'");
      return c.html(previewHtml(content, c.req.valid("query").language ?? c.get("language")));
    })
    .get("/reports/:id/deliveries", async (c) => {
      const deliveries = await listReportDeliveries(deps, c.get("actor"), { reportId: c.req.param("id") });
      return deliveries.ok ? c.json({ deliveries: deliveries.value.map(deliveryView) }) : refuse(c, deliveries.error);
    });
