import type { DecidingTerm } from "./model.ts";
import type { Token } from "./tokens.ts";

const byStars = [-3, -2.5, 0, 1.5, 2.5] as const;

/** A rating from 1 to 5 as a weight among the others; out of this range the nearest. */
export const weightOfRating = (rating: number): DecidingTerm => ({
  term: `${rating}/5`,
  weight: byStars[Math.min(5, Math.max(1, Math.round(rating))) - 1] ?? 0,
});

const written: Readonly<Record<string, number>> = {
  нуль: 0,
  ноль: 0,
  zero: 0,
  no: 0,
  одна: 1,
  одну: 1,
  one: 1,
  дві: 2,
  две: 2,
  two: 2,
  три: 3,
  three: 3,
  чотири: 4,
  четыре: 4,
  four: 4,
  пять: 5,
  five: 5,
};

/** The ratings that a text tells itself: «5 зірок», "2/5", "10 out of 10", ★★★★★. */
export function starsIn(tokens: readonly Token[]): DecidingTerm[] {
  const told: DecidingTerm[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const stars = runOfStars(tokens, at);
    if (stars >= 2) {
      told.push({ ...weightOfRating(stars), term: "★".repeat(stars) });
      at += stars - 1;
      continue;
    }
    const share = /^(\d{1,2})\/(5|10)$/.exec(tokens[at]?.text ?? "");
    if (share && Number(share[1]) <= Number(share[2])) {
      told.push({ ...weightOfRating((Number(share[1]) * 5) / Number(share[2])), term: share[0] });
    }
    const value = numberIn(tokens[at]);
    const rating = value === undefined ? undefined : ratingAt(tokens, at, value);
    if (rating !== undefined)
      told.push({ ...weightOfRating(rating), term: `${tokens[at]?.text} ${tokens[at + 1]?.text}` });
  }
  return told;
}

function runOfStars(tokens: readonly Token[], at: number): number {
  let length = 0;
  while (length < 5 && (tokens[at + length]?.text === "⭐" || tokens[at + length]?.text === "★")) length += 1;
  return length;
}

function numberIn(token: Token | undefined): number | undefined {
  if (token?.kind === "number" && /^\d{1,2}(?:[.,]\d)?$/.test(token.text)) return Number(token.text.replace(",", "."));
  return token?.kind === "word" ? written[token.text] : undefined;
}

function ratingAt(tokens: readonly Token[], at: number, value: number): number | undefined {
  const next = tokens[at + 1];
  if (value <= 5 && next && /^(?:зірк|зірок|зіроч|звезд|stars?$|⭐$)/.test(next.text)) return value;
  const best = /^(?:з|із|из|of|out)$/.test(next?.text ?? "")
    ? numberIn(tokens[at + (next?.text === "out" ? 3 : 2)])
    : undefined;
  if ((best === 5 || best === 10) && value <= best) return (value * 5) / best;
  return undefined;
}
