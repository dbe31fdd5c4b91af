import type { Clock } from "../kernel/clock.ts";
import { outdated, untilCurrent } from "../kernel/until-current.ts";
import type { Ending } from "./endings/ending.ts";
import { type EndingDeps, endingOf } from "./endings/ending-of.ts";
import type { AlertKind } from "./kinds.ts";
import { type Alert, alertIdOf, noted } from "./model.ts";
import type { Alerts } from "./ports.ts";

interface StoreDeps {
  readonly alerts: Pick<Alerts, "get" | "save">;
  readonly clock: Clock;
}
export type SettleDeps = StoreDeps & EndingDeps;

const by = "system:alerts";

/**
 * Closes an alert whose cause has ended, and says by what; answers with that. Nothing happens where there is none, it is
 * closed, or the cause goes on. One read of the alert, what it takes to see whether its cause goes on, and one write where
 * it has ended. The evidence stays.
 */
export async function settleAlert(deps: SettleDeps, workspaceId: string, alertId: string): Promise<Ending | undefined> {
  return closed(deps, workspaceId, alertId, (alert) => endingOf(deps, alert));
}

/** The same for the alert of a cause. */
export const settleCause = (
  deps: SettleDeps,
  workspaceId: string,
  kind: AlertKind,
  cause: string,
): Promise<Ending | undefined> => settleAlert(deps, workspaceId, alertIdOf(workspaceId, kind, cause));

/** Closes the alert of a cause of which somebody else knows that it has ended. */
export const endCause = (
  deps: StoreDeps,
  workspaceId: string,
  kind: AlertKind,
  cause: string,
  because: Ending,
): Promise<Ending | undefined> => closed(deps, workspaceId, alertIdOf(workspaceId, kind, cause), async () => because);

async function closed(
  deps: StoreDeps,
  workspaceId: string,
  alertId: string,
  judge: (alert: Alert) => Promise<Ending | undefined>,
): Promise<Ending | undefined> {
  return untilCurrent(`Alert ${alertId}`, async () => {
    const alert = await deps.alerts.get(workspaceId, alertId);
    if (!alert || alert.state === "closed") return undefined;
    const because = await judge(alert);
    if (because === undefined) return undefined;
    const at = deps.clock.nowMs();
    const outcome = { what: "settled", because, at, by } as const;
    const next = noted({ ...alert, state: "closed", wakeAt: undefined, outcome }, at, by, "settled", { because });
    return (await deps.alerts.save({ ...next, version: alert.version + 1 })) ? because : outdated;
  });
}
