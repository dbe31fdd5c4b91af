import { lexicon } from "./lexicon.ts";
import type { DecidingTerm } from "./model.ts";
import type { Token } from "./tokens.ts";

/** Fewer words than this are no narration. */
const shortest = 6;
/** A shade over what is taken for a feeling. */
const weight = -0.7;

/** Verbs that tell what happened: endings of the past in Ukrainian and Russian, and the English one. */
const past = /^(?:[а-яіїє]{3,}(?:ла|ло|ли|лась|лася|лось|лося|лись|лися|вся|всь|лся)|[a-z]{3,}ed)$/;

/** A consent that begins a text. */
const assent = /^(?:так|ні|да|нет|ок|окей|добре|гаразд|хорошо|ладно|yes|no|ok|okay)$/;

/** A number of an order, a telephone; not a year. */
const isReference = ({ kind, text }: Token): boolean =>
  kind === "number" && text.length >= 4 && !/^(?:19|20)\d\d$/.test(text);

const termAt = (tokens: readonly Token[], at: number, length: number): string =>
  tokens
    .slice(at, at + length)
    .map(({ text }) => text)
    .join(" ");

/**
 * Who tells a business at length what happened or how it is, without a word of feeling, a wish, an order's details or
 * news of himself, is seldom pleased. The first word that tells so, or nothing where a text is anything else.
 */
export function narratedIn(tokens: readonly Token[], asks: readonly boolean[]): DecidingTerm | undefined {
  const words = tokens.filter(({ kind }) => kind === "word" || kind === "number");
  if (words.length < shortest || asks.some(Boolean) || tokens[0]?.kind === "mention") return undefined;
  if (assent.test(tokens[0]?.text ?? "")) return undefined;
  if (tokens.some((token) => token.kind === "link" || isReference(token))) return undefined;
  let told: string | undefined;
  for (const [at, token] of tokens.entries()) {
    const match = lexicon().tales.match(tokens, at);
    if (match?.meaning === "calm") return undefined;
    if (match || past.test(token.text)) told ??= termAt(tokens, at, match?.length ?? 1);
  }
  return told === undefined ? undefined : { term: told, weight };
}
