import type { Language } from "../kernel/language.ts";

/** What is wrong by rules of our own, by the word that the schema gives them. */
export const ownRules: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "unknown time zone": { uk: "такого часового поясу немає", en: "there is no such time zone" },
  "not a calendar day": { uk: "такого дня немає в календарі", en: "there is no such day in the calendar" },
  "not a date and time": { uk: "такого дня чи часу немає", en: "there is no such day or time" },
  "not a month": { uk: "місяць має вигляд 2026-11", en: "a month looks like 2026-11" },
  "not a rate": {
    uk: "курс — це додатне число, як-от 41.25, щонайбільше дев’ять знаків після крапки",
    en: "a rate is a number above 0 such as 41.25, with nine digits after the point at most",
  },
  "not a time": { uk: "час має вигляд 18:00", en: "a time looks like 18:00" },
  "not a currency": {
    uk: "валюта — це три літери, як-от UAH чи EUR",
    en: "a currency is three letters such as EUR or UAH",
  },
  "nothing to see": {
    uk: "тут лише пробіли чи невидимі знаки, а потрібен текст",
    en: "only spaces or signs that cannot be seen are here, and a text is needed",
  },
  "not an id": { uk: "це не ідентифікатор", en: "this is not an id" },
  "not a number": { uk: "тут потрібне ціле число", en: "a whole number is needed here" },
  "not a SHA-256": { uk: "це не сума SHA-256 файлу", en: "this is not the SHA-256 of the file" },
  "one line": { uk: "текст має бути в один рядок", en: "the text has to be on one line" },
  "not a web address": {
    uk: "це не адреса вебсторінки; вона починається з https://",
    en: "this is not a web address, which begins with https://",
  },
  "a host such as example.com": {
    uk: "вкажіть лише сайт, як-от example.com",
    en: "give the site alone, such as example.com",
  },
  "not a code": {
    uk: "лише малі латинські літери й цифри, між ними дефіс, крапка чи риска",
    en: "only small latin letters and digits, with a hyphen, dot or underscore between them",
  },
  "not an e-mail address": { uk: "це не адреса електронної пошти", en: "this is not an e-mail address" },
  "an unknown placeholder": {
    uk: "такої підстановки у фігурних дужках немає",
    en: "there is no such placeholder in braces",
  },
  template: { uk: "такої підстановки у фігурних дужках немає", en: "there is no such placeholder in braces" },
  "a file stands twice": { uk: "один файл додано двічі", en: "one file is there twice" },
  "a channel stands twice": { uk: "один канал вибрано двічі", en: "one channel is chosen twice" },
  "asks for an address or a number": {
    uk: "форма має питати пошту або телефон",
    en: "the form has to ask for an e-mail address or a telephone number",
  },
  "an https address": { uk: "адреса має починатися з https://", en: "the address has to begin with https://" },
  "not below zero": { uk: "сума не може бути від'ємною", en: "the amount cannot be below zero" },
  "no such country": { uk: "такої країни немає", en: "there is no such country" },
  "a time such as 22:00": { uk: "час пишуть як 22:00", en: "a time is written as 22:00" },
  "the same section twice": { uk: "той самий розділ двічі", en: "the same section twice" },
  "the same weekday twice": { uk: "той самий день двічі", en: "the same day twice" },
  "the same channel twice": { uk: "той самий канал двічі", en: "the same channel twice" },
  "the same cause twice": { uk: "та сама причина двічі", en: "the same cause twice" },
  "the same reader twice": { uk: "та сама адреса двічі", en: "the same address twice" },
  range: { uk: "кінець має бути після початку", en: "the end has to be after the beginning" },
  "the range is empty or over 400 days": {
    uk: "кінець має бути після початку, щонайбільше через 400 днів",
    en: "the end has to be after the beginning, at most 400 days later",
  },
  "after the beginning, at most 100 days": {
    uk: "кінець має бути після початку, щонайбільше через 100 днів",
    en: "the end has to be after the beginning, at most 100 days later",
  },
};
