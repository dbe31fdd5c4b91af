import { lexicon } from "./lexicon.ts";
import type { Token } from "./tokens.ts";

/** From two sorts of details on, a question is about an order or an appointment. */
const enough = 2;

/**
 * The words of a question by which it arranges something: a time and a free place, a size and a colour, a number of people
 * and a price. One sort alone arranges nothing, nor does a question about opening hours.
 */
export function arrangedIn(tokens: readonly Token[]): readonly string[] {
  const found = new Map<string, { readonly term: string; readonly weight: number }>();
  for (let at = 0; at < tokens.length; ) {
    const match = lexicon().details.match(tokens, at);
    const covered = tokens.slice(at, at + (match?.length ?? 1));
    if (match && !found.has(match.meaning.part)) {
      found.set(match.meaning.part, { term: covered.map(({ text }) => text).join(" "), weight: match.meaning.weight });
    }
    at += covered.length;
  }
  const all = [...found.values()];
  const sum = all.reduce((total, { weight }) => total + weight, 0);
  return sum >= enough ? all.map(({ term }) => term) : [];
}
