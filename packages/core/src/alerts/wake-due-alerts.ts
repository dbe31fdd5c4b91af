import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { alertDue } from "./events.ts";
import type { Alerts } from "./ports.ts";

/** So many alerts at a run; the next run sees to the others. */
const mostAtOnce = 200;

/**
 * Announces every alert whose next mail is due, of all workspaces, however long ago: `mailAlert` follows from it. An empty
 * look costs one query for each shard.
 */
export async function wakeDueAlerts(deps: {
  alerts: Pick<Alerts, "listDue">;
  events: EventPublisher;
  clock: Clock;
}): Promise<number> {
  const due = await deps.alerts.listDue(deps.clock.nowMs(), mostAtOnce);
  const events = due.map(({ workspaceId, id: alertId, kind, side, severity, round, level }) => {
    const data = { alertId, kind, side, severity, round };
    const event = alertDue.make(deps.clock, systemActor(workspaceId, "alerts"), data);
    return { ...event, id: derivedId("evt", alertId, event.type, `${round} ${level}`) };
  });
  if (events.length > 0) await deps.events.publish(events);
  return events.length;
}
