import { answerOf, api, outliving } from "./client.ts";
import type { ReportChange, ReportDraft, SendOrder } from "./contract.ts";

export const listReports = () => answerOf(api.reports.$get());
export const createReport = (json: ReportDraft) => answerOf(api.reports.$post({ json }));
export const editReport = (id: string, version: number, change: Omit<ReportChange, "version">) =>
  answerOf(api.reports[":id"].$patch({ param: { id }, json: { version, ...change } }));
export const removeReport = (id: string, leaving: boolean) =>
  answerOf(api.reports[":id"].$delete({ param: { id } }, outliving(leaving)));
/** Mails the last whole period to those who have not had it yet, or one of the past once more to those who are named. */
export const sendReport = (id: string, order: SendOrder = {}) =>
  answerOf(api.reports[":id"].send.$post({ param: { id }, json: order }));
/** What became of each mail of a report, and how its readers stand. */
export const listDeliveries = (id: string) => answerOf(api.reports[":id"].deliveries.$get({ param: { id } }));
/** Stops a report for the member who asks, or has it sent again. */
export const chooseToRead = (id: string, stopped: boolean) =>
  answerOf(api.reports[":id"].reading.$post({ param: { id }, json: { stopped } }));
/** Lets mail go to a suspended address again. */
export const liftSuspension = (email: string) => answerOf(api.reports.readers.lift.$post({ json: { email } }));
