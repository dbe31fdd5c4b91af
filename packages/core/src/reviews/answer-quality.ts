import * as v from "valibot";
import type { ReviewLanguage } from "./model.ts";

/**
 * What makes an answer good, in the order in which it is shown: it takes up the point, in the language it was asked in, in
 * words of its own, offers a contact, thanks or apologises, and stays calm.
 */
export const qualityParts = ["point", "language", "template", "contact", "thanks", "calm"] as const;
export type QualityPart = (typeof qualityParts)[number];

export const answerQualitySchema = v.object({
  /** Which parts the answer has; a part that this case does not ask for, or nobody can judge, is absent. */
  parts: v.array(v.object({ part: v.picklist(qualityParts), met: v.boolean() })),
  /** How many of a hundred parts are met: 0..100, whole, so that sums of many are exact. */
  score: v.number(),
});
export type AnswerQuality = v.InferOutput<typeof answerQualitySchema>;

/** What was answered. */
export interface Asked {
  readonly text: string;
  readonly language: ReviewLanguage;
  readonly isNegative: boolean;
  /** Said in private, where the two are in contact already. */
  readonly isPrivate?: boolean;
  /** Neither praise nor complaint: there is nothing to thank or apologise for. */
  readonly isPlain?: boolean;
}

/** How many of a channel's last answers say the same, this one included. */
export interface TemplateUse {
  readonly same: number;
  readonly of: number;
}

/** So many of a channel's last answers are compared. */
export const comparedAnswers = 30;
/** The same text in more of them than this is a template overused. */
const mostTheSame = 3;

/**
 * How well an answer suits what it answers, by rules that a person can check. `use` is known once the answer was sent.
 * Pure.
 */
export function answerQuality(asked: Asked, answer: string, use?: TemplateUse): AnswerQuality {
  const met: Record<QualityPart, boolean | undefined> = {
    point: takesUp(asked.text, answer),
    language: asked.language === "unknown" ? undefined : isIn(answer, asked.language),
    template: use && use.same <= mostTheSame,
    contact: asked.isNegative && !asked.isPrivate ? contact.test(answer) : undefined,
    thanks: asked.isPlain ? undefined : courtesy.test(answer),
    calm: !shouting.test(answer),
  };
  const parts = qualityParts.flatMap((part) => {
    const is = met[part];
    return is === undefined ? [] : [{ part, met: is }];
  });
  return { parts, score: Math.round((100 * parts.filter((one) => one.met).length) / parts.length) };
}

/** Whether the answer is about what was said; `undefined` where nothing was. */
function takesUp(asked: string, answer: string): boolean | undefined {
  const asks = questions.filter((question) => question.asks.test(asked));
  if (asks.some(({ answers }) => answers.test(answer))) return true;
  const matter = tellingWords(asked);
  const said = tellingWords(answer);
  if (matter.length === 0 && asks.length === 0) return undefined;
  return matter.some((word) => said.some((other) => isForm(word, other)));
}

/** The words that say what a text is about: long enough, and neither courtesies nor words that are in any text. */
function tellingWords(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}’']{4,}/gu) ?? [];
  return [...new Set(words)].filter((word) => !courtesy.test(word) && !inAnyText.has(word));
}

/** Whether two words may be forms of one: кава, кавою. Of a short word three letters stay, of others four and all but two. */
function isForm(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  const stem = shorter === 4 ? 3 : Math.max(4, shorter - 2);
  return one.slice(0, stem) === other.slice(0, stem);
}

const inAnyText: ReadonlySet<string> = new Set(
  [
    "було була були буде будуть дуже коли якщо тому така таке такі такий цього цьому вони вона воно його нього вами нами",
    "наша наше наші ваша ваше ваші який яка яке котрий щоб після через просто більше менше можна треба також тільки немає",
    "было была были будет очень когда если такой такая такие этого этом есть ваша ваше ваши наша наше наши котор чтобы",
    "после через просто больше можно нужно также только нету very with this that have were been will would your ours from",
    "they them there here what when where which about just more less some than then also only could should",
  ]
    .join(" ")
    .split(" "),
);

/** Questions whose answer needs none of their words: how much and when, where, and whether. */
const questions = [
  {
    asks: /скільк|сколько|цін[аиу]|цен[аыу]|кошту|стоит|вартіст|котр[аій]|(?<!\p{L})(?:коли|когда)(?!\p{L})|графік|how much|how long|price|when|what time|hours/iu,
    answers: /\d/,
  },
  {
    asks: /(?<!\p{L})(?:де|где|куди|куда)(?!\p{L})|адрес|where|address/iu,
    answers: /\d|https?:\/\/|вул|просп|площ|ул\.|street|avenue|square/iu,
  },
  {
    asks: /\?/,
    answers: /^\s*(?:так|ні|звісно|авжеж|на жаль|да|нет|конечно|yes|no|sure|of course|unfortunately)(?!\p{L})/iu,
  },
] as const;

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
