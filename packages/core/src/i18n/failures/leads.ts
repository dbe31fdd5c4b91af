import type { FailureEntry } from "../failures.ts";

/** Failures of working with leads. */
export const leadsFailures = {
  "lost-reason-missing": {
    uk: () => ({ message: "Не вказано, чому лід втрачено.", cure: "Напишіть причину." }),
    en: () => ({ message: "The reason why the lead was lost is missing.", cure: "Write the reason." }),
  },
  "email-malformed": {
    uk: () => ({ message: "Це не адреса електронної пошти.", cure: "Перевірте адресу." }),
    en: () => ({ message: "This is not an e-mail address.", cure: "Check the address." }),
  },
  "phone-malformed": {
    uk: () => ({ message: "Це не номер телефону.", cure: "Введіть від 7 до 15 цифр, найкраще з кодом країни." }),
    en: () => ({
      message: "This is not a telephone number.",
      cure: "Enter 7 to 15 digits, best with the country code.",
    }),
  },
  "too-many-consents": {
    uk: ({ most }) => ({
      message: `Текст згоди змінювали вже ${most} разів, це найбільше.`,
      cure: "Створіть нову форму.",
    }),
    en: ({ most }) => ({
      message: `The text of the consent has been changed ${most} times, which is the most.`,
      cure: "Create a new form.",
    }),
  },
  "lead-empty": {
    uk: () => ({ message: "Про людину нічого не вказано.", cure: "Напишіть ім'я, пошту або телефон." }),
    en: () => ({ message: "Nothing is said of the person.", cure: "Write a name, an e-mail address or a number." }),
  },
  "next-step-not-ahead": {
    uk: () => ({
      message: "Цей день уже минув або він далі ніж за два роки.",
      cure: "Виберіть день від сьогодні й щонайбільше на два роки вперед.",
    }),
    en: () => ({
      message: "This day has passed, or is more than two years ahead.",
      cure: "Choose a day from today, at most two years ahead.",
    }),
  },
  "lead-erased": {
    uk: () => ({ message: "Дані цієї людини стерто, змінити їх уже не можна.", cure: "Створіть новий лід." }),
    en: () => ({ message: "This person's data was erased and cannot be changed any more.", cure: "Add a new lead." }),
  },
  "owner-unknown": {
    uk: () => ({ message: "Такого учасника немає.", cure: "Виберіть учасника зі списку." }),
    en: () => ({ message: "There is no such member.", cure: "Choose a member from the list." }),
  },
  "thread-has-no-person": {
    uk: () => ({
      message: "Платформа не сказала, з ким ця розмова.",
      cure: "Додайте лід вручну на сторінці «Ліди».",
    }),
    en: () => ({
      message: "The platform has not said whom this conversation is with.",
      cure: "Add the lead by hand on the Leads page.",
    }),
  },
} satisfies Record<string, FailureEntry>;
