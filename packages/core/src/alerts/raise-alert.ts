import type { Workspaces } from "../access/index.ts";
import { actorName, systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { outdated, untilCurrent } from "../kernel/until-current.ts";
import { levels, nextMailAt } from "./escalation.ts";
import { alertRaised } from "./events.ts";
import type { Evidence } from "./evidence.ts";
import { endsByDecision, isGraver, sideOf } from "./kinds.ts";
import { type Alert, type AlertParams, alertIdOf, noted } from "./model.ts";
import { isKnown, withEvidence } from "./pieces.ts";
import type { AlertSettingsStore, Alerts } from "./ports.ts";
import type { Signal } from "./signal.ts";

export interface RaiseDeps {
  readonly alerts: Alerts;
  readonly alertSettings: Pick<AlertSettingsStore, "get">;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

export type RaiseOutcome = "raised" | "reopened" | "worsened" | "added" | "known";

const actor = (workspaceId: string) => systemActor(workspaceId, "alerts");

/**
 * Takes a signal into the register: the first of its cause makes an alert, further ones add their evidence to it, one that
 * comes after it was closed opens it again, and so does one of a threat without an end of its own that comes a day or more after
 * it was acknowledged or told to everybody; a graver one makes it graver. The same signal again changes nothing, and only
 * announces again what an earlier attempt may have died over. One conditional write.
 */
export async function raiseAlert(deps: RaiseDeps, workspaceId: string, signal: Signal): Promise<RaiseOutcome> {
  const id = alertIdOf(workspaceId, signal.kind, signal.cause);
  return untilCurrent(`Alert ${id}`, async () => {
    const stored = await deps.alerts.get(workspaceId, id);
    if (!stored) {
      const fresh = await scheduled(deps, begun(workspaceId, id, signal, deps.clock.nowMs()));
      if (!(await deps.alerts.create(fresh))) return outdated;
      await announce(deps, fresh);
      return "raised";
    }
    const [next, outcome] = taken(stored, signal, deps.clock.nowMs());
    if (outcome === "known") {
      if (isUntold(stored)) await announce(deps, stored);
      return outcome;
    }
    const changed = outcome === "added" ? next : await scheduled(deps, next);
    if (!(await deps.alerts.save({ ...changed, version: stored.version + 1 }))) return outdated;
    if (outcome !== "added") await announce(deps, changed);
    return outcome;
  });
}

function begun(workspaceId: string, id: string, signal: Signal, now: number): Alert {
  const { kind, severity, channelId, params = {}, evidence } = signal;
  const empty: Alert = {
    workspaceId,
    id,
    kind,
    side: sideOf(kind),
    severity,
    state: "open",
    channelId,
    params,
    evidence: [],
    unshown: [],
    seen: [],
    count: 0,
    countBefore: 0,
    firstSeenAt: evidence[0].at,
    lastSeenAt: evidence[0].at,
    round: 1,
    openedAt: now,
    level: 0,
    history: [],
    version: 1,
  };
  return noted(withEvidence(empty, evidence), now, actorName(actor(workspaceId)), "raised", { severity });
}

/**
 * What a further signal makes of an alert. What had happened before a member closed it belongs to what was closed; one that
 * closed by itself has ended for what it knew, so that whatever it did not know opens it again.
 */
function taken(stored: Alert, signal: Signal, now: number): [Alert, RaiseOutcome] {
  const fresh = signal.evidence.filter((one) => !isKnown(stored, one));
  const isWorse = isGraver(signal.severity, stored.severity);
  const by = actorName(actor(stored.workspaceId));
  if (stored.state === "closed") {
    const { what, at: closedAt } = stored.outcome ?? { what: "settled", at: 0 };
    if (!fresh.some(({ at }) => what === "settled" || at > closedAt)) return [stored, "known"];
    const { severity } = signal;
    const next = reopened({ ...countedAnew(stored, fresh, signal), severity }, now);
    return [noted(next, now, by, "reopened", { severity }), "reopened"];
  }
  if (fresh.length === 0 && !isWorse) return [stored, "known"];
  const added = { ...withEvidence(stored, fresh), params: together(stored.params, signal.params ?? {}) };
  if (isNewsOf(stored, fresh, now)) {
    const severity = isWorse ? signal.severity : stored.severity;
    const next = reopened({ ...countedAnew(stored, fresh, signal), severity }, now);
    return [noted(next, now, by, "reopened", { severity }), "reopened"];
  }
  if (!isWorse) return [added, "added"];
  const worse = reopened({ ...added, severity: signal.severity }, now);
  return [noted(worse, now, by, "worsened", { severity: signal.severity }), "worsened"];
}

/** The alert with what came after all that it knew, counted for itself. */
const countedAnew = (stored: Alert, fresh: readonly Evidence[], { params = {} }: Signal): Alert => ({
  ...withEvidence({ ...stored, sinceAt: undefined }, fresh),
  countBefore: stored.count,
  params: { ...stored.params, ...params },
});

/** For so long what comes to a threat belongs to what was seen, or told to everybody. */
const lullMs = 24 * 3_600_000;

/**
 * Whether what comes to a threat has been seen by nobody: it was acknowledged, or everybody told of it, long ago. One that has
 * no end of its own stays acknowledged until a member closes it; it must not swallow the next wave.
 */
function isNewsOf({ kind, acknowledged, level, mailedAt }: Alert, fresh: readonly Evidence[], now: number): boolean {
  const seenAt = acknowledged?.at ?? (level >= levels ? mailedAt : undefined);
  if (!endsByDecision(kind) || seenAt === undefined || now - seenAt < lullMs) return false;
  return fresh.some(({ at }) => at > seenAt);
}

/** What both say, and of figures the greater: signals of one round come in any order. */
function together(stored: AlertParams, added: AlertParams): AlertParams {
  const greater = Object.entries(added).filter(([name, value]) => {
    const before = stored[name];
    return typeof before !== "number" || typeof value !== "number" || value >= before;
  });
  return { ...stored, ...Object.fromEntries(greater) };
}

const reopened = (alert: Alert, now: number): Alert => ({
  ...alert,
  state: "open",
  round: alert.round + 1,
  openedAt: now,
  level: 0,
  mailedAt: undefined,
  answerBy: undefined,
  acknowledged: undefined,
  outcome: undefined,
});

async function scheduled(deps: RaiseDeps, alert: Alert): Promise<Alert> {
  const [settings, workspace] = await Promise.all([
    deps.alertSettings.get(alert.workspaceId),
    deps.workspaces.get(alert.workspaceId),
  ]);
  return { ...alert, wakeAt: nextMailAt(alert, settings, workspace?.timeZone ?? "UTC") };
}

/** Opened, and nobody has been mailed yet. */
const isUntold = ({ state, level, wakeAt }: Alert): boolean => state === "open" && level === 0 && wakeAt !== undefined;

async function announce(deps: RaiseDeps, alert: Alert): Promise<void> {
  const { id: alertId, kind, side, severity, round, workspaceId } = alert;
  const data = { alertId, kind, side, severity, round };
  const event = alertRaised.make(deps.clock, actor(workspaceId), data);
  await deps.events.publish([{ ...event, id: derivedId("evt", alertId, event.type, String(round)) }]);
}
