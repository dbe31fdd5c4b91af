import * as v from "valibot";
import { authorize } from "../access/index.ts";
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

const plain = (label: string): string => label.toLocaleLowerCase("uk");

/** A label as it is spelled already: «Важливо» and «важливо» are one. */
const spelledAs = (label: string, known: readonly string[]): string =>
  known.find((one) => plain(one) === plain(label)) ?? label;

/** A thread's labels and further ones, each once whatever its capitals; the newest stay. */
export const withLabels = (labels: readonly string[], add: readonly string[]): string[] =>
  [...new Map([...labels, ...add].map((label) => [plain(label), spelledAs(label, labels)])).values()].slice(
    -mostLabels,
  );

/** A thread has at most so many labels; the newest stay. */
const mostLabels = 20;

/**
 * Labels a thread with words of the workspace, as they are spelled there; a new word is among the suggestions from then on.
 */
export async function labelThread(
  deps: { threads: Threads; wordBooks: WordBooks },
  actor: Actor,
  input: LabelThreadInput,
): Promise<Result<Thread, Failure>> {
  const { remove } = input;
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const known = input.add.length > 0 ? (await deps.wordBooks.get(actor.workspaceId)).words.labels : [];
  const add = input.add.map((label) => spelledAs(label, known));
  const changed = await changeThread(deps.threads, actor, input.threadId, ({ labels }) => ({
    labels: withLabels(
      labels.filter((label) => !remove.includes(label)),
      add,
    ),
  }));
  if (changed.ok && add.length > 0) await rememberWords(deps, actor.workspaceId, { labels: add });
  return changed;
}
