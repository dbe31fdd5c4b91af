import type { Workspaces } from "../access/index.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Mailer } from "../kernel/mail.ts";
import { mailOnce, nextAct, workspaceTag } from "../kernel/mail-course.ts";
import { hashOfSecret, newSecret } from "../kernel/secret.ts";
import { type Leads, leadFor } from "../leads/index.ts";
import { type Suspensions, suspensionOf } from "../mailing/index.ts";
import { changeRequest } from "./change-request.ts";
import { type ReviewRequest, type SkipReason, withWake } from "./model.ts";
import { claimPerson } from "./people.ts";
import type { AskedPeople, ReviewRequests } from "./ports.ts";
import { renderRequestMail } from "./render-mail.ts";
import { requestToken } from "./request-link.ts";
import type { RequestSettings, RequestSettingsStore } from "./settings.ts";

export interface SendRequestDeps {
  readonly requests: ReviewRequests;
  readonly people: AskedPeople;
  readonly requestSettings: Pick<RequestSettingsStore, "get">;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly leads: Pick<Leads, "get">;
  readonly suspensions: Pick<Suspensions, "get">;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly publicUrl: string;
}

export type SendOutcome = "sent" | "refused" | "failed" | "skipped" | "wait" | "done";

/** The mail tags by which the mail service's events name the mail of a request. */
export const requestMailTags = { workspace: workspaceTag, request: "dopys_review_request" } as const;

/**
 * Asks the person of a request that is due, once, however often it is told and whoever dies: the person is claimed for
 * this request by one conditional write, the mail is armed before the mail service is asked and recorded after, and one
 * that is armed without a record is repeated only when the service's own events have had time to come.
 */
export async function sendRequest(
  deps: SendRequestDeps,
  { workspaceId, requestId }: { workspaceId: string; requestId: string },
): Promise<SendOutcome> {
  const request = await deps.requests.get(workspaceId, requestId);
  const now = deps.clock.nowMs();
  if (!request || request.skipped || request.email === "") return "done";
  if (request.dueAt > now) return "wait";
  const act = nextAct(request, now);
  if (act !== "send") return act;
  const [settings, workspace] = await Promise.all([
    deps.requestSettings.get(workspaceId),
    deps.workspaces.get(workspaceId),
  ]);
  if (!workspace) return "done";
  const because = await reasonToSkip(deps, request, settings);
  if (because) {
    const at = deps.clock.nowMs();
    await changeRequest(deps, request, (stored) => withWake({ ...stored, skipped: { at, because } }));
    return "skipped";
  }
  const secret = newSecret();
  const link = `${deps.publicUrl}/r/${requestToken(request, secret)}`;
  const { texts } = settings;
  const mail = renderRequestMail({ text: texts[request.language], company: workspace.name, request, link });
  const linked = {
    ...request,
    askedAt: request.askedAt ?? now,
    secretHashes: [...request.secretHashes, hashOfSecret(secret)],
  };
  return mailOnce({ ...deps, replace: (item) => deps.requests.replace(withWake(item)) }, linked, {
    to: { address: request.email, name: request.name },
    ...mail,
    headers: {
      // RFC 8058: one click, without a page in between.
      "List-Unsubscribe": `<${link}/unsubscribe>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
    tags: { [requestMailTags.workspace]: workspaceId, [requestMailTags.request]: request.id },
  });
}

async function reasonToSkip(
  deps: SendRequestDeps,
  request: ReviewRequest,
  { on, places, periodDays }: RequestSettings,
): Promise<SkipReason | undefined> {
  const { workspaceId, personId, id: requestId, source } = request;
  if (places.length === 0) return "no-place";
  if (source.kind === "lead" && !on) return "switched-off";
  if (source.leadId && !(await isWon(deps, workspaceId, source.leadId))) return "not-won";
  if (await suspensionOf(deps, workspaceId, request.email)) return "refused";
  return (await claimPerson(deps, { workspaceId, personId, requestId, periodDays }))?.because;
}

/** Whether a lead, or the one that it turned out to be, is won still. */
async function isWon(deps: Pick<SendRequestDeps, "leads">, workspaceId: string, leadId: string): Promise<boolean> {
  return (await leadFor(deps.leads, workspaceId, leadId))?.stage === "won";
}
