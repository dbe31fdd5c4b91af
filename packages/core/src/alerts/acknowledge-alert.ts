import { authorize } from "../access/index.ts";
import { type Actor, actorName, type ExternalActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type OpenLinkDeps, openAlertLink } from "./alert-link.ts";
import { alertChangedMeanwhile, alertStateRefuses } from "./errors.ts";
import { alertAcknowledged } from "./events.ts";
import { type Alert, noted } from "./model.ts";
import type { Alerts } from "./ports.ts";
import { saveOwing } from "./save-owing.ts";

export interface AcknowledgeDeps {
  readonly alerts: Pick<Alerts, "get" | "save">;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/** Says that a member has seen an alert; nobody is mailed about it any more. Saying it again changes nothing. */
export async function acknowledgeAlert(
  deps: AcknowledgeDeps,
  actor: Actor,
  input: { alertId: string },
): Promise<Result<Alert, Failure>> {
  const allowed = authorize(actor, "acknowledge");
  if (!allowed.ok) return allowed;
  const alert = await deps.alerts.get(actor.workspaceId, input.alertId);
  return alert ? acknowledge(deps, actor, alert) : err(notFound());
}

/** The same through the link in a mail, which is all that is asked of its reader. */
export async function acknowledgeByLink(
  deps: AcknowledgeDeps & OpenLinkDeps,
  token: string,
): Promise<Result<Alert, Failure>> {
  const opened = await openAlertLink(deps, token);
  if (!opened.ok) return opened;
  const { alert, mail } = opened.value;
  const { name, language } = mail.reader;
  const actor: ExternalActor = { type: "external", workspaceId: alert.workspaceId, name, language };
  return acknowledge(deps, actor, alert, mail.memberId);
}

/** Others change one alert at the same time only so often. */
const maxAttempts = 5;

async function acknowledge(
  deps: AcknowledgeDeps,
  actor: Actor,
  found: Alert,
  memberId?: string,
): Promise<Result<Alert, Failure>> {
  const by = memberId ?? actorName(actor);
  const { workspaceId, id } = found;
  let alert: Alert | null = found;
  for (let attempt = 0; alert && attempt < maxAttempts; attempt++) {
    if (alert.state === "closed") return err(alertStateRefuses(alert.state));
    if (alert.state === "acknowledged") return ok(alert);
    const at = deps.clock.nowMs();
    const next: Alert = {
      ...noted(
        { ...alert, state: "acknowledged", acknowledged: { at, by }, wakeAt: undefined },
        at,
        by,
        "acknowledged",
      ),
      version: alert.version + 1,
    };
    const { kind, side, severity, round } = next;
    const event = alertAcknowledged.make(deps.clock, actor, { alertId: id, kind, side, severity, round });
    const told = { ...event, id: derivedId("evt", id, event.type, String(round)) };
    const saved = await saveOwing(deps, next, told);
    if (saved) return ok(saved);
    alert = await deps.alerts.get(workspaceId, id);
  }
  return err(alert ? alertChangedMeanwhile() : notFound());
}
