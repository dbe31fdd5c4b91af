/** A word of a text in its written form, lower case; `clause` counts the clauses of its sentence. */
export interface Word {
  readonly text: string;
  readonly clause: number;
}

/** What follows after so many characters changes nothing and costs time. */
const longestRead = 4_000;

/**
 * The sentences of a text as words: lower case, one sort of apostrophe, `ё` as `е`; addresses and mentions are left out.
 * A comma, colon, bracket or dash ends a clause.
 */
export function sentencesOf(text: string): readonly (readonly Word[])[] {
  const readable = text
    .slice(0, longestRead)
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’ʼ`´]/g, "'")
    .replace(/ё/g, "е")
    .replace(/(https?:\/\/|www\.)\S+/g, " ")
    .replace(/@[\p{L}\p{N}_.]+/gu, " ");
  return readable.split(/[.!?…;\n]+/).flatMap((sentence) => {
    const words = sentence.split(/[,:()"«»“”—–]+|\s-\s/).flatMap((clause, index) =>
      [...clause.matchAll(/[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*/gu)].map(([word]) => ({
        text: word,
        clause: index,
      })),
    );
    return words.length > 0 ? [words] : [];
  });
}

/** Whether a word is meant by a stem: begins with it, or, where the stem ends in `=`, is exactly it. */
export const isOf = (word: string, stem: string): boolean =>
  stem.endsWith("=") ? word === stem.slice(0, -1) : word.startsWith(stem);

/**
 * Where a phrase of stems stands in a sentence, one other word allowed between two of them; the index of its first word, or
 * -1.
 */
export function findPhrase(words: readonly Word[], stems: readonly string[], from = 0): number {
  const [first, ...rest] = stems;
  if (first === undefined) return -1;
  for (let start = from; start < words.length; start++) {
    if (!isOf(words[start]?.text ?? "", first)) continue;
    let at = start;
    const fits = rest.every((stem) => {
      const step = [1, 2].find((ahead) => isOf(words[at + ahead]?.text ?? "", stem));
      at += step ?? 0;
      return step !== undefined;
    });
    if (fits) return start;
  }
  return -1;
}
