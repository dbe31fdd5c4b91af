import { arrangedIn } from "./arrangement.ts";
import { lexicon, type WishRole } from "./lexicon.ts";
import type { Intent, Sentiment } from "./model.ts";
import type { Token } from "./tokens.ts";
import type { Feeling } from "./weighing.ts";

/** What the words of a text want, by role: how much, and by which terms. */
export interface Wanted {
  readonly weight: Readonly<Record<WishRole, number>>;
  readonly terms: Readonly<Record<WishRole, readonly string[]>>;
  /** Of each token, whether its sentence asks. */
  readonly asks: readonly boolean[];
}

/** Words before a question that still let it begin: greetings and joining words. */
const openers = new Set(
  "а і й ну та и то о ок ой доброго дня добрий день вечір вечора ранку привіт вітаю здравствуйте привет добрый девочки дівчата hi hello hey so and but or ok also please will".split(
    " ",
  ),
);

/** From this weight on a term asks wherever it stands; below, where a clause begins; a bare question word, a sentence. */
const anywhere = 3;
const atClause = 2;

/** From this weight on a reproach is about how things are done, not about a fault. */
const displeasure = 3;

const denier = /^(?:не|ні|ни|нічого|ничего|ніколи|никогда|not|never|no|[a-z]+nt)$/;

/** Whether a denial stands right before: «нічого у вас не куплю» is no purchase. */
function isDenied(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 2), at).some(({ text }) => denier.test(text));
}

/** Finds in one walk what a text asks for. */
export function wantedIn(tokens: readonly Token[]): Wanted {
  const weight = { asking: 0, buying: 0, spam: 0, leaving: 0, greeting: 0, reproach: 0, marvel: 0 };
  const terms: Record<WishRole, string[]> = {
    asking: [],
    buying: [],
    spam: [],
    leaving: [],
    greeting: [],
    reproach: [],
    marvel: [],
  };
  const asks: boolean[] = tokens.map(() => false);
  const sentence = { start: 0, asksFrom: -1, beginsAt: true, clauseBegins: true, isRequest: false };
  const close = (end: number, isMarked: boolean): void => {
    if (isMarked || sentence.isRequest) asks.fill(true, Math.max(sentence.start, sentence.asksFrom), end);
    Object.assign(sentence, { start: end, asksFrom: -1, beginsAt: true, clauseBegins: true, isRequest: false });
  };
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "link") weight.spam += 1.5;
    if (token.kind === "ask") weight.asking += 2;
    if (token.kind === "stop" || token.kind === "ask" || token.kind === "emoji") close(at + 1, token.kind === "ask");
    if (token.kind === "comma" || token.kind === "smile") sentence.clauseBegins = true;
    const match = lexicon().wishes.match(tokens, at);
    if (match) {
      const { role, weight: added } = match.meaning;
      const fits =
        role === "buying"
          ? !isDenied(tokens, at)
          : role !== "asking" || added >= anywhere || (added >= atClause ? sentence.clauseBegins : sentence.beginsAt);
      if (fits) {
        weight[role] += added;
        terms[role].push(
          tokens
            .slice(at, at + match.length)
            .map(({ text }) => text)
            .join(" "),
        );
      }
      if (fits && role === "asking") {
        if (sentence.asksFrom < 0) sentence.asksFrom = at;
        sentence.isRequest ||= added >= atClause;
      }
    }
    if (token.kind === "word" && !openers.has(token.text))
      Object.assign(sentence, { beginsAt: false, clauseBegins: false });
  }
  close(tokens.length, false);
  return { weight, terms, asks };
}

/** The first of the intents, in the order of the guidelines, that fits; with the terms that told it. */
export function intentOf(
  tokens: readonly Token[],
  wanted: Wanted,
  feeling: Feeling,
  sentiment: Sentiment,
): { readonly intent: Intent; readonly terms: readonly string[] } {
  const { weight, terms } = wanted;
  const isShort = tokens.filter(({ kind }) => kind === "word").length <= 4;
  const buys = weight.buying >= 2 || (weight.buying >= 1.5 && (isShort || weight.asking >= 2));
  const arranged = weight.asking >= 2 && sentiment !== "negative" ? arrangedIn(tokens) : [];
  if (arranged.length > 0 && !buys) return { intent: "buying-interest", terms: [...terms.buying, ...arranged] };
  if (buys && !(sentiment === "negative" && feeling.sum < -weight.buying)) {
    return { intent: "buying-interest", terms: terms.buying };
  }
  if (sentiment === "negative") {
    if (weight.leaving >= 2 && weight.leaving + feeling.sum >= 0) return { intent: "other", terms: terms.leaving };
    if (weight.reproach >= displeasure && weight.asking >= 2 && feeling.sum > -4) {
      return { intent: "question", terms: terms.reproach };
    }
    if (weight.reproach >= 2 && feeling.sum > -2) return { intent: "question", terms: terms.reproach };
    return { intent: "complaint", terms: [] };
  }
  const isTag = tokens[0]?.kind === "mention" && tokens.filter(({ kind }) => kind === "word").length <= 7;
  if (isTag && sentiment === "neutral") return { intent: "other", terms: [] };
  const marvels = sentiment === "positive" && weight.marvel >= 2;
  if (weight.asking >= 2 && !marvels)
    return { intent: "question", terms: terms.asking.length > 0 ? terms.asking : ["?"] };
  if (sentiment === "neutral") {
    return weight.asking >= 1 ? { intent: "question", terms: terms.asking } : { intent: "other", terms: [] };
  }
  return weight.greeting >= 2 ? { intent: "other", terms: terms.greeting } : { intent: "praise", terms: [] };
}

/** Whether a text advertises something to the business or its readers: several traces, or one that says it all. */
export const isSpam = ({ weight }: Wanted): boolean => weight.spam >= 3;
