import type { Language } from "../../kernel/language.ts";

/** The texts of the mails by which people get in. */
export const signInTexts: Record<
  Language,
  Record<
    "signIn" | "invitation",
    { subject(p: { workspace: string }): string; lead(p: { workspace: string }): string; button: string; note: string }
  >
> = {
  uk: {
    signIn: {
      subject: ({ workspace }) => `Вхід до Dopys: ${workspace}`,
      lead: ({ workspace }) => `Натисніть кнопку, щоб увійти до робочого простору «${workspace}».`,
      button: "Увійти",
      note: "Посилання діє 20 хвилин і лише один раз. Якщо ви не просили про вхід, просто видаліть цей лист.",
    },
    invitation: {
      subject: ({ workspace }) => `Вас запрошено до робочого простору «${workspace}»`,
      lead: ({ workspace }) => `Вас додали до робочого простору «${workspace}» у Dopys.`,
      button: "Прийняти запрошення",
      note: "Посилання діє 7 днів і лише один раз. Далі входьте за своєю адресою електронної пошти.",
    },
  },
  en: {
    signIn: {
      subject: ({ workspace }) => `Sign in to Dopys: ${workspace}`,
      lead: ({ workspace }) => `Press the button to sign in to the workspace "${workspace}".`,
      button: "Sign in",
      note: "The link works for 20 minutes and only once. If you did not ask for it, delete this e-mail.",
    },
    invitation: {
      subject: ({ workspace }) => `You are invited to the workspace "${workspace}"`,
      lead: ({ workspace }) => `You were added to the workspace "${workspace}" in Dopys.`,
      button: "Accept the invitation",
      note: "The link works for 7 days and only once. After that, sign in with your e-mail address.",
    },
  },
};
