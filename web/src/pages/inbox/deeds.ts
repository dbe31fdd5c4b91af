import type { InboxMessage, ThreadView } from "../../api/contract.ts";
import { act, type Deed } from "../../api/inbox.ts";
import { t } from "../../language.ts";
import { amend, invalidate } from "../../resource.ts";
import { afterGrace, tell, tellFailure } from "../../toasts.ts";

function show(threadId: string, messageId: string, change: Partial<InboxMessage>): void {
  amend<ThreadView>(`thread:${threadId}`, (view) => ({
    ...view,
    messages: view.messages.map((one) => (one.id === messageId ? { ...one, ...change } : one)),
  }));
}

async function flip(
  threadId: string,
  message: InboxMessage,
  deed: "hide" | "unhide" | "like" | "unlike",
  change: Partial<InboxMessage>,
  said: string,
): Promise<void> {
  show(threadId, message.id, change);
  const answer = await act(threadId, message.id, deed);
  if (answer.ok) return tell(said, () => void undoes[deed](threadId, { ...message, ...change }));
  show(threadId, message.id, message);
  tellFailure(answer.error);
}

/** Hides a comment from others, or shows it again. */
export function hideOrShow(threadId: string, message: InboxMessage): Promise<void> {
  const { hiddenToast, shownToast } = t().inbox;
  return message.state === "hidden"
    ? flip(threadId, message, "unhide", { state: "visible" }, shownToast)
    : flip(threadId, message, "hide", { state: "hidden" }, hiddenToast);
}

/** Likes a comment as the channel, or takes the like back. */
export function likeOrNot(threadId: string, message: InboxMessage): Promise<void> {
  const { likedToast, unlikedToast } = t().inbox;
  return message.liked
    ? flip(threadId, message, "unlike", { liked: false }, unlikedToast)
    : flip(threadId, message, "like", { liked: true }, likedToast);
}

const undoes = { hide: hideOrShow, unhide: hideOrShow, like: likeOrNot, unlike: likeOrNot } as const;

/** Asks once more for what the platform refused. */
export async function askAgain(threadId: string, messageId: string, deed: Deed): Promise<void> {
  const answer = await act(threadId, messageId, deed);
  if (!answer.ok) tellFailure(answer.error);
  invalidate(`thread:${threadId}`);
}

/** Deletes a comment on the platform once ten seconds have passed without an undo. */
export function removeMessage(threadId: string, message: InboxMessage): void {
  show(threadId, message.id, { state: "removed" });
  const restore = () => show(threadId, message.id, { state: message.state });
  afterGrace(
    t().inbox.removedToast,
    async (leaving) => {
      const answer = await act(threadId, message.id, "remove", leaving);
      if (answer.ok) return invalidate(`thread:${threadId}`, "inbox:");
      restore();
      tellFailure(answer.error);
    },
    restore,
  );
}
