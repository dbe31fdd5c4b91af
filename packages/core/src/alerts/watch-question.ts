import type { Message } from "../inbox/index.ts";
import { excerpt } from "../kernel/text.ts";
import { outdated, untilCurrent } from "../kernel/until-current.ts";
import type { Evidence } from "./evidence.ts";
import type { QuestionBooks } from "./ports.ts";
import { type RaiseDeps, raiseAlert } from "./raise-alert.ts";
import { isFrequent, withQuestion } from "./signals/frequent-question.ts";

export interface WatchQuestionDeps extends RaiseDeps {
  readonly questionBooks: QuestionBooks;
}

const wordingLength = 100;

/**
 * Puts a question to those of the workspace that are alike, and raises an alert when so many have asked it. The book is
 * written before the alert: a question that comes again after a crash in between is not counted anew, and the next one to
 * ask it raises the alert.
 */
export async function watchQuestion(deps: WatchQuestionDeps, message: Message, evidence: Evidence): Promise<void> {
  const { workspaceId, text, author, threadId } = message;
  const asked = { text, wording: excerpt(text, wordingLength), person: author?.remoteId ?? threadId, evidence };
  const frequent = await untilCurrent(`The book of questions of ${workspaceId}`, async () => {
    const taken = withQuestion(await deps.questionBooks.get(workspaceId), asked);
    if (!taken) return null;
    const { book, cluster } = taken;
    if (!(await deps.questionBooks.save(workspaceId, book))) return outdated;
    return isFrequent(cluster) ? cluster : null;
  });
  const [first, ...rest] = frequent?.evidence ?? [];
  if (!frequent || !first) return;
  await raiseAlert(deps, workspaceId, {
    kind: "frequent-question",
    cause: frequent.id,
    severity: "low",
    params: { question: frequent.wording, persons: frequent.persons.length },
    evidence: [first, ...rest],
  });
}
