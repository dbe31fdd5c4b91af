import { answerOf, api, outliving } from "./client.ts";
import type { InboxState } from "./contract.ts";

export const listThreads = (state: InboxState, cursor?: string) =>
  answerOf(api.inbox.$get({ query: { state, ...(cursor ? { cursor } : {}) } }));

export const readThread = (id: string) => answerOf(api.inbox[":id"].$get({ param: { id } }));

/** Sends a reply; the same `clientKey` sends it once, however often it is asked for. */
export const sendReply = (id: string, json: { messageId?: string; text: string; clientKey: string }) =>
  answerOf(api.inbox[":id"].reply.$post({ param: { id }, json }));

export type Deed = "hide" | "unhide" | "like" | "unlike" | "remove";

/** Does something to a message on its platform. */
export const act = (id: string, messageId: string, deed: Deed, leaving = false) =>
  answerOf(
    api.inbox[":id"].messages[":messageId"][":deed"].$post({ param: { id, messageId, deed } }, outliving(leaving)),
  );

export const finishThread = (id: string) => answerOf(api.inbox[":id"].done.$post({ param: { id } }));
export const reopenThread = (id: string) => answerOf(api.inbox[":id"].reopen.$post({ param: { id } }));
export const assignThread = (id: string, memberId: string | null) =>
  answerOf(api.inbox[":id"].assign.$post({ param: { id }, json: { memberId } }));
