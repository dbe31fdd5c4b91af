import type * as v from "valibot";
import type { Language } from "../kernel/language.ts";

type Problem = Record<Language, (requirement: string) => string>;

/** What is wrong with an input, by valibot's issue type. */
const problems: Readonly<Record<string, Problem>> = {
  string: { uk: () => "тут потрібен текст", en: () => "a text is needed here" },
  number: { uk: () => "тут потрібне число", en: () => "a number is needed here" },
  boolean: { uk: () => "тут потрібно true або false", en: () => "true or false is needed here" },
  array: { uk: () => "тут потрібен список", en: () => "a list is needed here" },
  object: { uk: () => "тут потрібен об’єкт", en: () => "an object is needed here" },
  strict_object: { uk: () => "такого поля немає", en: () => "there is no such field" },
  integer: { uk: () => "тут потрібне ціле число", en: () => "a whole number is needed here" },
  safe_integer: { uk: () => "тут потрібне ціле число", en: () => "a whole number is needed here" },
  min_length: { uk: (n) => `замало: щонайменше ${n}`, en: (n) => `too short: at least ${n}` },
  max_length: { uk: (n) => `забагато: щонайбільше ${n}`, en: (n) => `too long: at most ${n}` },
  min_value: { uk: (n) => `замале значення: щонайменше ${n}`, en: (n) => `too small: at least ${n}` },
  max_value: { uk: (n) => `завелике значення: щонайбільше ${n}`, en: (n) => `too large: at most ${n}` },
  email: { uk: () => "це не адреса електронної пошти", en: () => "this is not an e-mail address" },
  url: { uk: () => "це не адреса вебсторінки", en: () => "this is not a web address" },
  uuid: { uk: () => "тут потрібен UUID", en: () => "a UUID is needed here" },
  iso_date: { uk: () => "дата має вигляд РРРР-ММ-ДД", en: () => "a date looks like YYYY-MM-DD" },
  picklist: { uk: (n) => `дозволено лише: ${n}`, en: (n) => `allowed are only: ${n}` },
  literal: { uk: (n) => `дозволено лише: ${n}`, en: (n) => `allowed is only: ${n}` },
  variant: { uk: (n) => `дозволено лише: ${n}`, en: (n) => `allowed are only: ${n}` },
};

/** What is wrong by rules of our own, by the word the schema gives them. */
const ownRules: Readonly<Record<string, Problem>> = {
  "unknown time zone": { uk: () => "такого часового поясу немає", en: () => "there is no such time zone" },
  "not a calendar day": { uk: () => "такого дня немає в календарі", en: () => "there is no such day in the calendar" },
  "not a date and time": { uk: () => "такого дня чи часу немає", en: () => "there is no such day or time" },
  "not an id": { uk: () => "це не ідентифікатор", en: () => "this is not an id" },
  "one line": { uk: () => "текст має бути в один рядок", en: () => "the text has to be on one line" },
  "the same reader twice": { uk: () => "та сама адреса двічі", en: () => "the same address twice" },
  "after the beginning, at most 100 days": {
    uk: () => "кінець має бути після початку, щонайбільше через 100 днів",
    en: () => "the end has to be after the beginning, at most 100 days later",
  },
};

const otherwise: Problem = { uk: () => "значення не підходить", en: () => "the value does not fit" };
const missing: Problem = { uk: () => "поле обов’язкове", en: () => "the field is required" };

/** What is wrong with an input, in words; `requirement` in the issue is a limit or the allowed values. */
export function validationProblem(language: Language, issue: v.BaseIssue<unknown>): string {
  if (issue.received === "undefined") return missing[language]("");
  const requirement = typeof issue.requirement === "number" ? String(issue.requirement) : (issue.expected ?? "");
  return (ownRules[issue.message] ?? problems[issue.type] ?? otherwise)[language](requirement);
}
