import type { Language } from "../../kernel/language.ts";

interface Say {
  readonly name: string;
  readonly title: string;
}
type Verdict = "approve" | "request-changes";

interface ReviewAnswerTexts {
  readonly subject: Readonly<Record<Verdict, (say: Say) => string>>;
  readonly lead: Readonly<Record<Verdict, (say: Say) => string>>;
  readonly untitled: string;
  readonly button: string;
  readonly counts: string;
  readonly opinion: string;
}

/** The mail that tells of an answer from outside. */
export const reviewAnswerTexts: Readonly<Record<Language, ReviewAnswerTexts>> = {
  uk: {
    subject: {
      approve: ({ name, title }) => `Схвалено ззовні: «${title}» (${name})`,
      "request-changes": ({ name, title }) => `Просять змін: «${title}» (${name})`,
    },
    lead: {
      approve: ({ name, title }) => `Допис «${title}» схвалено за посиланням. Ім'я, яке вказано: ${name}.`,
      "request-changes": ({ name, title }) => `У дописі «${title}» просять щось змінити. Ім'я, яке вказано: ${name}.`,
    },
    untitled: "без тексту",
    button: "Відкрити допис",
    counts: "Відповідь зараховано як рішення щодо допису.",
    opinion: "Це думка: стану допису вона не змінила.",
  },
  en: {
    subject: {
      approve: ({ name, title }) => `Approved from outside: "${title}" (${name})`,
      "request-changes": ({ name, title }) => `Changes wanted: "${title}" (${name})`,
    },
    lead: {
      approve: ({ name, title }) => `The post "${title}" was approved through its link. The name given: ${name}.`,
      "request-changes": ({ name, title }) => `Changes were asked for in the post "${title}". The name given: ${name}.`,
    },
    untitled: "without text",
    button: "Open the post",
    counts: "The answer counts as the decision on the post.",
    opinion: "This is an opinion: it did not change where the post stands.",
  },
};
