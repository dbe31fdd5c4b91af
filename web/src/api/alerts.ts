import { answerOf, api } from "./client.ts";
import type { AlertDecision, AlertFilters, AlertSettings } from "./contract.ts";

/** A page of the register. */
export const listAlerts = (query: AlertFilters & { cursor?: string }) => answerOf(api.alerts.$get({ query }));
export const readAlert = (id: string) => answerOf(api.alerts[":id"].$get({ param: { id } }));
export const acknowledgeAlert = (id: string) => answerOf(api.alerts[":id"].acknowledge.$post({ param: { id } }));
export const decideAlert = (id: string, version: number, decision: AlertDecision) =>
  answerOf(api.alerts[":id"].decide.$post({ param: { id }, json: { version, decision } }));
/** How the workspace is told of alerts. */
export const readAlertSettings = () => answerOf(api.alerts.settings.$get());
export const changeAlertSettings = (json: AlertSettings) => answerOf(api.alerts.settings.$put({ json }));

/** What the link in a mail shows, without an account; opening it changes nothing. */
export const readAlertLink = (token: string) => answerOf(api.alert[":token"].$get({ param: { token } }));
export const acknowledgeByLink = (token: string) => answerOf(api.alert[":token"].$post({ param: { token } }));
