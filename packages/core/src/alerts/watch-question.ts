import type { Message } from "../inbox/index.ts";
import { excerpt } from "../kernel/text.ts";
import type { Evidence } from "./evidence.ts";
import type { QuestionBooks } from "./ports.ts";
import { type RaiseDeps, raiseAlert } from "./raise-alert.ts";
import { isFrequent, withQuestion } from "./signals/frequent-question.ts";

export interface WatchQuestionDeps extends RaiseDeps {
  readonly questionBooks: QuestionBooks;
}

/** Others ask at the same time only so often. */
const maxAttempts = 10;
const wordingLength = 100;

/**
 * Puts a question to those of the workspace that are alike, and raises an alert when so many have asked it. The book is
 * written before the alert: a question that comes again after a crash in between is not counted anew, and the next one to
 * ask it raises the alert.
 */
export async function watchQuestion(deps: WatchQuestionDeps, message: Message, evidence: Evidence): Promise<void> {
  const { workspaceId, text, author, threadId } = message;
  const asked = { text, wording: excerpt(text, wordingLength), person: author?.remoteId ?? threadId, evidence };
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const taken = withQuestion(await deps.questionBooks.get(workspaceId), asked);
    if (!taken) return;
    const { book, cluster } = taken;
    if (!(await deps.questionBooks.save(workspaceId, book))) continue;
    const [first, ...rest] = cluster.evidence;
    if (!first || !isFrequent(cluster)) return;
    await raiseAlert(deps, workspaceId, {
      kind: "frequent-question",
      cause: cluster.id,
      severity: "low",
      params: { question: cluster.wording, persons: cluster.persons.length },
      evidence: [first, ...rest],
    });
    return;
  }
  throw new Error(`The questions of ${workspaceId} change faster than they can be stored`);
}
