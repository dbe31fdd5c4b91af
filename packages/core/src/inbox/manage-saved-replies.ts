import * as v from "valibot";
import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { conflict, type Failure, invalid, notFound } from "../kernel/failure.ts";
import { newId, versionSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { changedMeanwhile, tooMuchSaved } from "./errors.ts";
import {
  isSameName,
  type SavedReplies,
  type SavedReply,
  type SavedReplyDraft,
  savedReplyDraftSchema,
} from "./saved-reply.ts";

/** A workspace has at most so many, so that all of them can be searched while one writes. */
const mostReplies = 200;

const noText = (): Failure => invalid("saved-reply-empty", { field: "texts" });
const nameTaken = (): Failure => conflict("saved-reply-name-taken", { field: "name" });
const isEmpty = ({ texts }: SavedReplyDraft): boolean => texts.uk === "" && texts.en === "";

/** Keeps a reply for everybody in the workspace. */
export async function createSavedReply(
  deps: { savedReplies: SavedReplies; clock: Clock },
  actor: Actor,
  draft: SavedReplyDraft,
): Promise<Result<SavedReply, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  if (isEmpty(draft)) return err(noText());
  const { workspaceId } = actor;
  const others = await deps.savedReplies.list(workspaceId);
  if (others.length >= mostReplies) return err(tooMuchSaved(mostReplies));
  if (others.some(({ name }) => isSameName(name, draft.name))) return err(nameTaken());
  const id = newId("sav", deps.clock.nowMs());
  const reply: SavedReply = { ...draft, workspaceId, id, by: actorName(actor), version: 1 };
  await deps.savedReplies.create(reply);
  return ok(reply);
}

export const editSavedReplySchema = v.object({ ...savedReplyDraftSchema.entries, version: versionSchema });
export type EditSavedReplyInput = v.InferOutput<typeof editSavedReplySchema> & { readonly replyId: string };

/** Changes a saved reply; fails when `version` is not the newest. */
export async function editSavedReply(
  deps: { savedReplies: SavedReplies },
  actor: Actor,
  { replyId, version, ...draft }: EditSavedReplyInput,
): Promise<Result<SavedReply, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  if (isEmpty(draft)) return err(noText());
  const stored = await deps.savedReplies.get(actor.workspaceId, replyId);
  if (!stored) return err(notFound());
  const others = (await deps.savedReplies.list(actor.workspaceId)).filter(({ id }) => id !== replyId);
  if (others.some(({ name }) => isSameName(name, draft.name))) return err(nameTaken());
  const next: SavedReply = { ...stored, ...draft, version: version + 1 };
  return (await deps.savedReplies.save(next)) ? ok(next) : err(changedMeanwhile());
}

/** Takes a saved reply away; what was sent with it stays as it is. */
export async function removeSavedReply(
  deps: { savedReplies: SavedReplies },
  actor: Actor,
  input: { replyId: string },
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  if (!(await deps.savedReplies.get(actor.workspaceId, input.replyId))) return err(notFound());
  await deps.savedReplies.remove(actor.workspaceId, input.replyId);
  return ok(undefined);
}
