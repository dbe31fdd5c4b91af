import type { Workspace, Workspaces } from "../access/index.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Language } from "../kernel/language.ts";
import { notMailed } from "../kernel/mail-course.ts";
import { addDays, dayOf } from "../kernel/time.ts";
import { type Lead, type LeadForms, type Leads, leadFor } from "../leads/index.ts";
import { instantOf } from "../publishing/index.ts";
import { personIdOf, type ReviewRequest, requestIdOf } from "./model.ts";
import type { ReviewRequests } from "./ports.ts";
import type { RequestSettings, RequestSettingsStore } from "./settings.ts";

export interface PlanRequestDeps {
  readonly requests: ReviewRequests;
  readonly requestSettings: Pick<RequestSettingsStore, "get">;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly leads: Pick<Leads, "get">;
  readonly leadForms: Pick<LeadForms, "get">;
  readonly clock: Clock;
}

/** When somebody who bought at an instant is asked: so many days later, at the time of day, never before the purchase. */
export function dueAfter(boughtAt: number, { delayDays, sendAt }: RequestSettings, timeZone: string): number {
  const day = addDays(dayOf(boughtAt, timeZone), delayDays);
  const { dueAt } = instantOf(`${day}T${sendAt}`, timeZone);
  return dueAt >= boughtAt ? dueAt : instantOf(`${addDays(day, 1)}T${sendAt}`, timeZone).dueAt;
}

/** A request that nobody has sent yet. */
export function aRequest(
  about: Pick<ReviewRequest, "workspaceId" | "id" | "source" | "by" | "email" | "name" | "language" | "dueAt">,
  nowMs: number,
): ReviewRequest {
  return {
    ...about,
    personId: personIdOf(about.workspaceId, about.email),
    createdAt: nowMs,
    wakeAt: about.dueAt,
    secretHashes: [],
    went: [],
    ...notMailed(nowMs),
  };
}

/**
 * Everybody whose lead is won is to be asked, whoever they are: nothing but the win and an address decides. However often
 * the win is told, there is one request; a lead that is won anew later gives another, which the period may forbid.
 */
export async function planForWonLead(
  deps: PlanRequestDeps,
  { workspaceId, leadId }: { workspaceId: string; leadId: string },
): Promise<ReviewRequest | null> {
  const settings = await deps.requestSettings.get(workspaceId);
  if (!settings.on) return null;
  const [lead, workspace] = await Promise.all([
    leadFor(deps.leads, workspaceId, leadId),
    deps.workspaces.get(workspaceId),
  ]);
  const wonAt = lead?.stages.findLast(({ stage }) => stage === "won")?.at;
  const [email] = lead?.emails ?? [];
  if (!workspace || lead?.stage !== "won" || wonAt === undefined || email === undefined) return null;
  const request = aRequest(
    {
      ...{ workspaceId, email, name: lead.name },
      id: wonLeadRequestId(workspaceId, lead.id, wonAt),
      source: { kind: "lead", leadId: lead.id },
      by: "system:review-requests",
      language: await languageOf(deps, lead, workspace),
      dueAt: dueAfter(wonAt, settings, workspace.timeZone),
    },
    deps.clock.nowMs(),
  );
  return (await deps.requests.create(request)) ? request : null;
}

const wonLeadRequestId = (workspaceId: string, leadId: string, wonAt: number): string =>
  requestIdOf(workspaceId, "lead", leadId, String(wonAt));

/** The ids of the requests that a lead may have brought. */
export const requestIdsOfLead = ({ workspaceId, id, merged, stages }: Lead): readonly string[] =>
  [id, ...merged].flatMap((leadId) =>
    stages.filter(({ stage }) => stage === "won").map(({ at }) => wonLeadRequestId(workspaceId, leadId, at)),
  );

/** The language of the form that a person filled in; the workspace's where there was none. */
async function languageOf(
  deps: Pick<PlanRequestDeps, "leadForms">,
  lead: Lead,
  workspace: Workspace,
): Promise<Language> {
  const formId = lead.sources.find((source) => source.formId !== undefined)?.formId;
  const form = formId ? await deps.leadForms.get(workspace.id, formId) : null;
  return form?.language ?? workspace.language;
}
