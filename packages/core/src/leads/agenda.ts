import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Failure } from "../kernel/failure.ts";
import { ok, type Result } from "../kernel/result.ts";
import { dayOf } from "../kernel/time.ts";
import type { Lead } from "./model.ts";
import type { Leads } from "./ports.ts";

/** The leads that need somebody now. */
export interface LeadAgenda {
  /** Without a first response, the one that is due first at the top. */
  readonly waiting: readonly Lead[];
  /** Whose next step is due today or was due before, the oldest first. */
  readonly steps: readonly Lead[];
}

/** So many of each are read. */
const most = 100;

/** Who waits for a first response, and which next steps are due by today in a zone. */
export async function readAgenda(
  deps: { leads: Pick<Leads, "agenda" | "getMany">; clock: Clock },
  actor: Actor,
  { timeZone }: { timeZone: string },
): Promise<Result<LeadAgenda, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const today = dayOf(deps.clock.nowMs(), timeZone);
  const duties = await deps.leads.agenda(actor.workspaceId);
  const waiting = duties
    .filter(({ responseDueAt }) => responseDueAt !== undefined)
    .sort((a, b) => (a.responseDueAt ?? 0) - (b.responseDueAt ?? 0))
    .slice(0, most);
  const steps = duties
    .filter(({ nextStepDay = "9" }) => nextStepDay <= today)
    .sort((a, b) => ((a.nextStepDay ?? "") < (b.nextStepDay ?? "") ? -1 : 1))
    .slice(0, most);
  const ids = [...new Set([...waiting, ...steps].map(({ leadId }) => leadId))];
  const leads = new Map((await deps.leads.getMany(actor.workspaceId, ids)).map((lead) => [lead.id, lead]));
  // The leads themselves say what is still true.
  const still = (some: typeof duties, isTrue: (lead: Lead) => boolean) =>
    some.flatMap(({ leadId }) => {
      const lead = leads.get(leadId);
      return lead && lead.mergedInto === undefined && isTrue(lead) ? [lead] : [];
    });
  return ok({
    waiting: still(waiting, (lead) => lead.waiting !== undefined),
    steps: still(steps, ({ nextStep }) => nextStep !== undefined && nextStep.day <= today),
  });
}
