import type { FailureEntry } from "../failures.ts";
import { formatNumber } from "../format.ts";

/** Failures of single rows of a table. */
export const rowFailures = {
  "csv-too-many-cells": {
    uk: (p) => ({
      message: `У рядку ${p.actual} клітинок, а стовпців ${p.allowed}.`,
      cure: "Мабуть, у тексті є кома чи крапка з комою поза лапками. Візьміть текст у лапки.",
    }),
    en: (p) => ({
      message: `The row has ${p.actual} cells for ${p.allowed} columns.`,
      cure: "A text probably holds a separator outside quotation marks. Put the text in quotation marks.",
    }),
  },
  "csv-status-unknown": {
    uk: (p) => ({
      message: `Статус «${p.value}» не можна імпортувати.`,
      cure: "Напишіть «чернетка» або «заплановано».",
    }),
    en: (p) => ({ message: `The status "${p.value}" can't be imported.`, cure: 'Write "draft" or "scheduled".' }),
  },
  "csv-date-missing": {
    uk: () => ({ message: "Немає дати.", cure: "Вкажіть її або змініть статус на «чернетка» і приберіть час." }),
    en: () => ({
      message: "The date is missing.",
      cure: 'Give it, or change the status to "draft" and remove the time.',
    }),
  },
  "csv-date-unreadable": {
    uk: (p) => ({ message: `Дату «${p.value}» не прочитати.`, cure: "Напишіть її як 2026-12-01 або 01.12.2026." }),
    en: (p) => ({ message: `The date "${p.value}" can't be read.`, cure: "Write it as 2026-12-01 or 01.12.2026." }),
  },
  "csv-time-missing": {
    uk: () => ({ message: "Немає часу.", cure: "Вкажіть його, наприклад 18:00." }),
    en: () => ({ message: "The time is missing.", cure: "Give it, such as 18:00." }),
  },
  "csv-time-unreadable": {
    uk: (p) => ({ message: `Час «${p.value}» не прочитати.`, cure: "Напишіть його як 18:00, від 00:00 до 23:59." }),
    en: (p) => ({ message: `The time "${p.value}" can't be read.`, cure: "Write it as 18:00, from 00:00 to 23:59." }),
  },
  "csv-time-zone-unknown": {
    uk: (p) => ({
      message: `Часового поясу «${p.value}» немає.`,
      cure: "Напишіть його як Europe/Kyiv або залиште порожнім.",
    }),
    en: (p) => ({
      message: `There is no time zone "${p.value}".`,
      cure: "Write it as Europe/Kyiv, or leave it empty.",
    }),
  },
  "csv-scheduling-not-yours": {
    uk: () => ({
      message: "Ваша роль не дозволяє планувати дописи.",
      cure: "Поставте статус «чернетка»: дата збережеться в нотатках, а запланує менеджер.",
    }),
    en: () => ({
      message: "Your role may not schedule posts.",
      cure: 'Set the status to "draft": the date is kept in the notes, and a manager schedules.',
    }),
  },
  "csv-made-unscheduled": {
    uk: () => ({
      message: "Допис створено, але не заплановано.",
      cure: "Знайдіть його серед схвалених і заплануйте.",
    }),
    en: () => ({
      message: "The post was made but is not on the calendar.",
      cure: "Find it among the approved ones and schedule it.",
    }),
  },
  "csv-channel-unknown": {
    uk: (p) => ({ message: `Каналу «${p.name}» немає.`, cure: "Виправте назву або спершу підключіть канал." }),
    en: (p) => ({
      message: `There is no channel "${p.name}".`,
      cure: "Correct the name, or connect the channel first.",
    }),
  },
  "csv-channel-ambiguous": {
    uk: (p) => ({ message: `Каналів «${p.name}» кілька.`, cure: `Додайте платформу, наприклад «${p.example}».` }),
    en: (p) => ({
      message: `There are several channels "${p.name}".`,
      cure: `Add the platform, such as "${p.example}".`,
    }),
  },
  "csv-campaign-unknown": {
    uk: (p) => ({
      message: `Кампанії «${p.name}» немає.`,
      cure: "Виправте назву чи код або спершу створіть кампанію.",
    }),
    en: (p) => ({
      message: `There is no campaign "${p.name}".`,
      cure: "Correct the name or the code, or create the campaign first.",
    }),
  },
  "csv-campaign-ambiguous": {
    uk: (p) => ({ message: `Кампаній «${p.name}» кілька.`, cure: `Вкажіть код, наприклад «${p.example}».` }),
    en: (p) => ({
      message: `There are several campaigns "${p.name}".`,
      cure: `Give the code instead, such as "${p.example}".`,
    }),
  },
  "csv-format-unknown": {
    uk: (p) => ({
      message: `Формату «${p.value}» немає.`,
      cure: `Можливі формати: ${p.formats}. Порожня клітинка означає звичайний для платформи.`,
    }),
    en: (p) => ({
      message: `There is no format "${p.value}".`,
      cure: `Formats are ${p.formats}. An empty cell means the platform's usual one.`,
    }),
  },
  "csv-thread-part-empty": {
    uk: (p) => ({
      message: `Частина ${p.number} продовження порожня.`,
      cure: "Додайте до неї текст чи файл або приберіть зайвий рядок «---».",
    }),
    en: (p) => ({
      message: `Part ${p.number} of the thread is empty.`,
      cure: 'Give it a text or a file, or remove the spare line "---".',
    }),
  },
  "csv-row-too-long": {
    uk: (p) => ({
      message: `Усі тексти рядка разом задовгі: ${formatNumber("uk", Number(p.actual))} знаків, дозволено ${formatNumber("uk", Number(p.allowed))}.`,
      cure: "Скоротіть тексти або розділіть рядок на два дописи.",
    }),
    en: (p) => ({
      message: `The texts of the row are too long together: ${formatNumber("en", Number(p.actual))} characters, ${formatNumber("en", Number(p.allowed))} are allowed.`,
      cure: "Shorten them, or make two posts of the row.",
    }),
  },
  "csv-file-unknown": {
    uk: (p) => ({
      message: `Файлу «${p.name}» у медіатеці немає.`,
      cure: "Виправте назву, завантажте файл у медіатеку або вкажіть його адресу з https://.",
    }),
    en: (p) => ({
      message: `The media library has no file "${p.name}".`,
      cure: "Correct the name, upload the file to the library, or give its https:// address.",
    }),
  },
  "csv-link-unreadable": {
    uk: () => ({
      message: "Посилання — не адреса вебсторінки.",
      cure: "Вкажіть повну адресу, що починається з https://.",
    }),
    en: () => ({ message: "The link is not a web address.", cure: "Give the whole address, beginning with https://." }),
  },
  "csv-row-without-content": {
    uk: () => ({
      message: "Рядок не має ні тексту, ні посилання, ні файлів.",
      cure: "Додайте щось із цього або видаліть рядок.",
    }),
    en: () => ({ message: "The row has no text, no link and no files.", cure: "Add one of them, or delete the row." }),
  },
  "csv-cell-too-long": {
    uk: (p) => ({
      message: `Задовго: ${formatNumber("uk", Number(p.actual))} знаків, дозволено ${formatNumber("uk", Number(p.allowed))}.`,
      cure: "Скоротіть текст у клітинці.",
    }),
    en: (p) => ({
      message: `Too long: ${formatNumber("en", Number(p.actual))} characters, ${formatNumber("en", Number(p.allowed))} are allowed.`,
      cure: "Shorten the cell.",
    }),
  },
  "csv-too-many-items": {
    uk: (p) => ({ message: `Забагато: ${p.actual}, дозволено ${p.allowed}.`, cure: "Приберіть зайві." }),
    en: (p) => ({ message: `Too many: ${p.actual}, ${p.allowed} are allowed.`, cure: "Remove some." }),
  },
} satisfies Record<string, FailureEntry>;
