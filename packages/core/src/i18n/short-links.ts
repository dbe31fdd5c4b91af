import type { Language } from "../kernel/language.ts";

const texts = {
  uk: {
    notFound: {
      title: "Такого посилання немає",
      text: "Можливо, адресу скопійовано не повністю. Великі й малі літери в ній різняться. Перевірте її або відкрийте допис, у якому ви побачили посилання.",
    },
    broken: { title: "Посилання зараз не відкривається", text: "Це тимчасово. Спробуйте ще раз за хвилину." },
  },
  en: {
    notFound: {
      title: "There is no such link",
      text: "Perhaps the address was not copied to its end. Capital and small letters differ in it. Check it, or open the post in which you saw the link.",
    },
    broken: { title: "The link does not open right now", text: "It will pass. Try again in a minute." },
  },
} as const satisfies Record<Language, unknown>;

/** What a visitor reads whose short link leads nowhere. */
export const shortLinkText = (language: Language) => texts[language];
