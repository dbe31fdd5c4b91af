import { authorize, type Members } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Failure } from "../kernel/failure.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { Suspension } from "./model.ts";
import type { Suspensions } from "./ports.ts";
import { suspensionOf } from "./read-suspension.ts";

/** A member to whom nothing is mailed, and why. */
export interface UnmailedMember extends Pick<Suspension, "because" | "at" | "cause"> {
  readonly memberId: string;
}

/** The members to whom nothing is mailed. One key for each member. */
export async function readUnmailedMembers(
  deps: { members: Pick<Members, "list">; suspensions: Pick<Suspensions, "get"> },
  actor: Actor,
): Promise<Result<readonly UnmailedMember[], Failure>> {
  const allowed = authorize(actor, "manage-reports");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const members = await deps.members.list(workspaceId);
  const found = await Promise.all(members.map(({ email }) => suspensionOf(deps, workspaceId, email)));
  return ok(
    members.flatMap(({ id: memberId }, index) => {
      const suspended = found[index];
      return suspended ? [{ memberId, because: suspended.because, at: suspended.at, cause: suspended.cause }] : [];
    }),
  );
}
