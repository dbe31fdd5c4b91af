import { conflict, type Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Members, OwnersStore } from "./ports.ts";

export interface OwnershipDeps {
  readonly members: Pick<Members, "list">;
  readonly owners: OwnersStore;
}

/** So often a lost race for the list of owners is run again. */
const attempts = 5;

/**
 * Writes down that a member has become an owner. Done after the member is one: who is on the list can be relied on when
 * another gives it up, and a list that lacks somebody only keeps the others from going.
 */
export async function becomeOwner(deps: OwnershipDeps, workspaceId: string, memberId: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { memberIds, version } = await ownersOf(deps, workspaceId);
    if (version > 0 && memberIds.includes(memberId)) return;
    if (await deps.owners.save(workspaceId, [...new Set([...memberIds, memberId])], version)) return;
  }
}

/**
 * Takes a member off the owners before they stop being one: one conditional write, so that of two owners who remove each
 * other only one succeeds. The last owner is refused.
 */
export async function giveUpOwnership(
  deps: OwnershipDeps,
  workspaceId: string,
  memberId: string,
): Promise<Result<void, Failure>> {
  const { memberIds, version } = await ownersOf(deps, workspaceId);
  const others = memberIds.filter((id) => id !== memberId);
  const members = await deps.members.list(workspaceId);
  const isOwned = members.some(({ id, role }) => role === "owner" && others.includes(id));
  if (!isOwned) return err(conflict("last-owner"));
  if (others.length === memberIds.length) return ok(undefined);
  return (await deps.owners.save(workspaceId, others, version)) ? ok(undefined) : err(conflict("changed-meanwhile"));
}

/** The list as it is stored; of a workspace that has none yet, those who are owners now. */
async function ownersOf({ members, owners }: OwnershipDeps, workspaceId: string) {
  const stored = await owners.get(workspaceId);
  if (stored.version > 0) return stored;
  const present = await members.list(workspaceId);
  return { memberIds: present.filter(({ role }) => role === "owner").map(({ id }) => id), version: 0 };
}
