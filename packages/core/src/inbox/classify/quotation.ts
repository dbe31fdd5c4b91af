import type { Token } from "./tokens.ts";

/** Verbs before words that somebody is told to have said. */
const speech = /^(?:сказа|каж|говор|said|says?$|yell|shout|вигук|крич)/;

/** The places of words that stand, one or two, between quotation marks; not what somebody is told to have said. */
export function quotedWords(tokens: readonly Token[]): ReadonlySet<number> {
  const places = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.kind !== "quote") continue;
    const width = [2, 3].find((ahead) => tokens[at + ahead]?.kind === "quote");
    if (width === undefined) continue;
    if (!speech.test(tokens[at - 1]?.text ?? "")) {
      for (let inside = at + 1; inside < at + width; inside++) places.add(inside);
    }
    at += width;
  }
  return places;
}
