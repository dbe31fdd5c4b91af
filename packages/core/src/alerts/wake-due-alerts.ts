import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { alertDue } from "./events.ts";
import type { Alerts } from "./ports.ts";
import { tellOwed } from "./save-owing.ts";

/** So many alerts at a run; the next run sees to the others. */
const mostAtOnce = 200;

/**
 * Announces every alert whose next mail is due, of all workspaces, however long ago: `mailAlert` follows from it. Tells what
 * others left untold when they broke off. An empty look costs one query for each shard.
 */
export async function wakeDueAlerts(deps: {
  alerts: Pick<Alerts, "listDue" | "save">;
  events: EventPublisher;
  clock: Clock;
}): Promise<number> {
  const now = deps.clock.nowMs();
  const found = await deps.alerts.listDue(now, mostAtOnce);
  const due = found.filter(({ wakeAt }) => wakeAt !== undefined && wakeAt <= now);
  const events = due.map(({ workspaceId, id: alertId, kind, side, severity, round, level }) => {
    const data = { alertId, kind, side, severity, round };
    const event = alertDue.make(deps.clock, systemActor(workspaceId, "alerts"), data);
    return { ...event, id: derivedId("evt", alertId, event.type, `${round} ${level}`) };
  });
  if (events.length > 0) await deps.events.publish(events);
  for (const alert of found) if (alert.owed && alert.owed.at <= now) await tellOwed(deps, alert);
  return events.length;
}
