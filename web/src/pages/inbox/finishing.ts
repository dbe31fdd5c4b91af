import type { ManyAct, ThreadSummary, ThreadView } from "../../api/contract.ts";
import { changeMany, finishThread, reopenThread, snoozeThread } from "../../api/inbox.ts";
import { t } from "../../language.ts";
import { amend, invalidate } from "../../resource.ts";
import { tell, tellFailure } from "../../toasts.ts";

/** What shows threads, to be fetched anew. */
const refresh = (threadId: string): void => invalidate("inbox:", `thread:${threadId}`, "today");

/** Marks a thread done or opens it again, seen at once, with a way back. */
export async function setDone(thread: ThreadSummary, done: boolean): Promise<void> {
  const state = done ? "done" : "open";
  amend<ThreadView>(`thread:${thread.id}`, (view) => ({ ...view, thread: { ...view.thread, state } }));
  const answer = await (done ? finishThread(thread.id) : reopenThread(thread.id));
  refresh(thread.id);
  if (!answer.ok) return tellFailure(answer.error);
  const { doneToast, reopenedToast } = t().inbox;
  tell(done ? doneToast : reopenedToast, () => void setDone(thread, !done));
}

/** Sets a thread aside until a time by the workspace's clock, or takes it up again (`null`). */
export async function setSnooze(threadId: string, until: string | null, when: string): Promise<boolean> {
  const answer = await snoozeThread(threadId, until);
  refresh(threadId);
  if (!answer.ok) {
    tellFailure(answer.error);
    return false;
  }
  const { snoozedToast, unsnoozedToast } = t().inboxTeam;
  if (until === null) tell(unsnoozedToast);
  else tell(snoozedToast(when), () => void setSnooze(threadId, null, ""));
  return true;
}

/** Does the same to many threads and says what became of it. */
export async function actOnMany(threadIds: readonly string[], act: ManyAct): Promise<boolean> {
  const answer = await changeMany([...threadIds], act);
  invalidate("inbox:", "thread:", "today");
  if (!answer.ok) {
    tellFailure(answer.error);
    return false;
  }
  const { changed, failed } = answer.value;
  const { manyDone, manyFailed } = t().inboxTeam;
  const [first] = failed;
  if (first) {
    const { code, message, cure } = first.error;
    tellFailure({ status: 200, code, message: `${manyFailed(failed.length)} ${message}`, ...(cure && { cure }) });
  } else tell(manyDone(changed));
  return true;
}
