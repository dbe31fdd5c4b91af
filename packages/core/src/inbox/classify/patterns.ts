import { type Token, undrawn } from "./tokens.ts";

/** What a pattern stands for. `T` is the meaning: a weight, a role. */
export interface Match<T> {
  readonly meaning: T;
  /** How many tokens it covers, from where it begins. */
  readonly length: number;
  /** How many words of the pattern itself were met: more than one makes it a phrase. */
  readonly words: number;
}

interface Node<T> {
  exact?: Map<string, Node<T>>;
  begins?: Map<string, Node<T>>;
  longest: number;
  number?: Node<T>;
  gap?: Node<T>;
  wideGap?: Node<T>;
  meaning?: T;
}

const nodeOf = <T>(): Node<T> => ({ longest: 0 });

const shortestStem = 2;
/** How many words a gap skips at most, and across what. */
const gaps = {
  gap: { widest: 3, crosses: new Set(["word", "number"]) },
  wideGap: { widest: 6, crosses: new Set(["word", "number", "comma", "quote"]) },
} as const;
const gapKinds = ["gap", "wideGap"] as const;

/** Written numbers up to ten, in all cases: what `#` stands for beside digits. */
const numberWord =
  /^(?:один|одна|одну|одной|одно|дв[аіеоу]\p{L}{0,3}|пів|пол|півтор\p{L}|полтор\p{L}|тр[иеьо]\p{L}{0,3}|чотир\p{L}{1,2}|четыр\p{L}{1,2}|пять?|пяти|шіст[ьи]|шест[ьи]|сім|семь?|вісім|восемь|девять|десять|кілька|декілька|нескольк\p{L}|one|two|three|four|five|six|seven|eight|nine|ten|several|a|an|half)$/u;

/**
 * Patterns of words, found in the order of a text. In a pattern `*` ends a stem, `#` is a number, `..` up to three words
 * of any sort in the same clause, `...` up to six words and commas, `(a|b)` either. The longest that fits at a place wins. A search costs at a place no
 * more than the patterns' own size allows, so a text costs what its length is.
 */
export class Patterns<T> {
  readonly #root = nodeOf<T>();

  /** Adds a normalised pattern in each of its readings; a later one with the same words replaces an earlier. */
  add(pattern: string, meaning: T): void {
    for (const reading of readings(pattern)) {
      let node = this.#root;
      for (const part of reading.split(/[\s-]+/)) node = stepInto(node, part);
      node.meaning = meaning;
    }
  }

  /** The longest pattern that begins at token `at`. */
  match(tokens: readonly Token[], at: number): Match<T> | undefined {
    return search(this.#root, tokens, at, at, 0);
  }
}

function readings(pattern: string): string[] {
  if (!pattern.includes("(")) return [pattern];
  const choice = /^(.*?)\(([^()]*)\)(.*)$/.exec(pattern);
  if (!choice) return [pattern];
  const [, before = "", choices = "", after = ""] = choice;
  return choices.split("|").flatMap((one) => readings(before + one + after));
}

const steps: ReadonlyMap<string, "number" | "gap" | "wideGap"> = new Map([
  ["#", "number"],
  ["..", "gap"],
  ["...", "wideGap"],
]);

function stepInto<T>(node: Node<T>, part: string): Node<T> {
  const step = steps.get(part);
  if (step) {
    node[step] ??= nodeOf();
    return node[step];
  }
  const isStem = part.endsWith("*");
  const word = isStem ? part.slice(0, -1) : part;
  if (isStem) node.longest = Math.max(node.longest, word.length);
  const kind = isStem ? "begins" : "exact";
  node[kind] ??= new Map<string, Node<T>>();
  const branch = node[kind];
  const known = branch.get(word) ?? nodeOf<T>();
  branch.set(word, known);
  return known;
}

function search<T>(
  node: Node<T>,
  tokens: readonly Token[],
  start: number,
  at: number,
  words: number,
): Match<T> | undefined {
  const here = node.meaning === undefined ? undefined : { meaning: node.meaning, length: at - start, words };
  const token = tokens[at];
  if (token === undefined) return here;
  let best: Match<T> | undefined;
  const tryStep = (next: Node<T> | undefined): void => {
    const found = next && search(next, tokens, start, at + 1, words + 1);
    if (found && (!best || found.words > best.words)) best = found;
  };
  if (token.kind === "word" || token.kind === "emoji" || token.kind === "number") {
    for (const text of token.drawn ? [token.text, undrawn(token.text)] : [token.text]) {
      tryStep(node.exact?.get(text));
      for (let length = Math.min(text.length, node.longest); length >= shortestStem; length--) {
        tryStep(node.begins?.get(text.slice(0, length)));
      }
    }
    if (node.number && (token.kind === "number" || numberWord.test(token.text))) tryStep(node.number);
  }
  for (const kind of gapKinds) {
    const next = node[kind];
    for (let skipped = 0; next && skipped <= gaps[kind].widest; skipped++) {
      const found = search(next, tokens, start, at + skipped, words);
      if (found && (!best || found.words > best.words)) best = found;
      const passed = tokens[at + skipped];
      if (!passed || !gaps[kind].crosses.has(passed.kind)) break;
    }
  }
  return best ?? here;
}
