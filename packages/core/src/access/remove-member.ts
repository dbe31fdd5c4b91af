import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { giveUpOwnership, type OwnershipDeps } from "./ownership.ts";
import type { Members } from "./ports.ts";
import { authorize } from "./roles.ts";

/**
 * Takes a person out of the workspace. Whoever they are signed in as ends with their next request, and links that were
 * mailed to them let nobody in any more, also after they are invited again. What they wrote stays. For owners; the last
 * owner stays.
 */
export async function removeMember(
  deps: OwnershipDeps & { members: Pick<Members, "get" | "list" | "remove"> },
  actor: Actor,
  { memberId }: { memberId: string },
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "manage-members");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const member = await deps.members.get(workspaceId, memberId);
  if (!member) return err(notFound());
  if (member.role === "owner") {
    const given = await giveUpOwnership(deps, workspaceId, memberId);
    if (!given.ok) return given;
  }
  await deps.members.remove(workspaceId, memberId);
  return ok(undefined);
}
