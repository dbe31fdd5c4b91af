import type { Clock } from "../kernel/clock.ts";
import type { DomainEvent, EventPublisher } from "../kernel/events.ts";
import { owing } from "../kernel/owed-events.ts";
import type { Alert } from "./model.ts";
import type { Alerts } from "./ports.ts";

export interface SaveOwingDeps {
  readonly alerts: Pick<Alerts, "save">;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/**
 * Stores an alert, whose `version` is one higher than what was read, together with its event, publishes it and notes that
 * it is told. Whoever dies in between leaves it to the due index. Answers the newest alert; `null` for a lost race.
 */
export async function saveOwing(deps: SaveOwingDeps, alert: Alert, event: DomainEvent): Promise<Alert | null> {
  const owed: Alert = { ...alert, owed: owing(alert.owed, [event], deps.clock.nowMs()) };
  return (await deps.alerts.save(owed)) ? tellOwed(deps, owed) : null;
}

/** Tells what an alert owes. When somebody changed it meanwhile, it is told once more, under the same id. */
export async function tellOwed(deps: Pick<SaveOwingDeps, "alerts" | "events">, alert: Alert): Promise<Alert> {
  if (!alert.owed) return alert;
  await deps.events.publish(alert.owed.events);
  const free: Alert = { ...alert, owed: undefined, version: alert.version + 1 };
  return (await deps.alerts.save(free)) ? free : alert;
}
