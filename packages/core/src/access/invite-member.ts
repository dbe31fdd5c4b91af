import * as v from "valibot";
import type { Actor } from "../kernel/actor.ts";
import { conflict, type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { invitationLifetimeMs, type Member, memberSchema } from "./model.ts";
import { authorize } from "./roles.ts";
import { memberIdFor } from "./set-up-workspace.ts";
import { makeSignInLink, type SignInDeps } from "./sign-in.ts";
import { signInMail } from "./sign-in-mail.ts";

export const inviteMemberSchema = v.pick(memberSchema, ["email", "name", "role", "language"]);

/** Adds a person to the workspace and mails them a link by which they come in. */
export async function inviteMember(
  deps: Omit<SignInDeps, "sessions">,
  actor: Actor,
  input: v.InferOutput<typeof inviteMemberSchema>,
): Promise<Result<Member, Failure>> {
  const allowed = authorize(actor, "manage-members");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const workspace = await deps.workspaces.get(workspaceId);
  if (!workspace) return err(notFound());
  const member: Member = {
    id: memberIdFor(workspaceId, input.email),
    workspaceId,
    ...input,
    createdAt: deps.clock.nowMs(),
  };
  if (!(await deps.members.create(member))) return err(conflict("member-exists", { field: "email" }));
  const link = await makeSignInLink(deps, member, invitationLifetimeMs);
  await deps.mailer.send(signInMail("invitation", member, workspace, link));
  return ok(member);
}
