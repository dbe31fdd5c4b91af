import type { Language } from "../kernel/language.ts";

const en = {
  ask: {
    title: "Stop this report?",
    text: "It will not be mailed to you any more. Nothing else changes.",
    act: "Stop the report",
  },
  stopped: {
    title: "You will not get this report any more",
    text: "If that was a mistake, have it sent to you again.",
    act: "Have it again",
  },
  notFound: {
    title: "This link does not work",
    text: "Perhaps it was not copied to its end. Open it from the mail again, or ask whoever sends you the report.",
  },
  broken: { title: "This does not work right now", text: "It will pass. Open the link again in a minute." },
};

const uk: typeof en = {
  ask: {
    title: "Не надсилати вам цей звіт?",
    text: "Він більше не приходитиме на вашу пошту. Решта лишиться, як була.",
    act: "Не надсилати",
  },
  stopped: {
    title: "Ви більше не отримуватимете цей звіт",
    text: "Якщо це помилка, увімкніть його знову.",
    act: "Надсилати знову",
  },
  notFound: {
    title: "Це посилання не працює",
    text: "Можливо, його скопійовано не повністю. Відкрийте його з листа ще раз або зверніться до того, хто надсилає вам звіт.",
  },
  broken: { title: "Зараз це не працює", text: "Це минеться. Відкрийте посилання ще раз за хвилину." },
};

/** What the page of the link in a report's mail says. */
export const unsubscribeTexts: Readonly<Record<Language, typeof en>> = { uk, en };
