import type { FailureEntry } from "../failures.ts";

const kilobytes = (bytes: unknown): number => Math.floor(Number(bytes) / 1024);

/** Failures of no domain in particular. */
export const commonFailures = {
  "not-found": {
    uk: () => ({ message: "Такого тут немає.", cure: "Перевірте адресу або поверніться до списку." }),
    en: () => ({ message: "There is nothing here.", cure: "Check the address or go back to the list." }),
  },
  "invalid-input": {
    uk: (p) => ({
      message: `Поле «${p.field}» заповнено неправильно: ${p.problem}.`,
      cure: "Виправте поле й надішліть ще раз.",
    }),
    en: (p) => ({
      message: `The field "${p.field}" is not right: ${p.problem}.`,
      cure: "Correct the field and send again.",
    }),
  },
  "malformed-body": {
    uk: () => ({ message: "Тіло запиту — не правильний JSON.", cure: "Надішліть JSON у кодуванні UTF-8." }),
    en: () => ({ message: "The request body is not valid JSON.", cure: "Send JSON in UTF-8." }),
  },
  "body-not-right": {
    uk: (p) => ({ message: `Запит заповнено неправильно: ${p.problem}.`, cure: "Виправте запит і надішліть ще раз." }),
    en: (p) => ({
      message: `The request is not right: ${p.problem}.`,
      cure: "Correct the request and send again.",
    }),
  },
  "json-needed": {
    uk: () => ({
      message: "Тіло запиту має інший тип, ніж тут приймають.",
      cure: "Надішліть JSON із заголовком content-type: application/json.",
    }),
    en: () => ({
      message: "The request body is of another type than is taken here.",
      cure: "Send JSON with the header content-type: application/json.",
    }),
  },
  "body-too-large": {
    uk: (p) => ({
      message: `Запит завеликий: дозволено щонайбільше ${kilobytes(p.maxBytes)} КБ.`,
      cure: "Надішліть менше за раз: велику таблицю розділіть на кілька файлів.",
    }),
    en: (p) => ({
      message: `The request is too large: at most ${kilobytes(p.maxBytes)} KB are allowed.`,
      cure: "Send less at a time: split a large table into several files.",
    }),
  },
  "changed-meanwhile": {
    uk: () => ({ message: "Хтось змінив це раніше за вас.", cure: "Оновіть сторінку й повторіть зміну." }),
    en: () => ({ message: "Someone changed this before you.", cure: "Reload and make your change again." }),
  },
  "too-many-requests": {
    uk: () => ({ message: "Забагато запитів за короткий час.", cure: "Зачекайте хвилину й спробуйте знову." }),
    en: () => ({ message: "Too many requests in a short time.", cure: "Wait a minute and try again." }),
  },
  "internal-error": {
    uk: () => ({
      message: "Сталася помилка на нашому боці.",
      cure: "Спробуйте ще раз; якщо повториться, зверніться до адміністратора.",
    }),
    en: () => ({
      message: "Something failed on our side.",
      cure: "Try again; if it happens again, tell your operator.",
    }),
  },
} satisfies Record<string, FailureEntry>;
