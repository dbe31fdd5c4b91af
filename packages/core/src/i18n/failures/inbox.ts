import type { FailureEntry } from "../failures.ts";
import { countUk } from "../web/area.ts";

const daysUk = countUk("дня", "днів", "днів");

/** Failures of reading and answering the inbox. */
export const inboxFailures = {
  "invalid-cursor": {
    uk: () => ({ message: "Цієї сторінки списку немає.", cure: "Відкрийте список спочатку." }),
    en: () => ({ message: "There is no such page of the list.", cure: "Open the list from its beginning." }),
  },
  "answer-not-waiting": {
    uk: () => ({
      message: "Цю відповідь уже схвалено або повернуто.",
      cure: "Оновіть сторінку, щоб побачити рішення.",
    }),
    en: () => ({ message: "This answer was approved or sent back already.", cure: "Reload to see the decision." }),
  },
  "answer-on-its-way": {
    uk: () => ({
      message: "Відповідь на цей відгук уже схвалено, вона в дорозі.",
      cure: "Зачекайте, доки її надішлють, і лише тоді пропонуйте іншу.",
    }),
    en: () => ({
      message: "An answer to this review was approved and is on its way.",
      cure: "Wait until it is sent before you propose another one.",
    }),
  },
  "review-of-channel": {
    uk: () => ({
      message: "Цей відгук надійшов із підключеного каналу, тож звідси його не видалити.",
      cure: "Якщо він порушує правила платформи, поскаржтеся на нього там.",
    }),
    en: () => ({
      message: "This review came from a connected channel and cannot be removed from here.",
      cure: "If it breaks the platform's rules, report it there.",
    }),
  },
  "review-stands-elsewhere": {
    uk: () => ({
      message: "Цей відгук узято з таблиці, тож звідси відповідь туди не надсилається.",
      cure: "Дайте відповідь там, де він стоїть, а тоді запишіть її на сторінці відгуку.",
    }),
    en: () => ({
      message: "This review came from a table, and no answer is sent from here to where it stands.",
      cure: "Answer it there, then write down on the review's page what you answered.",
    }),
  },
  "review-not-imported": {
    uk: () => ({
      message: "Цей відгук надійшов із підключеного каналу, тож відповідь надсилається туди.",
      cure: "Відповідайте на сторінці відгуку.",
    }),
    en: () => ({
      message: "This review came from a connected channel, and answers are sent there.",
      cure: "Answer on the review's page.",
    }),
  },
  "messaging-window-closed": {
    uk: (p) => ({
      message: `Від останнього повідомлення цієї людини минуло більше часу, ніж дозволяє платформа (${p.hours} год), тож написати їй зараз не можна.`,
      cure: "Дочекайтеся, доки людина напише знову, або відповідайте там, де вона залишила коментар.",
    }),
    en: (p) => ({
      message: `More than ${p.hours} hours have passed since this person's last message, so the platform does not allow writing.`,
      cure: "Wait until the person writes again, or answer where they left a comment.",
    }),
  },
  "private-reply-given": {
    uk: () => ({
      message: "Автору цього коментаря вже написано особисто, а платформа дозволяє це лише раз.",
      cure: "Дочекайтеся, доки людина відпише, або дайте відповідь під коментарем.",
    }),
    en: () => ({
      message: "The author of this comment was written to in private already, and the platform allows that once.",
      cure: "Wait until they write back, or answer below the comment.",
    }),
  },
  "private-reply-too-late": {
    uk: (p) => ({
      message: `Написати автору коментаря особисто можна лише протягом ${daysUk(Number(p.days))} після нього.`,
      cure: "Дайте відповідь під коментарем і запросіть написати вам у повідомлення.",
    }),
    en: (p) => ({
      message: `The author of a comment can be written to in private only within ${p.days} days of it.`,
      cure: "Answer below the comment, and ask them to write to you.",
    }),
  },
  "answered-meanwhile": {
    uk: (p) => ({
      message: p.name
        ? `Поки ви писали, відповів інший учасник: ${p.name}.`
        : "Поки ви писали, на розмову вже відповіли.",
      cure: "Прочитайте ту відповідь. Якщо ваша досі потрібна, надішліть її ще раз.",
    }),
    en: (p) => ({
      message: p.name ? `${p.name} answered while you were writing.` : "Somebody answered while you were writing.",
      cure: "Read that answer. If yours is still needed, send it once more.",
    }),
  },
  "placeholder-left": {
    uk: (p) => ({
      message: `У тексті лишилося незаповнене місце ${p.placeholder}.`,
      cure: "Впишіть замість нього потрібне або видаліть його, потім надішліть.",
    }),
    en: (p) => ({
      message: `The text still has the empty place ${p.placeholder}.`,
      cure: "Put in what belongs there, or delete it, then send.",
    }),
  },
  "snooze-not-ahead": {
    uk: () => ({
      message: "Цей час уже минув або він далі ніж за рік.",
      cure: "Виберіть час у майбутньому, щонайбільше на рік уперед.",
    }),
    en: () => ({
      message: "This time has passed, or is more than a year ahead.",
      cure: "Choose a time ahead, within a year.",
    }),
  },
  "nobody-ever-answers": {
    uk: () => ({ message: "У такому тижні ніхто ніколи не відповідає.", cure: "Вкажіть години хоча б одного дня." }),
    en: () => ({ message: "In such a week nobody ever answers.", cure: "Give the hours of one day at least." }),
  },
  "saved-reply-empty": {
    uk: () => ({ message: "У збереженій відповіді немає тексту.", cure: "Напишіть її хоча б однією мовою." }),
    en: () => ({ message: "The saved reply has no text.", cure: "Write it in one language at least." }),
  },
  "too-many-saved-replies": {
    uk: (p) => ({
      message: `Збережених відповідей уже ${p.most}, більше не вміститься.`,
      cure: "Видаліть ті, якими ніхто не користується.",
    }),
    en: (p) => ({
      message: `There are ${p.most} saved replies already, and no room for more.`,
      cure: "Delete those that nobody uses.",
    }),
  },
  "nothing-to-correct": {
    uk: () => ({
      message: "У цьому повідомленні немає що виправляти: це ваше повідомлення, воно без тексту або видалене.",
      cure: "Виправляйте тональність і намір у повідомленнях клієнтів.",
    }),
    en: () => ({
      message: "There is nothing to correct here: the message is yours, has no text, or was removed.",
      cure: "Correct the messages of customers.",
    }),
  },
  "action-superseded": {
    uk: () => ({
      message: "Згодом попросили зробити навпаки, тож цю дію не виконано.",
      cure: "Якщо вона досі потрібна, зробіть її ще раз.",
    }),
    en: () => ({
      message: "The opposite was asked for later, so this was not done.",
      cure: "If it is still needed, do it once more.",
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
      cure: "Підключіть канал знову, потім спробуйте ще раз.",
    }),
    en: () => ({
      message: "The platform no longer accepts our access to this channel.",
      cure: "Connect the channel again, then try once more.",
    }),
  },
  "channel-gone": {
    uk: () => ({ message: "Канал відключено.", cure: "Підключіть його знову." }),
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
      cure: "Підключіть канал знову й надайте всі дозволи.",
    }),
    en: () => ({
      message: "The platform did not permit this action.",
      cure: "Connect the channel again and grant all permissions.",
    }),
  },
  "answer-target-gone": {
    uk: () => ({ message: "Того, чого стосувалася ця дія, на платформі вже немає.", cure: "Оновіть розмову." }),
    en: () => ({ message: "What this was about is no longer on the platform.", cure: "Reload the conversation." }),
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
  "saved-reply-name-taken": {
    uk: () => ({
      message: "Готова відповідь із такою назвою вже є.",
      cure: "Дайте іншу назву або змініть ту, що є.",
    }),
    en: () => ({
      message: "There is a saved reply of this name already.",
      cure: "Choose another name, or change the one there is.",
    }),
  },
  "answer-given-up": {
    uk: () => ({
      message: "Платформа так і не прийняла цього, хоч ми пробували багато разів.",
      cure: "Спробуйте ще раз пізніше або зробіть це на самій платформі.",
    }),
    en: () => ({
      message: "The platform did not take this, although we tried many times.",
      cure: "Try again later, or do it on the platform itself.",
    }),
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
