import { Hono } from "hono";
import * as v from "valibot";
import { liftSuspension, liftSuspensionSchema } from "#core/mailing/index.ts";
import {
  chooseToRead,
  chooseToReadSchema,
  createReport,
  createReportSchema,
  editReport,
  editReportSchema,
  type ReaderStanding,
  type Report,
  type ReportDelivery,
  readDeliveries,
  removeReport,
  sendReportNow,
  sendReportSchema,
} from "#core/reports/index.ts";
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

const deliveryView = ({ id, kind, period, recipient, again, withheld, state, cause, changedAt }: ReportDelivery) => ({
  id,
  kind,
  period,
  recipient,
  again,
  state: withheld?.because ?? state,
  cause,
  changedAt,
});

const readerView = ({ email, isMember, stopped, suspended }: ReaderStanding) => ({
  email,
  isMember,
  stopped: stopped && { at: stopped.at, via: stopped.via },
  suspended: suspended && { at: suspended.at, because: suspended.because, cause: suspended.cause },
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
    .delete("/reports/:id", async (c) => {
      const removed = await removeReport(deps, c.get("actor"), c.req.param("id"));
      return removed.ok ? c.body(null, 204) : refuse(c, removed.error);
    })
    .post("/reports/:id/reading", parse("json", chooseToReadSchema), async (c) => {
      const input = { ...c.req.valid("json"), reportId: c.req.param("id") ?? "" };
      const chosen = await chooseToRead(deps, c.get("actor"), input);
      return chosen.ok ? c.body(null, 204) : refuse(c, chosen.error);
    })
    .post("/reports/readers/lift", parse("json", liftSuspensionSchema), async (c) => {
      const lifted = await liftSuspension(deps, c.get("actor"), c.req.valid("json"));
      return lifted.ok ? c.body(null, 204) : refuse(c, lifted.error);
    })
    .get("/reports/:id/deliveries", async (c) => {
      const read = await readDeliveries(deps, c.get("actor"), { reportId: c.req.param("id") });
      if (!read.ok) return refuse(c, read.error);
      const { deliveries, readers } = read.value;
      return c.json({ deliveries: deliveries.map(deliveryView), readers: readers.map(readerView) });
    });
