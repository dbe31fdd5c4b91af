import { answerOf, api, outliving } from "./client.ts";
import type { PostDraft, When } from "./contract.ts";

export const readToday = () => answerOf(api.today.$get());

/** What goes out and where there is room, from the day `from` up to and without the day `to`. */
export const readCalendar = (from: string, to: string) => answerOf(api.calendar.$get({ query: { from, to } }));

/** The newest posts that have no time yet. */
export const listUnscheduled = () =>
  answerOf(api.posts.$get({ query: { state: "draft,in-review,changes-requested,approved" } }));

export const readPost = (id: string) => answerOf(api.posts[":id"].$get({ param: { id } }));
export const createPost = (json: PostDraft) => answerOf(api.posts.$post({ json }));
/** Changes the written part of a post as a whole: what is absent is emptied. */
export const editPost = (id: string, version: number, draft: PostDraft) => {
  const emptied = { campaignId: null, topic: null, targetCustomer: null, tagging: null, notes: null };
  const json = { ...emptied, ...draft, version };
  return answerOf(api.posts[":id"].$patch({ param: { id }, json }));
};
export const submitPost = (id: string, version: number, comment?: string) =>
  answerOf(api.posts[":id"].submit.$post({ param: { id }, json: withComment(version, comment) }));
export const approvePost = (id: string, version: number, comment?: string) =>
  answerOf(api.posts[":id"].approve.$post({ param: { id }, json: withComment(version, comment) }));
export const requestChanges = (id: string, version: number, comment: string) =>
  answerOf(api.posts[":id"]["request-changes"].$post({ param: { id }, json: { version, comment } }));
export const schedulePost = (id: string, when: When) =>
  answerOf(api.posts[":id"].schedule.$post({ param: { id }, json: { when } }));
export const cancelPost = (id: string, version: number, leaving: boolean) =>
  answerOf(api.posts[":id"].cancel.$post({ param: { id }, json: { version } }, outliving(leaving)));

const withComment = (version: number, comment: string | undefined) =>
  comment?.trim() ? { version, comment } : { version };

export const reschedule = (id: string, when: When) =>
  answerOf(api.publications[":id"].$patch({ param: { id }, json: { when } }));

/** Tries what failed after the post again, with the words the post has now. */
export const retryFollowUp = (id: string) =>
  answerOf(api.publications[":id"]["follow-ups"].retry.$post({ param: { id } }));

/** Leaves the post without what failed after it. */
export const giveUpFollowUps = (id: string) =>
  answerOf(api.publications[":id"]["follow-ups"]["give-up"].$post({ param: { id } }));

export const listCampaigns = () => answerOf(api.campaigns.$get());
