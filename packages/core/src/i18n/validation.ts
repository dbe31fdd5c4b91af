import type * as v from "valibot";
import type { Language } from "../kernel/language.ts";
import { formatNumber } from "./format.ts";
import { pluralForm } from "./plural.ts";
import { ownRules } from "./validation-rules.ts";

type Words = Record<Language, string>;
type Told = (language: Language, issue: v.BaseIssue<unknown>) => string;

const said =
  (words: Words): Told =>
  (language) =>
    words[language];

/** A limit as it is written: 1, 2,048, 1.5. */
const limitOf = (language: Language, { requirement }: v.BaseIssue<unknown>): string =>
  formatNumber(language, Number(requirement));

/** So many characters of a text, or entries of a list. */
function countOf(language: Language, { requirement, input }: v.BaseIssue<unknown>): string {
  const count = Number(requirement);
  const forms = Array.isArray(input)
    ? { uk: { one: "елемент", few: "елементи", many: "елементів" }, en: { one: "entry", many: "entries" } }
    : { uk: { one: "символ", few: "символи", many: "символів" }, en: { one: "character", many: "characters" } };
  return `${formatNumber(language, count)} ${pluralForm(language, count, forms[language])}`;
}

const isEmpty = (input: unknown): boolean => (typeof input === "string" || Array.isArray(input)) && input.length === 0;

const empty: Words = { uk: "поле не може бути порожнім", en: "the field cannot be empty" };

const tooFew: Told = (language, issue) => {
  if (isEmpty(issue.input)) return empty[language];
  const count = countOf(language, issue);
  return language === "uk" ? `замало: потрібно щонайменше ${count}` : `too short: at least ${count} are needed`;
};

const tooMany: Told = (language, issue) => {
  const count = countOf(language, issue);
  return language === "uk" ? `забагато: щонайбільше ${count}` : `too long: at most ${count}`;
};

const exactly: Told = (language, issue) =>
  language === "uk" ? `потрібно рівно ${countOf(language, issue)}` : `exactly ${countOf(language, issue)} are needed`;

/** How many values are still worth naming. */
const mostChoices = 12;

/** One of a few values; the values are named, unless they are too many or are not values but shapes. */
const chosen: Told = (language, { expected }) => {
  const choices = (expected ?? "").replace(/^\(|\)$/g, "").split(" | ");
  const values = choices.map((choice) => choice.replace(/^"|"$/g, ""));
  const isPlain = choices.every((choice) => /^("[^"]*"|-?\d+(\.\d+)?)$/.test(choice));
  if (!isPlain || values.length > mostChoices) {
    return language === "uk" ? "такого варіанта немає" : "there is no such choice";
  }
  const list = new Intl.ListFormat(language === "uk" ? "uk-UA" : "en-GB", { type: "disjunction" }).format(values);
  return language === "uk" ? `такого варіанта немає, можна: ${list}` : `there is no such choice, possible: ${list}`;
};

const wholeNumber = said({ uk: "тут потрібне ціле число", en: "a whole number is needed here" });
const number = said({ uk: "тут потрібне число", en: "a number is needed here" });

/** What is wrong with an input, by valibot's issue type. */
const problems: Readonly<Record<string, Told>> = {
  string: said({ uk: "тут потрібен текст", en: "a text is needed here" }),
  number,
  nan: number,
  finite: number,
  boolean: said({ uk: "тут потрібно «так» чи «ні»", en: "yes or no is needed here" }),
  array: said({ uk: "тут потрібен список", en: "a list is needed here" }),
  object: said({ uk: "тут потрібен набір полів", en: "a set of fields is needed here" }),
  record: said({ uk: "тут потрібен набір полів", en: "a set of fields is needed here" }),
  strict_object: said({ uk: "такого поля немає", en: "there is no such field" }),
  integer: wholeNumber,
  safe_integer: wholeNumber,
  non_empty: said(empty),
  length: exactly,
  min_length: tooFew,
  max_length: tooMany,
  min_value: (language, issue) =>
    language === "uk"
      ? `замале значення: щонайменше ${limitOf(language, issue)}`
      : `too small: at least ${limitOf(language, issue)}`,
  max_value: (language, issue) =>
    language === "uk"
      ? `завелике значення: щонайбільше ${limitOf(language, issue)}`
      : `too large: at most ${limitOf(language, issue)}`,
  email: said({ uk: "це не адреса електронної пошти", en: "this is not an e-mail address" }),
  url: said({
    uk: "це не адреса вебсторінки; вона починається з https://",
    en: "this is not a web address, which begins with https://",
  }),
  uuid: said({ uk: "це не ідентифікатор", en: "this is not an id" }),
  iso_date: said({ uk: "дата має вигляд РРРР-ММ-ДД", en: "a date looks like YYYY-MM-DD" }),
  picklist: chosen,
  literal: chosen,
  enum: chosen,
  variant: chosen,
  union: said({ uk: "тут чекають на щось інше", en: "something else is expected here" }),
};

const otherwise = said({ uk: "значення не підходить", en: "the value does not fit" });
const missing: Words = { uk: "поле обов’язкове", en: "the field is required" };

/** What is wrong with an input, in words for whoever filled it in. */
export function validationProblem(language: Language, issue: v.BaseIssue<unknown>): string {
  if (issue.received === "undefined" || issue.received === "null") return missing[language];
  const own = Object.hasOwn(ownRules, issue.message) ? ownRules[issue.message] : undefined;
  return own?.[language] ?? (problems[issue.type] ?? otherwise)(language, issue);
}
