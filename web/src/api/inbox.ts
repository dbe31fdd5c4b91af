import { useResource } from "../resource.ts";
import { answerOf, api, outliving } from "./client.ts";
import type { ManyAct, ResponseTargets, SavedReplyDraft, ThreadQuery } from "./contract.ts";

export const listThreads = (query: ThreadQuery, cursor?: string) =>
  answerOf(api.inbox.$get({ query: { ...query, ...(cursor ? { cursor } : {}) } }));

export const readThread = (id: string) => answerOf(api.inbox[":id"].$get({ param: { id } }));

interface Reply {
  readonly messageId?: string;
  readonly text: string;
  readonly clientKey: string;
  readonly seenAnswer: string | null;
}

/** Sends a reply; the same `clientKey` sends it once, however often it is asked for. */
export const sendReply = (id: string, json: Reply) => answerOf(api.inbox[":id"].reply.$post({ param: { id }, json }));

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
export const labelThread = (id: string, json: { add: string[]; remove: string[] }) =>
  answerOf(api.inbox[":id"].labels.$post({ param: { id }, json }));
/** `until` is the workspace's wall clock; `null` takes a snooze back. */
export const snoozeThread = (id: string, until: string | null) =>
  answerOf(api.inbox[":id"].snooze.$post({ param: { id }, json: { until } }));
export const changeMany = (threadIds: string[], act: ManyAct) =>
  answerOf(api.inbox.many.$post({ json: { threadIds, act } }));

export const writeNote = (id: string, json: { text: string; clientKey: string }) =>
  answerOf(api.inbox[":id"].notes.$post({ param: { id }, json }));
export const removeNote = (id: string, noteId: string, leaving = false) =>
  answerOf(api.inbox[":id"].notes[":noteId"].$delete({ param: { id, noteId } }, outliving(leaving)));

export type Activity = "looking" | "writing" | "gone";

/** Tells who else has the thread open what the member does there. */
export const showPresence = (id: string, activity: Activity) =>
  answerOf(api.inbox[":id"].presence.$post({ param: { id }, json: { activity } }, outliving(activity === "gone")));

export const correctClassification = (id: string, messageId: string, json: Correction) =>
  answerOf(api.inbox[":id"].messages[":messageId"].classification.$put({ param: { id, messageId }, json }));
export interface Correction {
  readonly sentiment: "negative" | "neutral" | "positive";
  readonly intent: "question" | "complaint" | "praise" | "buying-interest" | "spam" | "other";
}

export const useSavedReplies = () => useResource("saved-replies", () => answerOf(api["saved-replies"].$get()));
export const createSavedReply = (json: SavedReplyDraft) => answerOf(api["saved-replies"].$post({ json }));
export const editSavedReply = (id: string, json: SavedReplyDraft & { version: number }) =>
  answerOf(api["saved-replies"][":id"].$put({ param: { id }, json }));
export const removeSavedReply = (id: string, leaving = false) =>
  answerOf(api["saved-replies"][":id"].$delete({ param: { id } }, outliving(leaving)));

export const useResponseTargets = () => useResource("response-targets", () => answerOf(api["response-targets"].$get()));
export const changeResponseTargets = (targets: ResponseTargets, version: number) =>
  answerOf(api["response-targets"].$put({ json: { targets, version } }));

export const useCorrections = () => useResource("corrections", () => answerOf(api.corrections.$get()));
