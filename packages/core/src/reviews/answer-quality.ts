import type { Review } from "./model.ts";

/** What makes an answer to a review good, in the order in which it is shown. */
export const qualityParts = ["point", "language", "contact", "thanks", "calm"] as const;
export type QualityPart = (typeof qualityParts)[number];

export interface AnswerQuality {
  /** Which parts the answer has; a part that this review does not ask for is absent. */
  readonly parts: readonly { readonly part: QualityPart; readonly met: boolean }[];
  /** The share of parts that are met, 0..1. */
  readonly score: number;
}

type Asked = Pick<Review, "text" | "language"> & { readonly isNegative: boolean };

/** Words of fewer letters say nothing of the matter, and of longer ones only so many letters stay when they are inflected. */
const stemLength = { shortest: 5, kept: 5 };

/**
 * How well an answer suits its review, by rules that a person can check: it takes up a word of the review, is in its
 * language, offers a contact when the review is negative, thanks or apologises, and does not shout. Pure.
 */
export function answerQuality(review: Asked, answer: string): AnswerQuality {
  const asked = stemsOf(review.text);
  const met: Record<QualityPart, boolean | undefined> = {
    point: asked.size === 0 ? undefined : [...stemsOf(answer)].some((stem) => asked.has(stem)),
    language: review.language === "unknown" ? undefined : isIn(answer, review.language),
    contact: review.isNegative ? contact.test(answer) : undefined,
    thanks: courtesy.test(answer),
    calm: !shouting.test(answer),
  };
  const parts = qualityParts.flatMap((part) => {
    const is = met[part];
    return is === undefined ? [] : [{ part, met: is }];
  });
  return { parts, score: parts.filter((one) => one.met).length / parts.length };
}

/** The stems of a text's longer words; courtesies are not the point of anything. */
function stemsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}’']+/gu) ?? [];
  const telling = words.filter((word) => word.length >= stemLength.shortest && !courtesy.test(word));
  return new Set(telling.map((word) => word.slice(0, stemLength.kept)));
}

const courtesy = /дяку|вдячн|вибач|перепрош|прикро|спасибо|благодар|извин|прости|thank|sorry|apolog/i;
/** An address, a number of at least seven digits, or a word that invites to write or call. */
const contact =
  /[\w.+-]+@[\w-]+\.\w|(?:\+?\d[\s()-]*){7,}|@\w{3,}|https?:\/\/|напиш|зателефон|подзвон|зв[’']яж|напиши|позвон|свяж|write to us|message us|call us|contact us|reach us/i;
/** Three exclamation marks in a row, or three words in capitals side by side. */
const shouting = /!{3}|(?:^|\s)\p{Lu}{3,}(?:[\s,]+\p{Lu}{3,}){2}/u;

/** Addresses are in no language. */
const addresses = /https?:\/\/\S+|\S*@\S+/g;

const letters = {
  uk: { own: /[іїєґ]/i, foreign: /[ыэёъ]/i },
  ru: { own: /[ыэёъ]/i, foreign: /[іїєґ]/i },
};

/** Whether a text may be in a language: by its script, and by letters that only one of the languages has. */
function isIn(written: string, language: "uk" | "en" | "ru"): boolean {
  const text = written.replace(addresses, " ");
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (language === "en") return latin > cyrillic;
  const { own, foreign } = letters[language];
  return cyrillic > latin && (own.test(text) || !foreign.test(text));
}
