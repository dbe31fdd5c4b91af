import type { Message } from "../inbox/index.ts";
import type { Review } from "../reviews/index.ts";

/** Praise of fewer characters is a courtesy, with nothing to pass on. */
const shortestPraise = 40;

/** A review of somebody who is very happy, in so many words. */
export const isDelighted = ({ rating, recommends, text }: Review): boolean =>
  (rating === undefined ? recommends === true : rating === 5) && text.length >= shortestPraise;

/** A message of praise in so many words, and by more than one of them. */
export const isHappy = ({ classification, text }: Message): boolean =>
  classification?.sentiment === "positive" &&
  classification.intent === "praise" &&
  classification.terms.length >= 2 &&
  text.length >= shortestPraise;
