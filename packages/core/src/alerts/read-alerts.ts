import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { fromCursor, toCursor } from "../kernel/cursor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { type Page, pageQuerySchema } from "../kernel/page.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { AlertMail } from "./alert-mail.ts";
import { invalidCursor } from "./errors.ts";
import { isGraver, severitySchema, sideSchema } from "./kinds.ts";
import { type Alert, alertStateSchema } from "./model.ts";
import type { AlertMails, Alerts } from "./ports.ts";

export const listAlertsSchema = v.object({
  ...pageQuerySchema.entries,
  state: v.optional(alertStateSchema, "open"),
  side: v.optional(sideSchema),
  severity: v.optional(severitySchema),
});
export type ListAlerts = v.InferOutput<typeof listAlertsSchema>;

/** A page of the register, what was last seen first. */
export async function listAlerts(
  deps: { alerts: Pick<Alerts, "list"> },
  actor: Actor,
  input: ListAlerts,
): Promise<Result<Page<Alert>, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const { state, side, severity, limit } = input;
  const list = `alerts-${state}-${side ?? ""}-${severity ?? ""}`;
  const after = input.cursor === undefined ? undefined : fromCursor(workspaceId, list, input.cursor);
  if (after === null) return err(invalidCursor());
  const found = await deps.alerts.list(workspaceId, { state, side, severity }, limit + 1, after);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > items.length && last;
  return ok({ items, cursor: more ? toCursor(workspaceId, list, { at: last.lastSeenAt, id: last.id }) : undefined });
}

/** An alert of the actor's workspace, with the mails that were sent about it. */
export async function getAlert(
  deps: { alerts: Pick<Alerts, "get">; alertMails: Pick<AlertMails, "ofAlert"> },
  actor: Actor,
  input: { alertId: string },
): Promise<Result<{ alert: Alert; mails: readonly AlertMail[] }, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const alert = await deps.alerts.get(actor.workspaceId, input.alertId);
  if (!alert) return err(notFound());
  return ok({ alert, mails: await deps.alertMails.ofAlert(actor.workspaceId, alert.id) });
}

/** The most alerts that are counted; where there are more, the count says so. */
const mostCounted = 100;

/** What is open: how many, and the gravest first. One query. */
export async function openAlerts(
  deps: { alerts: Pick<Alerts, "list"> },
  workspaceId: string,
): Promise<readonly Alert[]> {
  const open = await deps.alerts.list(workspaceId, { state: "open" }, mostCounted, undefined);
  return open.toSorted((a, b) =>
    a.severity === b.severity ? b.lastSeenAt - a.lastSeenAt : isGraver(a.severity, b.severity) ? -1 : 1,
  );
}
