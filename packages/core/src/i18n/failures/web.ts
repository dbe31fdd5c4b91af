import type { FailureEntry } from "../failures.ts";

/** Failures of addresses on the public web that people gave us. */
export const webFailures = {
  "web-address-malformed": {
    uk: () => ({ message: "Це не адреса вебсторінки.", cure: "Вкажіть повну адресу, що починається з https://." }),
    en: () => ({ message: "This is not a web address.", cure: "Give the whole address, beginning with https://." }),
  },
  "web-address-not-https": {
    uk: () => ({ message: "Адреса не захищена: вона має починатися з https://.", cure: "Вкажіть адресу з https://." }),
    en: () => ({
      message: "The address is not secure: it must begin with https://.",
      cure: "Give the https:// address.",
    }),
  },
  "web-address-credentials": {
    uk: () => ({ message: "В адресі є ім’я користувача або пароль.", cure: "Вкажіть адресу, відкриту для всіх." }),
    en: () => ({
      message: "The address carries a user name or a password.",
      cure: "Give an address that is open to all.",
    }),
  },
  "web-address-port": {
    uk: () => ({ message: "В адресі вказано незвичний порт.", cure: "Вкажіть адресу без номера порту." }),
    en: () => ({ message: "The address names an unusual port.", cure: "Give the address without a port number." }),
  },
  "web-address-not-public": {
    uk: () => ({
      message: "Адреса веде у приватну мережу, а не у відкритий інтернет.",
      cure: "Викладіть це за адресою, відкритою для всіх, і вкажіть її.",
    }),
    en: () => ({
      message: "The address leads into a private network, not to the public internet.",
      cure: "Put it at an address that is open to all and give that one.",
    }),
  },
  "web-no-answer-timeout": {
    uk: () => ({ message: "Сайт не відповів вчасно.", cure: "Перевірте, чи він відкривається, і спробуйте пізніше." }),
    en: () => ({ message: "The site did not answer in time.", cure: "Check that it opens, and try again later." }),
  },
  "web-no-answer-name-not-found": {
    uk: () => ({ message: "Сайту з таким іменем не знайдено.", cure: "Перевірте, чи немає помилки в адресі." }),
    en: () => ({ message: "No site of this name was found.", cure: "Check the address for a mistake." }),
  },
  "web-no-answer-connection-failed": {
    uk: () => ({
      message: "З’єднатися із сайтом не вдалося.",
      cure: "Перевірте, чи він відкривається, і спробуйте пізніше.",
    }),
    en: () => ({ message: "The site could not be reached.", cure: "Check that it opens, and try again later." }),
  },
  "web-no-answer-certificate": {
    uk: () => ({
      message: "Сертифікат сайту недійсний або виданий для іншого імені.",
      cure: "Попросіть власника сайту поновити сертифікат.",
    }),
    en: () => ({
      message: "The site's certificate is not valid or was issued for another name.",
      cure: "Ask the site's owner to renew the certificate.",
    }),
  },
  "web-no-answer-too-large": {
    uk: () => ({ message: "Файл за цією адресою завеликий.", cure: "Вкажіть адресу меншого файлу." }),
    en: () => ({ message: "The file at this address is too large.", cure: "Give the address of a smaller one." }),
  },
  "web-no-answer-too-many-redirects": {
    uk: () => ({
      message: "Адреса перенаправляє далі понад тричі.",
      cure: "Відкрийте її у браузері та вкажіть ту, на якій зупинитеся.",
    }),
    en: () => ({
      message: "The address redirects more than three times.",
      cure: "Open it in a browser and give the one where you end up.",
    }),
  },
  "web-no-answer-unreadable-encoding": {
    uk: () => ({
      message: "Сайт стиснув відповідь так, що її не прочитати.",
      cure: "Попросіть власника сайту вимкнути таке стискання або вкажіть іншу адресу.",
    }),
    en: () => ({
      message: "The site compressed its answer in a way that can't be read.",
      cure: "Ask the site's owner to turn that off, or give another address.",
    }),
  },
  "web-answer-status": {
    uk: (p) => ({
      message: `Сайт відповів кодом ${p.status} замість вмісту.`,
      cure: "Перевірте, чи адреса відкривається у браузері без входу.",
    }),
    en: (p) => ({
      message: `The site answered with status ${p.status} instead of the content.`,
      cure: "Check that the address opens in a browser without signing in.",
    }),
  },
} satisfies Record<string, FailureEntry>;
