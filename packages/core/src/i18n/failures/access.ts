import type { FailureEntry } from "../failures.ts";

/** Failures of signing in and of permissions. */
export const accessFailures = {
  unauthenticated: {
    uk: () => ({ message: "Ви не увійшли.", cure: "Увійдіть за посиланням із листа." }),
    en: () => ({ message: "You are not signed in.", cure: "Sign in by the link in the e-mail." }),
  },
  forbidden: {
    uk: () => ({ message: "Ваша роль цього не дозволяє.", cure: "Попросіть власника або менеджера." }),
    en: () => ({ message: "Your role does not allow this.", cure: "Ask an owner or a manager." }),
  },
  "sign-in-link-invalid": {
    uk: () => ({ message: "Посилання для входу вже використано або воно застаріло.", cure: "Замовте нове посилання." }),
    en: () => ({ message: "This sign-in link was used already or has expired.", cure: "Ask for a new link." }),
  },
  "member-exists": {
    uk: () => ({ message: "Людина з цією адресою вже є в робочому просторі.", cure: "Перевірте список учасників." }),
    en: () => ({ message: "A person with this address is a member already.", cure: "Look at the list of members." }),
  },
  "last-owner": {
    uk: () => ({
      message: "Це єдиний власник робочого простору, тож він має лишитися.",
      cure: "Спершу зробіть власником ще когось.",
    }),
    en: () => ({
      message: "This is the only owner of the workspace, who has to stay.",
      cure: "First make somebody else an owner too.",
    }),
  },
  "too-many-members": {
    uk: (p) => ({
      message: `У робочому просторі вже ${p.limit} учасників, більше не можна.`,
      cure: "Попросіть адміністратора створити ще один робочий простір.",
    }),
    en: (p) => ({
      message: `The workspace has ${p.limit} members already, which is the most there can be.`,
      cure: "Ask your operator to set up another workspace.",
    }),
  },
  "invitation-comes-back": {
    uk: (p) => ({
      message: `Учасника додано, але листи на ${p.email} повертаються, тож запрошення не надіслано.`,
      cure: "Перевірте адресу. Якщо вона правильна, натисніть «Спробувати знову» біля учасника і попросіть його замовити посилання на сторінці входу.",
    }),
    en: (p) => ({
      message: `The member was added, but mail to ${p.email} comes back, so no invitation was sent.`,
      cure: 'Check the address. If it is right, press "Try again" beside the member and ask them to request a link on the sign-in page.',
    }),
  },
  "invitation-not-mailed": {
    uk: (p) => ({
      message: `Учасника додано, але лист на ${p.email} не надіслано.`,
      cure: "Перевірте адресу; якщо вона правильна, попросіть людину замовити посилання на сторінці входу.",
    }),
    en: (p) => ({
      message: `The member was added, but the mail to ${p.email} was not sent.`,
      cure: "Check the address; if it is right, ask the person to request a link on the sign-in page.",
    }),
  },
  "cross-site-request": {
    uk: () => ({
      message: "Запит надійшов з іншого сайту, тож його відхилено.",
      cure: "Відкрийте Dopys і повторіть дію там.",
    }),
    en: () => ({ message: "The request came from another site and was refused.", cure: "Open Dopys and do it there." }),
  },
} satisfies Record<string, FailureEntry>;
