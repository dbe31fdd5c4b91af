import type { FailureEntry } from "../failures.ts";

/** Failures of feeds and sites whose entries become drafts. */
export const sourceFailures = {
  "too-many-sources": {
    uk: (p) => ({ message: `У просторі вже ${p.allowed} джерел, більше додати не можна.`, cure: "Видаліть зайве." }),
    en: (p) => ({ message: `The workspace has ${p.allowed} sources already.`, cure: "Remove one that is not needed." }),
  },
  "source-not-a-feed": {
    uk: () => ({
      message: "За цією адресою немає стрічки RSS чи Atom.",
      cure: "Знайдіть на сайті посилання «RSS» і вкажіть його адресу; для сайту на WordPress виберіть WordPress.",
    }),
    en: () => ({
      message: "There is no RSS or Atom feed at this address.",
      cure: 'Find the "RSS" link on the site and give its address; for a WordPress site choose WordPress.',
    }),
  },
  "source-not-wordpress": {
    uk: () => ({
      message: "Сайт не відповідає як WordPress.",
      cure: "Перевірте адресу; якщо власник сайту вимкнув REST API, додайте його стрічку RSS.",
    }),
    en: () => ({
      message: "The site does not answer as WordPress.",
      cure: "Check the address; if the site's owner has turned the REST API off, add its RSS feed instead.",
    }),
  },
} satisfies Record<string, FailureEntry>;
