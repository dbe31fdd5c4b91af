import type { ConnectorError, ConnectorErrorClass } from "../channels/errors.ts";
import { conflict, type Failure, invalid, unavailable } from "../kernel/failure.ts";

/** The cursor was not made by this list in this workspace. */
export const invalidCursor = (): Failure => invalid("invalid-cursor", { field: "cursor" });

/** The person's last direct message is older than the platform's messaging window. */
export const messagingWindowClosed = (hours: number): Failure =>
  conflict("messaging-window-closed", { params: { hours } });

/** The author of the comment was written to privately already; a platform allows that once. */
export const privateReplyGiven = (): Failure => conflict("private-reply-given");
/** The comment is older than the platform lets its author be written to. */
export const privateReplyTooLate = (days: number): Failure => conflict("private-reply-too-late", { params: { days } });

/** The client's key was used for something else in this thread. */
export const clientKeyReused = (): Failure => conflict("client-key-reused", { field: "clientKey" });

/** The platform cannot do this, or not to this kind of message. */
export const actionNotSupported = (): Failure => invalid("action-not-supported");

/** The instant is past already, or more than a year ahead. */
export const snoozeNotAhead = (): Failure => invalid("snooze-not-ahead", { field: "until" });
export const nobodyEverAnswers = (): Failure => invalid("nobody-ever-answers", { field: "week" });

/** Somebody else answered after what the member had seen of the thread. */
export const answeredMeanwhile = (name: string): Failure => conflict("answered-meanwhile", { params: { name } });

/** The text still has a placeholder that nobody filled in. */
export const placeholderLeft = (placeholder: string): Failure =>
  invalid("placeholder-left", { field: "text", params: { placeholder } });

/** The answer that was proposed is decided already. */
export const answerNotWaiting = (): Failure => conflict("answer-not-waiting");
/** An answer to this review was approved and is being sent. */
export const answerOnItsWay = (): Failure => conflict("answer-on-its-way");
/** Somebody else changed who answers at the same time. */
export const answerRuleChanged = (): Failure => conflict("changed-meanwhile");

/** Somebody asked for the opposite later. */
export const actionSuperseded = (): Failure => conflict("action-superseded");

/** Only what a customer wrote can be corrected. */
export const nothingToCorrect = (): Failure => conflict("nothing-to-correct");
export const tooMuchSaved = (most: number): Failure => conflict("too-many-saved-replies", { params: { most } });

export const messageGone = (): Failure => conflict("message-gone");
export const ownMessage = (): Failure => invalid("own-message");
export const noSuchMember = (): Failure => invalid("no-such-member", { field: "memberId" });
export const changedMeanwhile = (): Failure => conflict("changed-meanwhile");
export const channelGone = (): Failure => unavailable("channel-gone");
export const reconnectNeeded = (): Failure => unavailable("channel-reconnect-needed");
/** The platform put it off, or did not respond, as often as we asked. */
export const answerGivenUp = (): Failure => unavailable("answer-given-up");
export const answerUnconfirmed = (): Failure => unavailable("answer-unconfirmed");

const codes: Readonly<Record<ConnectorErrorClass, string>> = {
  "rate-limited": "answer-rate-limited",
  "auth-expired": "channel-reconnect-needed",
  permission: "answer-not-permitted",
  "invalid-content": "answer-content-refused",
  "not-found": "answer-target-gone",
  duplicate: "answer-duplicate",
  blocked: "answer-blocked",
  transient: "answer-transient",
  unknown: "answer-failed",
};

/** What a person is told about an action that the platform did not carry out. */
export const platformFailure = (cause: ConnectorError): Failure => unavailable(codes[cause.class]);
/** Nothing is sent to where an imported review stands. */
export const reviewStandsElsewhere = (): Failure => conflict("review-stands-elsewhere");
