import * as v from "valibot";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type Member, roleSchema } from "./model.ts";
import { becomeOwner, giveUpOwnership, type OwnershipDeps } from "./ownership.ts";
import type { Members } from "./ports.ts";
import { authorize } from "./roles.ts";

export const changeRoleSchema = v.object({ memberId: idSchema, role: roleSchema });

/** Gives a member another role, which holds from their next request on. For owners; the last owner stays one. */
export async function changeRole(
  deps: OwnershipDeps & { members: Pick<Members, "get" | "list" | "update"> },
  actor: Actor,
  { memberId, role }: v.InferOutput<typeof changeRoleSchema>,
): Promise<Result<Member, Failure>> {
  const allowed = authorize(actor, "manage-members");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const member = await deps.members.get(workspaceId, memberId);
  if (!member) return err(notFound());
  if (member.role === "owner" && role !== "owner") {
    const given = await giveUpOwnership(deps, workspaceId, memberId);
    if (!given.ok) return given;
  }
  const changed = await deps.members.update(workspaceId, memberId, { role });
  if (!changed) return err(notFound());
  if (role === "owner") await becomeOwner(deps, workspaceId, memberId);
  return ok(changed);
}
