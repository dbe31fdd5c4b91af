import * as v from "valibot";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Member } from "./model.ts";
import type { Members } from "./ports.ts";
import { authorize } from "./roles.ts";

export const letAcknowledgeSchema = v.object({ acknowledges: v.boolean() });

/** Gives a member the right to acknowledge alerts beside what their role allows, or takes it back. */
export async function letAcknowledge(
  deps: { members: Pick<Members, "update"> },
  actor: Actor,
  { memberId, acknowledges }: v.InferOutput<typeof letAcknowledgeSchema> & { memberId: string },
): Promise<Result<Member, Failure>> {
  const allowed = authorize(actor, "manage-members");
  if (!allowed.ok) return allowed;
  const member = await deps.members.update(actor.workspaceId, memberId, { acknowledges });
  return member ? ok(member) : err(notFound());
}
