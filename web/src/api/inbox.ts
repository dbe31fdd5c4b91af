import type { InboxState, ThreadSummary, ThreadView } from "./contract.ts";
import { type Answer, get, post, query, request } from "./request.ts";

export interface ThreadPage {
  threads: ThreadSummary[];
  cursor?: string;
}

export const listThreads = (state: InboxState, cursor?: string): Promise<Answer<ThreadPage>> =>
  get(`/api/inbox${query({ state, cursor })}`);

export const readThread = (id: string): Promise<Answer<ThreadView>> => get(`/api/inbox/${id}`);

/** Sends a reply; the same `clientKey` sends it once, however often it is asked for. */
export const sendReply = (
  threadId: string,
  reply: { messageId: string; text: string; clientKey: string },
): Promise<Answer<unknown>> => post(`/api/inbox/${threadId}/reply`, reply);

export type Deed = "hide" | "unhide" | "like" | "unlike" | "remove";

/** Does something to a message on its platform. */
export const act = (threadId: string, messageId: string, deed: Deed, leaving = false): Promise<Answer<unknown>> =>
  request("POST", `/api/inbox/${threadId}/messages/${messageId}/${deed}`, {}, leaving);

export const finishThread = (id: string): Promise<Answer<unknown>> => post(`/api/inbox/${id}/done`);
export const reopenThread = (id: string): Promise<Answer<unknown>> => post(`/api/inbox/${id}/reopen`);
export const assignThread = (id: string, memberId: string | null): Promise<Answer<unknown>> =>
  post(`/api/inbox/${id}/assign`, { memberId });
