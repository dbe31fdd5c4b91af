import { type RaiseDeps, raiseAlert } from "../alerts/index.ts";
import type { ConnectorFor } from "../channels/connected/index.ts";
import { type Messages, moderateMessage, type Outgoings, type RespondMessage, type Threads } from "../inbox/index.ts";
import { type Actor, systemActor } from "../kernel/actor.ts";
import type { Failure } from "../kernel/failure.ts";
import type { Queue } from "../kernel/queue.ts";
import type { Result } from "../kernel/result.ts";
import { excerpt } from "../kernel/text.ts";
import { type LeadFromThreadDeps, leadFromThread } from "../leads/index.ts";
import type { RuleRun, Step } from "./model.ts";
import type { Subject } from "./subject.ts";

export interface CarryOutDeps extends RaiseDeps, LeadFromThreadDeps {
  readonly threads: Threads;
  readonly messages: Messages;
  readonly outgoings: Outgoings;
  readonly respondQueue: Queue<RespondMessage>;
  readonly connectorFor: ConnectorFor;
}

/** Who does what a rule says. */
export const ruleActor = (workspaceId: string): Actor => systemActor(workspaceId, "rule");

/** The key by which a run asks once for its message to be hidden. */
export const hideKeyOf = (runId: string): string => `rule:${runId}`;

const excerptLength = 140;

/**
 * Does a step that leaves the thread; each of these happens once however often it is asked for: an action on the platform
 * by its key, an alert by its evidence, a lead by its thread. Returns its outcome, `undefined` for the thread's own steps.
 */
export async function carryOut(
  deps: CarryOutDeps,
  run: RuleRun,
  step: Step,
  subject: Subject | null,
): Promise<string | undefined> {
  const actor = ruleActor(run.workspaceId);
  const { threadId } = run;
  switch (step.kind) {
    case "hide": {
      if (!subject) return "message-gone";
      if (subject.what === "review") return "action-not-supported";
      const input = { threadId, messageId: run.itemId, action: "hide" as const, clientKey: hideKeyOf(run.id) };
      return outcomeOf(await moderateMessage(deps, actor, input));
    }
    case "alert":
      if (!subject) return "message-gone";
      await raiseAlert(deps, run.workspaceId, signalOf(step, subject));
      return "done";
    case "lead":
      return outcomeOf(await leadFromThread(deps, actor, { threadId }));
    default:
      return undefined;
  }
}

const outcomeOf = (result: Result<unknown, Failure>): string => (result.ok ? "done" : result.error.code);

/** All that one rule finds is one alert. */
const signalOf = (step: Extract<Step, { kind: "alert" }>, subject: Subject): Parameters<typeof raiseAlert>[2] => ({
  kind: "rule-matched",
  cause: step.ruleId,
  severity: step.severity,
  params: { rule: step.ruleName },
  evidence: [
    {
      key: subject.id,
      what: subject.what,
      id: subject.threadId,
      channelId: subject.channelId,
      ...(subject.person && { person: subject.person }),
      ...(subject.text && { excerpt: excerpt(subject.text, excerptLength) }),
      ...(subject.rating !== undefined && { rating: subject.rating }),
      at: subject.postedAt,
    },
  ],
});
