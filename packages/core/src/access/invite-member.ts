import * as v from "valibot";
import type { Actor } from "../kernel/actor.ts";
import { conflict, type Failure, notFound, unavailable } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { invitationLifetimeMs, type Member, maxMembers, memberSchema } from "./model.ts";
import { becomeOwner, type OwnershipDeps } from "./ownership.ts";
import { authorize } from "./roles.ts";
import { memberIdFor } from "./set-up-workspace.ts";
import { makeSignInLink, type SignInDeps } from "./sign-in.ts";
import { signInMail } from "./sign-in-mail.ts";

export const inviteMemberSchema = v.pick(memberSchema, ["email", "name", "role", "language", "acknowledges"]);

/**
 * Adds a person to the workspace and mails them a link by which they come in. When the mail is not taken over, or
 * mail to the address comes back, the person is a member all the same, and the failure says so with what to do.
 */
export async function inviteMember(
  deps: Omit<SignInDeps, "sessions" | "pause"> & OwnershipDeps,
  actor: Actor,
  input: v.InferOutput<typeof inviteMemberSchema>,
): Promise<Result<Member, Failure>> {
  const allowed = authorize(actor, "manage-members");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const [workspace, present] = await Promise.all([deps.workspaces.get(workspaceId), deps.members.list(workspaceId)]);
  if (!workspace) return err(notFound());
  const member: Member = {
    id: memberIdFor(workspaceId, input.email),
    workspaceId,
    ...input,
    createdAt: deps.clock.nowMs(),
  };
  if (present.some(({ id }) => id === member.id)) return err(conflict("member-exists", { field: "email" }));
  if (present.length >= maxMembers) return err(conflict("too-many-members", { params: { limit: maxMembers } }));
  if (!(await deps.members.create(member))) return err(conflict("member-exists", { field: "email" }));
  if (member.role === "owner") await becomeOwner(deps, workspaceId, member.id);
  if (await deps.comesBack(workspaceId, member.email)) {
    return err(unavailable("invitation-comes-back", { params: { email: member.email } }));
  }
  const link = await makeSignInLink(deps, member, invitationLifetimeMs);
  try {
    await deps.mailer.send(signInMail("invitation", member, workspace, link));
  } catch (error) {
    deps.onTrouble(error);
    return err(unavailable("invitation-not-mailed", { params: { email: member.email } }));
  }
  return ok(member);
}
