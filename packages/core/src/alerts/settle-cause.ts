import type { Clock } from "../kernel/clock.ts";
import type { AlertKind } from "./kinds.ts";
import { type Alert, alertIdOf, noted } from "./model.ts";
import type { Alerts } from "./ports.ts";

const maxAttempts = 5;

/**
 * Closes the alert of a cause that has ended by itself: the post is out, the channel is connected. Nothing happens where
 * there is none, it is closed, or `mayEnd` says that something of it goes on. One read, and one write where there is something to close.
 */
export async function settleCause(
  deps: { alerts: Pick<Alerts, "get" | "save">; clock: Clock },
  workspaceId: string,
  kind: AlertKind,
  cause: string,
  mayEnd: (alert: Alert) => boolean = () => true,
): Promise<boolean> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const alert = await deps.alerts.get(workspaceId, alertIdOf(workspaceId, kind, cause));
    if (!alert || alert.state === "closed" || !mayEnd(alert)) return false;
    const at = deps.clock.nowMs();
    const by = "system:alerts";
    const settled = noted(
      { ...alert, state: "closed", wakeAt: undefined, outcome: { what: "settled", at, by } },
      at,
      by,
      "settled",
    );
    if (await deps.alerts.save({ ...settled, version: alert.version + 1 })) return true;
  }
  throw new Error(`The alert of ${kind} ${cause} changes faster than it can be settled`);
}
