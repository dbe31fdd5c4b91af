import * as v from "valibot";
import { authorize, type Members } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { DomainEvent, EventPublisher } from "../kernel/events.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { idSchema, versionSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { alertChangedMeanwhile, alertStateRefuses, unknownAlertOwner } from "./errors.ts";
import { alertClosed } from "./events.ts";
import { type Alert, noted, outcomes } from "./model.ts";
import type { Alerts } from "./ports.ts";
import { saveOwing } from "./save-owing.ts";

const noteSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000));

/** What is decided about an alert: who sees to it, what was said, how it ended. */
export const decideAlertSchema = v.object({
  version: versionSchema,
  decision: v.variant("what", [
    v.object({ what: v.literal("assign"), ownerId: idSchema }),
    v.object({ what: v.literal("note"), note: noteSchema }),
    v.object({ what: v.literal("close"), outcome: v.picklist(outcomes), note: v.optional(noteSchema) }),
  ]),
});
export type DecideAlert = v.InferOutput<typeof decideAlertSchema>;

export interface DecideAlertDeps {
  readonly alerts: Pick<Alerts, "get" | "save">;
  readonly members: Pick<Members, "get">;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/**
 * Takes a decision about an alert that is not closed. Whoever assigns or closes it has seen it: that acknowledges it too.
 * Made on the version that was seen.
 */
export async function decideAlert(
  deps: DecideAlertDeps,
  actor: Actor,
  { alertId, version, decision }: DecideAlert & { alertId: string },
): Promise<Result<Alert, Failure>> {
  const allowed = authorize(actor, "decide-alerts");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const alert = await deps.alerts.get(workspaceId, alertId);
  if (!alert) return err(notFound());
  if (alert.version !== version) return err(alertChangedMeanwhile());
  if (alert.state === "closed") return err(alertStateRefuses(alert.state));
  if (decision.what === "assign" && !(await deps.members.get(workspaceId, decision.ownerId))) {
    return err(unknownAlertOwner());
  }
  const next = { ...decided(alert, decision, actorName(actor), deps.clock.nowMs()), version: version + 1 };
  if (decision.what === "close") {
    const saved = await saveOwing(deps, next, closedEvent(deps.clock, actor, next));
    return saved ? ok(saved) : err(alertChangedMeanwhile());
  }
  return (await deps.alerts.save(next)) ? ok(next) : err(alertChangedMeanwhile());
}

function closedEvent(clock: Clock, actor: Actor, { id: alertId, kind, side, severity, round }: Alert): DomainEvent {
  const event = alertClosed.make(clock, actor, { alertId, kind, side, severity, round });
  return { ...event, id: derivedId("evt", alertId, event.type, String(round)) };
}

function decided(alert: Alert, decision: DecideAlert["decision"], by: string, at: number): Alert {
  if (decision.what === "note") return noted(alert, at, by, "noted", { note: decision.note });
  const seen: Alert = { ...alert, acknowledged: alert.acknowledged ?? { at, by }, wakeAt: undefined };
  if (decision.what === "assign") {
    const owned: Alert = { ...seen, state: "acknowledged", ownerId: decision.ownerId };
    return noted(owned, at, by, "assigned", { ownerId: decision.ownerId });
  }
  const { outcome: what, note } = decision;
  const closed: Alert = { ...seen, state: "closed", outcome: { what, at, by, ...(note && { note }) } };
  return noted(closed, at, by, "closed", { outcome: what, ...(note && { note }) });
}
