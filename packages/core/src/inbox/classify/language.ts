import { functionWords, hasTerm } from "./lexicon.ts";
import type { TextLanguage } from "./model.ts";
import type { Token } from "./tokens.ts";
import { inCyrillic } from "./transliterate.ts";

const cyrillicLanguages = ["uk", "ru"] as const;

/** Letters, endings and pairs of letters that are usual in one of the two and not in the other. */
const traces: Readonly<Record<"uk" | "ru", readonly (readonly [RegExp, number])[]>> = {
  uk: [
    [/[іїє]/, 2],
    [/(?:ння|ття|ють|ять|ові|ти|ого|ий|йо)$|^(?:від|під|роз|най)/, 0.4],
  ],
  ru: [
    [/[ыэъ]/, 2],
    [/(?:ние|тие|ют|ят|ого|ий|ешь|ишь|ть|ться|ия|ии|ое|ее|ые)$|^(?:от|под|рас|раз)/, 0.4],
  ],
};

/**
 * By letters that only one language has, its function words and usual endings. Cyrillic that nothing decides counts as
 * Ukrainian. `written` is the text in lower case with `ё`, which the comparisons no longer tell from `е`.
 */
export function languageOf(tokens: readonly Token[], written: string): TextLanguage {
  const score = { uk: 0.1, ru: written.includes("ё") ? 2 : 0, en: 0 };
  let cyrillic = 0;
  let latin = 0;
  for (const { kind, text } of tokens) {
    if (kind !== "word") continue;
    if (/[a-z]/.test(text)) {
      latin += 1;
      score.en += functionWords.en.has(text) ? 1.5 : 1;
    } else if (/[а-яіїє]/.test(text)) {
      cyrillic += 1;
      for (const language of cyrillicLanguages) {
        if (functionWords[language].has(text)) score[language] += 1.5;
        for (const [trace, weight] of traces[language]) if (trace.test(text)) score[language] += weight;
      }
    }
  }
  if (cyrillic + latin === 0) return "unknown";
  if (latin > 2 * cyrillic) return "en";
  if (cyrillic === 0) return "en";
  return score.ru > score.uk ? "ru" : "uk";
}

/**
 * The tokens in Cyrillic letters, when a text of Latin ones is Ukrainian or Russian by its words; `null` when it is not.
 */
export function transliterated(
  tokens: readonly Token[],
): { readonly tokens: Token[]; readonly language: TextLanguage } | null {
  const words = tokens.filter(({ kind, text }) => kind === "word" && text.length > 1);
  if (words.length === 0 || words.some(({ text }) => !/^[a-z]+$/.test(text))) return null;
  const english = words.filter(({ text }) => functionWords.en.has(text) || hasTerm(text)).length;
  const readings = cyrillicLanguages.map((language) => {
    const spelt = tokens.map((token) =>
      token.kind === "word" ? { ...token, text: inCyrillic(token.text, language) } : token,
    );
    const known = spelt.filter(
      ({ kind, text }) => kind === "word" && text.length > 2 && (functionWords[language].has(text) || hasTerm(text)),
    ).length;
    return { language, known, tokens: spelt };
  });
  const best = readings.reduce((one, other) => (other.known > one.known ? other : one));
  return best.known > english ? best : null;
}
