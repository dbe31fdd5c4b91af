import { type Clause, type Felt, meant } from "./irony.ts";
import { type FeelingRole, lexicon, type Sense } from "./lexicon.ts";
import type { Match } from "./patterns.ts";
import { quotedWords } from "./quotation.ts";
import type { Token } from "./tokens.ts";
import { combine, type Feeling, yielded } from "./weighing.ts";

/** How much a feeling counts by where it stands. Judged by reading, then tried on the half that may be read. */
const factors = {
  denied: -0.7,
  emphasised: 1.4,
  weakened: 0.5,
  /** A single word in a question asks whether, and so does a quality at its end; «чи зручно?», "is it dog friendly?". */
  asked: 0.3,
  /** A kind word between quotation marks. */
  quoted: -0.8,
  /** A denial of something without feeling: «не чути», "doesn't close". */
  bareDenial: -0.7,
  /** Too much of something without feeling: «надто густий», "too many clicks". */
  excess: -1,
  /** A consent that begins a text: «добре, чекаю». */
  assent: 0.5,
} as const;

/** What a phrase of a good quality weighs; delight and shades are meant also where somebody asks. */
const quality = 2;

/** Ukrainian and Russian deny once with two words: «ніколи не», «жодного разу не», «никто не». */
const concord = /^(?:ні|ни|жодн|ані)/;

/** What a phrase begins with that denies by itself: an earlier denial only agrees with it. */
const selfDenying = /^(?:не|ні|ни|нет|нема|немає|без|no|not|never|cannot|[a-z]+nt)$/;

const scope = { near: 3, thinking: 7, noun: 2 } as const;

/** Denies the next noun and no more: «без сліз і за адекватні гроші». */
const nounDenier = /^(?:без|without)$/;

/** «не встигнемо»: what the writer will not do is no displeasure. */
const ownFuture = /^(?:[а-яіїє]{2,}(?:демо|немо|жемо|дем|нем|жем)|\S*(?:приду|прийду|приїду|зможу|смогу|буду))$/;

interface Denial {
  left: number;
  readonly words: string[];
  /** A denial that met no feeling says less. */
  spent: boolean;
  even: boolean;
  /** What it denies is missed: «досі немає повернення», "still no refund". */
  readonly misses?: boolean;
}

/** The feeling of a text, `asks[i]` saying of each token whether it stands in a question. */
export function feel(tokens: readonly Token[], asks: readonly boolean[]): Feeling {
  return new Reading(tokens, asks).read();
}

/** One walk over the tokens; what it keeps in mind from word to word. */
class Reading {
  readonly #tokens: readonly Token[];
  readonly #asks: readonly boolean[];
  readonly #senses = lexicon().senses;
  readonly #felt: Felt[] = [];
  readonly #clauses: Clause[] = [];
  readonly #quoted: ReadonlySet<number>;
  #denial: Denial | undefined;
  #clause: Clause = plainClause();
  #part = 0;
  #excess: string | undefined;
  #emphasis = 1;
  #yielding = false;
  #open = 0;
  #bare = 0;

  constructor(tokens: readonly Token[], asks: readonly boolean[]) {
    this.#tokens = tokens;
    this.#asks = asks;
    this.#quoted = quotedWords(tokens);
  }

  read(): Feeling {
    for (let at = 0; at < this.#tokens.length; ) {
      const token = this.#tokens[at];
      const match = token && this.#senses.match(this.#tokens, at);
      if (match) this.#meet(at, match);
      else if (token) this.#pass(at, token);
      at += match ? match.length : 1;
    }
    this.#endClause(this.#tokens.length - 1);
    return combine(meant(this.#felt, this.#clauses), this.#part);
  }

  #meet(at: number, match: Match<Sense>): void {
    const { meaning, length } = match;
    if (this.#tokens[at]?.kind === "emoji") this.#closeClause();
    this.#clause.words += length;
    this.#clause.known += length;
    if ("weight" in meaning) {
      // A fact that is asked about hasn't happened.
      if (meaning.role === "fact" && this.#asks[at]) return;
      if (meaning.role === "remedy" && !this.#denial) this.#forgive();
      if (meaning.role === "former" || meaning.role === "wishing") this.#clause.mood = meaning.role;
      this.#feeling(at, meaning.weight, meaning.role, match);
      if (meaning.role === "comparison") this.#yielding = true;
    } else if (meaning.role === "negator") this.#deny(at);
    else if (meaning.role === "thinking") this.#widen();
    else if (meaning.role === "intensifier") this.#emphasis = factors.emphasised;
    else if (meaning.role === "excess") this.#exceed(at);
    else if (meaning.role === "diminisher") this.#emphasis = factors.weakened;
    else if (meaning.role === "concession") this.#yielding = true;
    else this.#turn(at);
  }

  #feeling(at: number, weight: number, role: FeelingRole, { length, words }: Match<Sense>): void {
    const covered = this.#tokens.slice(at, at + length);
    const isEmoji = covered[0]?.kind === "emoji";
    const denial = isEmoji ? undefined : this.#denial;
    const isAssent = role === "assent" && this.#felt.length === 0 && this.#opens(at, length);
    let value =
      (isAssent ? factors.assent : weight) *
      this.#emphasis *
      (covered.some(({ drawn }) => drawn) ? factors.emphasised : 1);
    if (denial && weight !== 0) {
      const isMissed = denial.misses && weight < 0;
      if (!denial.even && !isMissed && !selfDenying.test(covered[0]?.text ?? "")) value *= factors.denied;
      denial.spent = true;
    }
    const isAsked = this.#asks[at] && (words === 1 || (weight === quality && this.#isAskedLast(at)));
    if (isAsked && !isEmoji) value *= factors.asked;
    if (weight > 0 && this.#quoted.has(at)) value *= factors.quoted;
    const text = covered.map((token) => token.text).join(" ");
    this.#add(denial && weight !== 0 ? `${denial.words.join(" ")} ${text}` : text, value, role);
    this.#emphasis = 1;
    this.#excess = undefined;
    if (denial && !denial.even) denial.left = Math.min(denial.left, 2);
    const last = covered.at(-1)?.text ?? "";
    if (length > 1 && selfDenying.test(last)) {
      this.#denial = { left: scope.near, words: [last], spent: true, even: false, misses: weight < 0 };
    }
  }

  /** Whether a question ends with the clause of a token: «…, чи зручно з візком?», not "That looks great, can I order one?". */
  #isAskedLast(at: number): boolean {
    for (let next = at; this.#asks[next]; next++) {
      const kind = this.#tokens[next]?.kind;
      if (kind === "ask") return true;
      if (kind === "comma") return false;
    }
    return false;
  }

  /** Whether a term is all of the first clause: «добре, чекаю». */
  #opens(at: number, length: number): boolean {
    const next = this.#tokens[at + length]?.kind;
    return this.#clauses.length === 0 && this.#clause.words === length && next !== "word" && next !== "emoji";
  }

  /** A trouble that was put right is no longer one. */
  #forgive(): void {
    for (const [at, item] of this.#felt.entries()) {
      if (item.weight < 0) this.#felt[at] = { ...item, weight: item.weight * yielded };
    }
  }

  #add(term: string, value: number, role: Felt["role"] = "none"): void {
    if (value === 0 && role !== "irony") return;
    const weight = this.#yielding ? value * yielded : value;
    this.#felt.push({ term, weight, role, part: this.#part, clause: this.#clauses.length });
  }

