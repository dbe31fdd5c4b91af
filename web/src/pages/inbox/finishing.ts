import type { ThreadPage, ThreadSummary, ThreadView } from "../../api/contract.ts";
import { finishThread, reopenThread } from "../../api/inbox.ts";
import { t } from "../../language.ts";
import { amend, invalidate } from "../../resource.ts";
import { tell, tellFailure } from "../../toasts.ts";

/** Marks a thread done or opens it again, seen at once, with a way back. */
export async function setDone(thread: ThreadSummary, done: boolean): Promise<void> {
  const state = done ? "done" : "open";
  amend<ThreadPage>("inbox:open", (page) => ({
    ...page,
    threads: page.threads.filter(({ id }) => !done || id !== thread.id),
  }));
  amend<ThreadView>(`thread:${thread.id}`, (view) => ({ ...view, thread: { ...view.thread, state } }));
  const answer = await (done ? finishThread(thread.id) : reopenThread(thread.id));
  invalidate("inbox:", `thread:${thread.id}`, "today");
  if (!answer.ok) return tellFailure(answer.error);
  const { doneToast, reopenedToast } = t().inbox;
  tell(done ? doneToast : reopenedToast, () => void setDone(thread, !done));
}
