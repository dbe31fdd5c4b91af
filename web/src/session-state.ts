import { signal } from "@preact/signals";
import { may, type Permission } from "#core/access/roles.ts";
import type { Me } from "./api/contract.ts";

/** Who is signed in; `undefined` until it is known. */
export const me = signal<Me | undefined>(undefined);

/** True once the server has answered that there is no session. */
export const signedOut = signal(false);

/** Whether the signed-in member has a permission; the server checks it again. */
export function mayI(permission: Permission): boolean {
  if (!me.value) return false;
  const { member, workspace } = me.value;
  return may({ type: "member", workspaceId: workspace.id, memberId: member.id, ...member }, permission);
}
