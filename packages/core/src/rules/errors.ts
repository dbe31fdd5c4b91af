import { conflict, type Failure, invalid } from "../kernel/failure.ts";

export const noCondition = (): Failure => invalid("rule-without-condition", { field: "when" });
export const noDeed = (): Failure => invalid("rule-without-deed", { field: "deeds" });
export const ratingReversed = (): Failure => invalid("rule-rating-reversed", { field: "when.rating" });
export const tooManyRules = (most: number): Failure => conflict("too-many-rules", { params: { most } });
export const orderIncomplete = (): Failure => invalid("rule-order-incomplete", { field: "ruleIds" });
export const noSuchReply = (): Failure => invalid("no-such-saved-reply", { field: "deeds.reply" });
export const noSuchMember = (): Failure => invalid("no-such-member", { field: "deeds.assign" });
export const rulesChanged = (): Failure => conflict("changed-meanwhile");

/** The phrase holds nothing that could be looked for: signs alone, or one letter and a star. */
export const wordUnreadable = (word: string): Failure =>
  invalid("rule-word-unreadable", { field: "when.words", params: { word } });
