import * as v from "valibot";
import { rememberWords, type WordBooks } from "../content/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Failure } from "../kernel/failure.ts";
import type { Result } from "../kernel/result.ts";
import { lineSchema } from "../kernel/text.ts";
import { changeThread } from "./change-thread.ts";
import type { Thread } from "./model.ts";
import type { Threads } from "./ports.ts";

const labelSchema = lineSchema(50);
const labelsSchema = v.pipe(v.array(labelSchema), v.maxLength(20));

/** Labels to put on a thread and to take off it; what is neither stays, so that two members do not undo each other. */
export const labelThreadSchema = v.object({ add: v.optional(labelsSchema, []), remove: v.optional(labelsSchema, []) });
export type LabelThreadInput = v.InferOutput<typeof labelThreadSchema> & { readonly threadId: string };

/** A thread has at most so many labels; the newest stay. */
const mostLabels = 20;

/** Labels a thread with words of the workspace; a new word is among the suggestions from then on. */
export async function labelThread(
  deps: { threads: Threads; wordBooks: WordBooks },
  actor: Actor,
  input: LabelThreadInput,
): Promise<Result<Thread, Failure>> {
  const { add, remove } = input;
  const changed = await changeThread(deps.threads, actor, input.threadId, ({ labels }) => ({
    labels: [...new Set([...labels.filter((label) => !remove.includes(label)), ...add])].slice(-mostLabels),
  }));
  if (changed.ok && add.length > 0) await rememberWords(deps, actor.workspaceId, { labels: add });
  return changed;
}
