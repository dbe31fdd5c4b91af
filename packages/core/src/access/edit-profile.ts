import * as v from "valibot";
import type { MemberActor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type Member, memberSchema } from "./model.ts";
import type { Members } from "./ports.ts";

/** What members may change of themselves; the role is not among it. */
export const editProfileSchema = v.partial(v.pick(memberSchema, ["name", "language"]));

/** Changes the member's own name or language; with nothing to change the member stays as they are. */
export async function editProfile(
  deps: { members: Members },
  actor: MemberActor,
  change: v.InferOutput<typeof editProfileSchema>,
): Promise<Result<Member, Failure>> {
  const { workspaceId, memberId } = actor;
  const member =
    Object.keys(change).length === 0
      ? await deps.members.get(workspaceId, memberId)
      : await deps.members.update(workspaceId, memberId, change);
  return member ? ok(member) : err(notFound());
}
