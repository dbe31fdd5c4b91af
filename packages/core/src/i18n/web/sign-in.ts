import { area } from "./area.ts";

/** The way in. */
export const signIn = area(
  {
    title: "Good to see you",
    lead: "Sign in with your e-mail. We send you a link; there is no password to forget.",
    email: "E-mail",
    send: "Send me a link",
    sending: "Sending the link",
    sentTitle: "Look in your mail",
    sent: (email: string) => `If ${email} belongs to a member, a link is on its way. It works once, for 20 minutes.`,
    other: "Use another address",
    entering: "Signing you in",
    refusedTitle: "This link does not work any more",
    again: "Get a new link",
    notAnAddress: "This does not look like an e-mail address. Write it as name@company.com.",
    motto: "What your company says, and what people answer, on one desk.",
  },
  {
    title: "Раді вас бачити",
    lead: "Увійдіть за електронною адресою. Ми надішлемо посилання: пароля, який можна забути, немає.",
    email: "Електронна адреса",
    send: "Надіслати посилання",
    sending: "Надсилаємо посилання",
    sentTitle: "Зазирніть у пошту",
    sent: (email) =>
      `Якщо ${email} належить учасникові, посилання вже в дорозі. Воно спрацює один раз, упродовж 20 хвилин.`,
    other: "Вказати іншу адресу",
    entering: "Входимо",
    refusedTitle: "Це посилання вже не діє",
    again: "Отримати нове посилання",
    notAnAddress: "Це не схоже на електронну адресу. Запишіть її так: name@company.com.",
    motto: "Що каже ваша компанія і що відповідають люди: на одному столі.",
  },
);
