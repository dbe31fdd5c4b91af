import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { fromCursor, type TimePosition, toCursor } from "../kernel/cursor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { narrowedPage } from "../kernel/narrowed-page.ts";
import { type Page, pageQuerySchema } from "../kernel/page.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { AlertMail } from "./alert-mail.ts";
import { invalidCursor } from "./errors.ts";
import { severitySchema, sideSchema } from "./kinds.ts";
import { type Alert, alertStateSchema } from "./model.ts";
import type { AlertMails, AlertPosition, Alerts } from "./ports.ts";
import { rankOf } from "./rank.ts";

export const listAlertsSchema = v.object({
  ...pageQuerySchema.entries,
  state: v.optional(alertStateSchema, "open"),
  side: v.optional(sideSchema),
  severity: v.optional(severitySchema),
});
export type ListAlerts = v.InferOutput<typeof listAlertsSchema>;

/** A page of the register: the gravest first, of these what must be acknowledged soonest; of what is closed the last. */
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
  const from = input.cursor === undefined ? undefined : fromCursor(workspaceId, list, input.cursor);
  if (from === null) return err(invalidCursor());
  const { items, next } = await narrowedPage(
    {
      read: (count, after) => deps.alerts.list(workspaceId, { state }, count, after && positionAt(after)),
      fits: (alert) =>
        (side === undefined || alert.side === side) && (severity === undefined || alert.severity === severity),
      placeOf: (alert) => ({ at: alert.lastSeenAt, id: `${rankOf(alert)} ${alert.id}` }),
      lists: 1,
      isNarrow: side !== undefined || severity !== undefined,
    },
    limit,
    from,
  );
  return ok({ items, cursor: next && toCursor(workspaceId, list, next) });
}

function positionAt({ id: place }: TimePosition): AlertPosition {
  const [rank = "", id = ""] = place.split(" ");
  return { rank, id };
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

/** What is open, the gravest first. One query. */
export const openAlerts = (deps: { alerts: Pick<Alerts, "list"> }, workspaceId: string): Promise<readonly Alert[]> =>
  deps.alerts.list(workspaceId, { state: "open" }, mostCounted, undefined);
