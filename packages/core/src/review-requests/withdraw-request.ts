import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Lead } from "../leads/index.ts";
import { changeRequest } from "./change-request.ts";
import { requestNotWaiting } from "./errors.ts";
import { type ReviewRequest, withWake } from "./model.ts";
import { refuseRequests } from "./people.ts";
import { requestIdsOfLead } from "./plan-request.ts";
import type { AskedPeople, ReviewRequests } from "./ports.ts";

export interface WithdrawDeps {
  readonly requests: Pick<ReviewRequests, "get" | "replace">;
  readonly people: AskedPeople;
  readonly clock: Clock;
}

/** Takes back a request that has not been sent. Owners and managers. */
export async function cancelRequest(
  deps: WithdrawDeps,
  actor: Actor,
  { requestId }: { requestId: string },
): Promise<Result<ReviewRequest, Failure>> {
  const allowed = authorize(actor, "manage-review-requests");
  if (!allowed.ok) return allowed;
  const skipped = { at: deps.clock.nowMs(), because: "canceled" } as const;
  const request = await changeRequest(deps, { workspaceId: actor.workspaceId, id: requestId }, (stored) =>
    stored.state === "waiting" && !stored.skipped ? withWake({ ...stored, skipped }) : null,
  );
  if (!request) return err(notFound());
  return request.skipped?.because === "canceled" ? ok(request) : err(requestNotWaiting());
}

/** Sees to it that the person of a request is not asked again, because they said so to somebody. Owners and managers. */
export async function neverAskAgain(
  deps: WithdrawDeps,
  actor: Actor,
  { requestId }: { requestId: string },
): Promise<Result<ReviewRequest, Failure>> {
  const allowed = authorize(actor, "manage-review-requests");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const request = await deps.requests.get(workspaceId, requestId);
  if (!request) return err(notFound());
  await refuseRequests(deps, { workspaceId, personId: request.personId, because: "by-hand" });
  const unsubscribedAt = deps.clock.nowMs();
  const noted = await changeRequest(deps, request, (stored) =>
    stored.unsubscribedAt === undefined ? { ...stored, unsubscribedAt } : null,
  );
  return noted ? ok(noted) : err(notFound());
}

/** Takes a person whose lead is erased out of the requests that it brought; what is counted stays. */
export async function eraseRequestsOfLead(deps: WithdrawDeps, lead: Lead): Promise<void> {
  const { workspaceId } = lead;
  for (const id of requestIdsOfLead(lead)) {
    await changeRequest(deps, { workspaceId, id }, ({ name: _, answer, ...stored }) =>
      withWake({
        ...stored,
        email: "",
        ...(answer && { answer: { verdict: answer.verdict, at: answer.at } }),
        ...(stored.state === "waiting" && { skipped: { at: deps.clock.nowMs(), because: "canceled" } }),
      }),
    );
  }
}
