import type { Opinion, Review } from "./model.ts";

/** A review with so many stars or fewer is bad. */
const badStars = 2;

/** When a person last said what the review says now, epoch ms. */
export const saidAt = ({ history, occurredAt }: Pick<Review, "history" | "occurredAt">): number =>
  history.at(-1)?.at ?? occurredAt;

/**
 * When a person last changed a review for the worse, epoch ms: fewer stars, not recommended any more, or further words in
 * one that is bad. `undefined` where they never did. What we answered before that is no answer to it.
 */
export const worsenedAt = ({ history }: Pick<Review, "history">): number | undefined =>
  history.findLast((now, index) => isWorse(now, history[index - 1]))?.at;

function isWorse(now: Opinion, before: Opinion | undefined): boolean {
  const [stars, starsBefore] = [starsOf(now), before && starsOf(before)];
  if (stars === undefined || starsBefore === undefined) return false;
  const says = now.text ?? "";
  return stars < starsBefore || (stars <= badStars && says !== "" && says !== (before?.text ?? ""));
}

/** A recommendation counts as five stars, its opposite as one. */
const starsOf = ({ rating, recommends }: Opinion): number | undefined =>
  rating ?? (recommends === undefined ? undefined : recommends ? 5 : 1);
