import * as v from "valibot";
import type { PostDraft } from "./model.ts";

const wordSchema = v.pipe(v.string(), v.maxLength(100));

/** What a workspace's posts are about, for whom, and by which labels they are found: the words used last, newest first. */
export const wordsInUseSchema = v.object({
  topics: v.array(wordSchema),
  labels: v.array(wordSchema),
  targetCustomers: v.array(wordSchema),
});
export type WordsInUse = v.InferOutput<typeof wordsInUseSchema>;

export const noWords: WordsInUse = { topics: [], labels: [], targetCustomers: [] };

/** How many of each kind are remembered; an item of 300 Ukrainian words of 20 letters has 12 KB. */
const mostWords = 100;

/** One small item of each workspace, read for suggestions at half a request unit. */
export interface WordBooks {
  /** What is stored, or no words at version 0. */
  get(workspaceId: string): Promise<{ readonly words: WordsInUse; readonly version: number }>;
  /** Writes on top of the version that was read; false for a lost race. */
  save(workspaceId: string, words: WordsInUse, version: number): Promise<boolean>;
}

/**
 * Remembers the words of a post for suggestions. Only a word that is not among the known ones costs a write. A lost race
 * is left lost: the word is suggested after the next post that uses it.
 */
export async function rememberWords(
  { wordBooks }: { wordBooks: WordBooks },
  workspaceId: string,
  draft: Pick<PostDraft, "topic" | "labels" | "targetCustomer">,
): Promise<void> {
  const { topic, labels, targetCustomer } = draft;
  if (!topic && !targetCustomer && labels.length === 0) return;
  const { words, version } = await wordBooks.get(workspaceId);
  const next: WordsInUse = {
    topics: withWords(words.topics, topic ? [topic] : []),
    labels: withWords(words.labels, labels),
    targetCustomers: withWords(words.targetCustomers, targetCustomer ? [targetCustomer] : []),
  };
  const isNew = next.topics !== words.topics || next.labels !== words.labels;
  if (isNew || next.targetCustomers !== words.targetCustomers) await wordBooks.save(workspaceId, next, version);
}

/** The list itself when it knows every word; else one that begins with the new ones. */
function withWords(known: string[], used: readonly string[]): string[] {
  const unknown = used.filter((word) => !known.includes(word));
  return unknown.length === 0 ? known : [...new Set([...unknown, ...known])].slice(0, mostWords);
}
