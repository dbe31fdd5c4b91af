import { answerOf, api } from "./client.ts";
import type { ReportDraft } from "./contract.ts";

export const listReports = () => answerOf(api.reports.$get());
export const createReport = (json: ReportDraft) => answerOf(api.reports.$post({ json }));
export const editReport = (id: string, version: number, change: Partial<ReportDraft & { paused: boolean }>) =>
  answerOf(api.reports[":id"].$patch({ param: { id }, json: { version, ...change } }));
/** Mails the last whole week to those who have not had it yet. */
export const sendReport = (id: string) => answerOf(api.reports[":id"].send.$post({ param: { id }, json: {} }));
/** What became of each mail of a report. */
export const listDeliveries = (id: string) => answerOf(api.reports[":id"].deliveries.$get({ param: { id } }));
