import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { reviewRequestDue } from "./events.ts";
import type { ReviewRequests } from "./ports.ts";

/** So many at a run; the next run sees to the others. */
const mostAtOnce = 200;

/** Announces every request that is due, of all workspaces, however long ago: `sendRequest` follows from it. */
export async function wakeDueRequests(deps: {
  requests: Pick<ReviewRequests, "listDue">;
  events: EventPublisher;
  clock: Clock;
}): Promise<number> {
  const due = await deps.requests.listDue(deps.clock.nowMs(), mostAtOnce);
  const events = due.map(({ workspaceId, id: requestId, version }) => {
    const event = reviewRequestDue.make(deps.clock, systemActor(workspaceId, "review-requests"), { requestId });
    return { ...event, id: derivedId("evt", requestId, event.type, String(version)) };
  });
  if (events.length > 0) await deps.events.publish(events);
  return events.length;
}
