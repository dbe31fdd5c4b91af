import type { Recipient, Report, ReportSchedule } from "#core/reports/model.ts";
import { type Answer, get, patch, post } from "./request.ts";

export type { Recipient, ReportSchedule };

/** A report as the dashboard needs it. */
export type ReportView = Pick<
  Report,
  "id" | "name" | "schedule" | "recipients" | "paused" | "nextDueAt" | "version"
> & {
  /** When it was last mailed, epoch ms. */
  readonly lastSentAt?: number;
};

export type ReportDraft = Pick<Report, "name" | "schedule" | "recipients">;

export const listReports = (): Promise<Answer<{ reports: ReportView[] }>> => get("/api/reports");
export const createReport = (draft: ReportDraft): Promise<Answer<unknown>> => post("/api/reports", draft);
export const editReport = (
  id: string,
  version: number,
  change: Partial<ReportDraft & { paused: boolean }>,
): Promise<Answer<unknown>> => patch(`/api/reports/${id}`, { version, ...change });
export const sendReport = (id: string): Promise<Answer<unknown>> => post(`/api/reports/${id}/send`);

/** The address of the report as its readers get it, as a page. */
export const previewUrl = (id: string): string => `/api/reports/${id}/preview`;
