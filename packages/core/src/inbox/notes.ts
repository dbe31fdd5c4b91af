import * as v from "valibot";
import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { isVisible } from "../kernel/text.ts";
import { epochMsSchema } from "../kernel/time.ts";
import { clientKeyReused } from "./errors.ts";
import type { Threads } from "./ports.ts";

/** What members tell each other at a thread. It stays in the workspace: nothing sends it to a platform. */
export const threadNoteSchema = v.object({
  workspaceId: v.string(),
  threadId: v.string(),
  id: v.string(),
  text: v.string(),
  /** Who wrote it, see `actorName`. */
  by: v.string(),
  at: epochMsSchema,
});
export type ThreadNote = v.InferOutput<typeof threadNoteSchema>;

export interface ThreadNotes {
  listByThread(workspaceId: string, threadId: string): Promise<readonly ThreadNote[]>;
  get(workspaceId: string, threadId: string, id: string): Promise<ThreadNote | null>;
  /** False when there is one with this id. */
  create(note: ThreadNote): Promise<boolean>;
  remove(workspaceId: string, threadId: string, id: string): Promise<void>;
}

export const writeNoteSchema = v.object({
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4000), v.check(isVisible, "nothing to see")),
  /** Chosen by the client for this note: sending again with it never notes twice. */
  clientKey: v.pipe(v.string(), v.minLength(8), v.maxLength(100)),
});
export type WriteNoteInput = v.InferOutput<typeof writeNoteSchema> & { readonly threadId: string };

interface NoteDeps {
  readonly threads: Pick<Threads, "get">;
  readonly notes: ThreadNotes;
  readonly clock: Clock;
}

/** Writes a note at a thread, once for each client key. Everybody who writes content may: authors are asked things here. */
export async function writeNote(
  deps: NoteDeps,
  actor: Actor,
  input: WriteNoteInput,
): Promise<Result<ThreadNote, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const thread = await deps.threads.get(actor.workspaceId, input.threadId);
  if (!thread || thread.state === "empty") return err(notFound());
  const by = actorName(actor);
  const note: ThreadNote = {
    workspaceId: thread.workspaceId,
    threadId: thread.id,
    id: derivedId("note", thread.id, by, input.clientKey),
    text: input.text,
    by,
    at: deps.clock.nowMs(),
  };
  if (await deps.notes.create(note)) return ok(note);
  const stored = await deps.notes.get(note.workspaceId, note.threadId, note.id);
  return stored?.text === note.text ? ok(stored) : err(clientKeyReused());
}

export const removeNoteSchema = v.object({ id: idSchema, noteId: idSchema });

/** Takes one's own note away. Somebody else's is nobody's to take: it answers like one that is not there. */
export async function removeNote(
  deps: Pick<NoteDeps, "notes">,
  actor: Actor,
  input: { threadId: string; noteId: string },
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const note = await deps.notes.get(actor.workspaceId, input.threadId, input.noteId);
  if (note?.by !== actorName(actor)) return err(notFound());
  await deps.notes.remove(actor.workspaceId, input.threadId, input.noteId);
  return ok(undefined);
}
