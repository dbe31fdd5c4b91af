import type { Members } from "../../access/index.ts";
import type { MemberActor } from "../../kernel/actor.ts";
import type { Import } from "./model.ts";

/** The member in whose name an import is done, with the rights of today; `null` when there is no such member any more. */
export async function memberOf(members: Pick<Members, "get">, item: Import): Promise<MemberActor | null> {
  const { workspaceId, memberId } = item;
  const member = await members.get(workspaceId, memberId);
  return member && { type: "member", workspaceId, memberId, role: member.role, language: member.language };
}
