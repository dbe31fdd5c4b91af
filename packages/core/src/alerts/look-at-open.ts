import * as v from "valibot";
import type { Workspaces } from "../access/index.ts";
import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { defineEvent, type EventPublisher } from "../kernel/events.ts";
import { inBatches } from "../kernel/in-batches.ts";
import type { Alerts } from "./ports.ts";
import { type SettleDeps, settleAlert } from "./settle-alert.ts";

/** An hour has passed since the register was last looked through. */
export const registerHourPassed = defineEvent("alerts.hour-passed", v.object({}));

/** Once an hour: has each workspace's register looked through. */
export async function askForLooks(deps: {
  workspaces: Pick<Workspaces, "listAll">;
  events: EventPublisher;
  clock: Clock;
}): Promise<number> {
  const workspaces = await deps.workspaces.listAll();
  const events = workspaces.map(({ id }) => registerHourPassed.make(deps.clock, systemActor(id, "alerts"), {}));
  if (events.length > 0) await deps.events.publish(events);
  return events.length;
}

/** So many of each state are looked at, the gravest first. */
const mostLookedAt = 500;
const atOnce = 10;

/**
 * Closes every alert whose cause has ended without an event to tell of it: a conversation marked done, an address taken
 * from a report, a token that was renewed, an opportunity that passed. One that cannot be judged does not keep the others.
 * Answers how many.
 */
export async function lookAtOpen(
  deps: SettleDeps & { readonly alerts: Pick<Alerts, "get" | "save" | "list"> },
  workspaceId: string,
): Promise<number> {
  const listed = await Promise.all(
    (["open", "acknowledged"] as const).map((state) =>
      deps.alerts.list(workspaceId, { state }, mostLookedAt, undefined),
    ),
  );
  const failures: unknown[] = [];
  let settled = 0;
  await inBatches(listed.flat(), atOnce, async ({ id }) => {
    try {
      if (await settleAlert(deps, workspaceId, id)) settled += 1;
    } catch (error) {
      failures.push(error);
    }
  });
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} alerts could not be looked at`);
  return settled;
}