  #exceed(at: number): void {
    this.#emphasis = factors.emphasised;
    if (this.#denial) this.#denial.spent = true;
    else if (!this.#asks[at]) this.#excess = this.#tokens[at]?.text;
  }

  /** A second denial right after the first lifts it: «не без», "not never". */
  #deny(at: number): void {
    const word = this.#tokens[at]?.text ?? "";
    const before = this.#denial;
    if (before && before.left >= scope.near - 1 && !concord.test(before.words.at(-1) ?? "") && !concord.test(word)) {
      this.#denial = { left: scope.near + 1, words: [...before.words, word], spent: true, even: !before.even };
      return;
    }
    if (before && !before.spent && before.left > 0) {
      this.#denial = { left: scope.near + 1, words: [...before.words, word], spent: false, even: false };
      return;
    }
    this.#settleDenial(at);
    const reach = nounDenier.test(word) ? scope.noun : scope.near;
    const isOwn = ownFuture.test(this.#tokens[at + 1]?.text ?? "");
    this.#denial = { left: reach + 1, words: [word], spent: isOwn, even: false };
  }

  #widen(): void {
    if (this.#denial) this.#denial = { ...this.#denial, left: scope.thinking + 1, spent: true };
  }

  #turn(at: number): void {
    this.#endClause(at);
    if (this.#felt.length > 0) this.#part += 1;
  }

  #pass(at: number, token: Token): void {
    if (token.kind === "word" || token.kind === "number") {
      this.#clause.words += 1;
      if (this.#excess) this.#add(`${this.#excess} ${token.text}`, factors.excess);
      this.#excess = undefined;
      if (this.#denial && --this.#denial.left <= 0) this.#settleDenial(at);
      if (this.#emphasis !== 1 && token.kind === "number") this.#emphasis = 1;
    } else if (token.kind === "comma") {
      if (token.text === ":") this.#clause.introduces = true;
      if (!(this.#denial && this.#denial.left > scope.near)) this.#endClause(at);
    } else if (token.kind === "stop" || token.kind === "ask") this.#endClause(at);
    else if (token.kind === "frown" || token.kind === "smile") this.#bracket(at, token);
  }

  /** A bracket that none opens is a smile, one that none closes a sad face. */
  #bracket(at: number, { kind, text }: Token): void {
    if (kind === "frown") {
      const closes = text.length === 1 && this.#tokens.slice(at + 1, at + 40).some((token) => token.kind === "smile");
      if (closes) this.#open += 1;
      else this.#add(text, text.length > 1 ? -2 : -1);
    } else if (this.#open > 0) this.#open -= 1;
    else this.#add(text, 0.8);
  }

  #endClause(at: number): void {
    this.#settleDenial(at);
    this.#emphasis = 1;
    this.#excess = undefined;
    this.#yielding = false;
    this.#closeClause();
  }

  #closeClause(): void {
    if (this.#clause.words > 0) this.#clauses.push(this.#clause);
    this.#clause = plainClause();
  }

  #settleDenial(at: number): void {
    const denial = this.#denial;
    this.#denial = undefined;
    if (!denial || denial.spent || this.#asks[at] || this.#bare >= 2) return;
    this.#bare += 1;
    this.#add(denial.words.join(" "), factors.bareDenial);
  }
}

const plainClause = (): Clause => ({ words: 0, known: 0, mood: "plain" });
