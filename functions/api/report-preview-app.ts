import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import * as v from "valibot";
import { internal, notFound } from "#core/kernel/failure.ts";
import { languageSchema } from "#core/kernel/language.ts";
import {
  type CollectDeps,
  collectReport,
  createReportSchema,
  periodBefore,
  type RenderedReport,
  type RenderReport,
  scopeOf,
  sectionsOfKind,
} from "#core/reports/index.ts";
import type { ApiEnv } from "./context.ts";
import { refuse } from "./errors.ts";
import { negotiateLanguage } from "./language.ts";
import { parse } from "./parse.ts";
import { type SessionDeps, signedIn } from "./session.ts";

export interface PreviewDeps extends CollectDeps, SessionDeps {
  readonly render: RenderReport;
  readonly onTrouble: (error: unknown) => void;
}

/** The longest definition that fits an address. */
const maxLength = 6_000;

const previewSchema = v.object({
  /** What the report is to be, saved or not, as JSON. */
  report: v.pipe(
    v.string(),
    v.maxLength(maxLength),
    v.parseJson(),
    v.pick(createReportSchema, ["schedule", "sections", "channelIds"]),
  ),
  language: v.optional(languageSchema),
});

/**
 * `GET /api/report-preview/mail`, `text`, `pdf`: a report of the last whole period as its readers would get it, whether
 * it is saved or not. Reads only, and sends nothing.
 */
export function createReportPreview(deps: PreviewDeps) {
  const app = new Hono<ApiEnv>().basePath("/api/report-preview");
  app.use(negotiateLanguage, secureHeaders({ crossOriginResourcePolicy: "same-origin" }));
  app.use(async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
  });
  app.use(signedIn(deps));
  app.notFound((c) => refuse(c, notFound()));
  app.onError((error, c) => {
    deps.onTrouble(error);
    return refuse(c, internal("internal-error"));
  });
  app.get("/:form{mail|text|pdf}", parse("query", previewSchema), async (c) => {
    const { id: workspaceId, timeZone } = c.get("workspace");
    const { report, language = c.get("language") } = c.req.valid("query");
    const period = periodBefore(report.schedule, deps.clock.nowMs(), timeZone);
    const { sections = sectionsOfKind[report.schedule.kind] } = report;
    const content = await collectReport(deps, workspaceId, scopeOf({ ...report, sections }, period));
    const rendered = await deps.render(content, language);
    const form = c.req.param("form");
    if (form === "text") return c.text(`${rendered.subject}\n\n${rendered.text}`);
    if (form === "pdf") return c.body(new Uint8Array(rendered.pdf.bytes), 200, pdfHeaders(rendered.pdf.fileName));
    c.header("content-security-policy", "default-src 'none'; img-src data: https:; style-src 'unsafe-inline'");
    return c.html(withImages(rendered));
  });
  return app;
}

const pdfHeaders = (fileName: string) => ({
  "content-type": "application/pdf",
  "content-disposition": `inline; filename="${fileName}"`,
});

/** The mail as a page of its own: what is attached for it stands in it. */
const withImages = ({ html, images }: RenderedReport): string =>
  images.reduce(
    (all, { contentId, png }) =>
      all.replaceAll(`cid:${contentId}"`, () => `data:image/png;base64,${Buffer.from(png).toString("base64")}"`),
    html,
  );
