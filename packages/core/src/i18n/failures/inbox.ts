import type { FailureEntry } from "../failures.ts";

/** Failures of reading and answering the inbox. */
export const inboxFailures = {
  "invalid-cursor": {
    uk: () => ({ message: "Цієї сторінки списку немає.", cure: "Відкрийте список спочатку." }),
    en: () => ({ message: "There is no such page of the list.", cure: "Open the list from its beginning." }),
  },
  "messaging-window-closed": {
    uk: (p) => ({
      message: `Минуло понад ${p.hours} години від останнього повідомлення цієї людини, тож платформа не дозволяє їй писати.`,
      cure: "Дочекайтеся, доки людина напише знову, або відповідайте там, де вона залишила коментар.",
    }),
    en: (p) => ({
      message: `More than ${p.hours} hours have passed since this person's last message, so the platform does not allow writing.`,
      cure: "Wait until the person writes again, or answer where they left a comment.",
    }),
  },
  "client-key-reused": {
    uk: () => ({ message: "З цим ключем уже надіслано щось інше.", cure: "Надішліть з новим ключем." }),
    en: () => ({ message: "Something else was already sent with this key.", cure: "Send it with a new key." }),
  },
  "action-not-supported": {
    uk: () => ({ message: "Платформа не вміє цього з таким повідомленням.", cure: "Зробіть це на самій платформі." }),
    en: () => ({ message: "The platform cannot do this to such a message.", cure: "Do it on the platform itself." }),
  },
  "message-gone": {
    uk: () => ({ message: "Повідомлення вже видалено на платформі.", cure: "Оновіть розмову." }),
    en: () => ({ message: "The message was already removed on the platform.", cure: "Reload the conversation." }),
  },
  "own-message": {
    uk: () => ({ message: "Це ваше власне повідомлення.", cure: "Відповідайте на повідомлення клієнта." }),
    en: () => ({ message: "This message is your own.", cure: "Answer a customer's message." }),
  },
  "no-such-member": {
    uk: () => ({ message: "Такого учасника в цьому просторі немає.", cure: "Виберіть когось зі списку." }),
    en: () => ({ message: "There is no such member in this workspace.", cure: "Choose someone from the list." }),
  },
  "channel-reconnect-needed": {
    uk: () => ({
      message: "Платформа більше не приймає доступ до цього каналу.",
      cure: "Під'єднайте канал знову, потім надішліть відповідь ще раз.",
    }),
    en: () => ({
      message: "The platform no longer accepts our access to this channel.",
      cure: "Connect the channel again, then send the answer once more.",
    }),
  },
  "channel-gone": {
    uk: () => ({ message: "Канал від'єднано.", cure: "Під'єднайте його знову." }),
    en: () => ({ message: "The channel was disconnected.", cure: "Connect it again." }),
  },
  "answer-rate-limited": {
    uk: () => ({ message: "Платформа просить зачекати.", cure: "Нічого не робіть: надішлемо, щойно дозволить." }),
    en: () => ({ message: "The platform asks us to wait.", cure: "Nothing to do: it is sent as soon as allowed." }),
  },
  "answer-transient": {
    uk: () => ({ message: "Платформа не відповіла.", cure: "Нічого не робіть: спробуємо ще раз." }),
    en: () => ({ message: "The platform did not respond.", cure: "Nothing to do: we try again." }),
  },
  "answer-not-permitted": {
    uk: () => ({
      message: "Платформа не дала дозволу на цю дію.",
      cure: "Під'єднайте канал знову й надайте всі дозволи.",
    }),
    en: () => ({
      message: "The platform did not permit this action.",
      cure: "Connect the channel again and grant all permissions.",
    }),
  },
  "answer-target-gone": {
    uk: () => ({ message: "Того, на що ви відповідали, на платформі вже немає.", cure: "Оновіть розмову." }),
    en: () => ({ message: "What you answered is no longer on the platform.", cure: "Reload the conversation." }),
  },
  "answer-content-refused": {
    uk: () => ({ message: "Платформа не прийняла текст відповіді.", cure: "Змініть текст і надішліть знову." }),
    en: () => ({ message: "The platform did not accept the text.", cure: "Change the text and send it again." }),
  },
  "answer-blocked": {
    uk: () => ({
      message: "Платформа тимчасово заблокувала такі дії цього каналу.",
      cure: "Перевірте сповіщення на самій платформі.",
    }),
    en: () => ({
      message: "The platform has blocked such actions of this channel for a time.",
      cure: "Look at the notices on the platform itself.",
    }),
  },
  "answer-duplicate": {
    uk: () => ({ message: "Таку саму відповідь уже надіслано.", cure: "Змініть текст, якщо хочете додати ще щось." }),
    en: () => ({ message: "The same answer was already sent.", cure: "Change the text to add something." }),
  },
  "answer-failed": {
    uk: () => ({
      message: "Платформа відхилила дію без пояснення.",
      cure: "Спробуйте ще раз або зробіть це на платформі.",
    }),
    en: () => ({ message: "The platform refused without a reason.", cure: "Try again, or do it on the platform." }),
  },
  "answer-unconfirmed": {
    uk: () => ({
      message: "Не вдалося дізнатися, чи з'явилася відповідь на платформі.",
      cure: "Подивіться на платформі; якщо її там немає, надішліть ще раз.",
    }),
    en: () => ({
      message: "It could not be found out whether the answer appeared on the platform.",
      cure: "Look on the platform; if it is not there, send it again.",
    }),
  },
} satisfies Record<string, FailureEntry>;
