export { answerReview, answerReviewSchema, removeReviewAnswer } from "./answer-review.ts";
export { answerKeyOf } from "./answers.ts";
export {
  addBusinessTime,
  businessTimeBetween,
} from "./business-hours.ts";
export * from "./change-many.ts";
export * from "./change-response-targets.ts";
export * from "./classify/model.ts";
export * from "./correct-classification.ts";
export * from "./events.ts";
export { fetchReview } from "./fetch-review.ts";
export * from "./get-thread.ts";
export { handleRespondMessage } from "./handle-respond-message.ts";
export * from "./identity.ts";
export * from "./is-snoozed.ts";
export * from "./label-thread.ts";
export * from "./list-stuck-replies.ts";
export * from "./list-threads.ts";
export * from "./manage-saved-replies.ts";
export * from "./mark-thread.ts";
export * from "./messages.ts";
export { type MessagingWindow, windowOf } from "./messaging-window.ts";
export * from "./model.ts";
export * from "./moderate-message.ts";
export * from "./notes.ts";
export { type Outgoing, outgoingSchema } from "./outgoing.ts";
export { planPolls, pollHistory } from "./plan-polls.ts";
export { pollChannel } from "./poll-channel.ts";
export * from "./ports.ts";
export * from "./presence.ts";
export * from "./receive-delivery.ts";
export { replySchema, replyToMessage } from "./reply-to-message.ts";
export * from "./response-targets.ts";
export * from "./saved-reply.ts";
export * from "./snooze-thread.ts";
export * from "./tell-overdue.ts";
