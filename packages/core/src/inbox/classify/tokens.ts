/** A word or number, an emoji, an address, a mention, or what ends a clause (`text` is then the signs themselves). */
export interface Token {
  readonly kind:
    | "word"
    | "number"
    | "emoji"
    | "link"
    | "mention"
    | "comma"
    | "stop"
    | "ask"
    | "smile"
    | "frown"
    | "quote";
  readonly text: string;
  /** Written with a letter drawn out: «дуууже». */
  readonly drawn?: boolean;
}

/** Signs nobody sees: soft hyphens, joiners, marks of direction, variation selectors, U+FEFF. */
const unseen = /[\p{Default_Ignorable_Code_Point}\u00ad]/gu;

/** One form for all comparisons: NFKC, lower case, no unseen signs, no apostrophes inside words, `ё` as `е`, `ґ` as `г`. */
export const normalise = (text: string): string =>
  text
    .toWellFormed()
    .normalize("NFKC")
    .replace(unseen, "")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/ґ/g, "г")
    .replace(/([\p{L}])['’‘ʼʹ`´′＇]+(?=[\p{L}])/gu, "$1'")
    .replace(/([a-z])'(?:ll|re|ve|s|d|m)(?![\p{L}])/gu, "$1")
    .replace(/([\p{L}])'(?=[\p{L}])/gu, "$1");

/** Anchored and bounded, so that no chunk costs more than its length. */
const address =
  /^(?:https?:\/\/|www\.|(?:[a-z0-9-]{1,40}\.){1,4}(?:com|net|org|info|site|top|ua|ru|me|ly|io|gg|shop|xyz|online|club|biz|link|example)(?:\/|$))/;

/** Each alternative begins with another sort of sign, so the scan never goes back. */
const pieces =
  /@[\p{L}\p{N}_.]+|[\p{L}][\p{L}\p{M}]*|\p{N}+(?:[.,:/]\p{N}+)*|\p{Extended_Pictographic}|[★☆]|[.!?…\n;]+|[,:—–]+|[()]+|["«»“”„]+/gu;

/** Splits a normalised text into what the classifier reads. */
export function tokensOf(normalised: string): Token[] {
  const tokens: Token[] = [];
  for (const [chunk] of normalised.matchAll(/[^\s]+|\n/g)) {
    const bare = chunk.length <= 300 ? chunk.replace(/^[^\p{L}\p{N}]{1,3}/u, "") : chunk;
    if (address.test(bare)) tokens.push({ kind: "link", text: bare });
    else for (const [piece] of chunk.matchAll(pieces)) tokens.push(tokenOf(piece));
  }
  return tokens;
}

function tokenOf(piece: string): Token {
  const sign = piece[0] ?? "";
  if (/\p{L}/u.test(sign)) return wordOf(piece);
  if (/\p{N}/u.test(sign)) return { kind: "number", text: piece };
  if (sign === "@") return piece.length > 1 ? { kind: "mention", text: piece } : { kind: "comma", text: piece };
  if ('"«»“”„'.includes(sign)) return { kind: "quote", text: piece };
  if ("()".includes(sign)) return { kind: sign === "(" ? "frown" : "smile", text: piece };
  if (piece.includes("?")) return { kind: "ask", text: piece };
  if (/[.!…\n;]/.test(sign)) return { kind: "stop", text: piece };
  return { kind: /[,:—–]/.test(sign) ? "comma" : "emoji", text: piece };
}

const latinLook: Readonly<Record<string, string>> = {
  a: "а",
  c: "с",
  e: "е",
  i: "і",
  k: "к",
  m: "м",
  o: "о",
  p: "р",
  t: "т",
  x: "х",
  y: "у",
};

/** Letters of the other script that look the same are read as meant; a letter drawn out is kept twice. */
function wordOf(piece: string): Token {
  const isMixed = /[а-яіїє]/.test(piece) && /[a-z]/.test(piece);
  const word = isMixed ? piece.replace(/[a-z]/g, (letter) => latinLook[letter] ?? letter) : piece;
  const short = word.replace(/(\p{L})\1{2,}/gu, "$1$1");
  return short === word ? { kind: "word", text: word } : { kind: "word", text: short, drawn: true };
}

/** The word with drawn-out letters written once. */
export const undrawn = (word: string): string => word.replace(/(\p{L})\1/gu, "$1");
