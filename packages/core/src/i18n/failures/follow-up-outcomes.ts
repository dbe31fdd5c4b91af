import type { FailureEntry } from "../failures.ts";
import { platformRuleText } from "./platform-rules.ts";

/** Why something that was to follow a published post did not appear; and the refusal to try again what has not failed. */
export const followUpOutcomes = {
  "no-failed-follow-up": {
    uk: () => ({ message: "Повторювати нічого: помилок після допису немає.", cure: "Оновіть сторінку." }),
    en: () => ({
      message: "There is nothing to try again: nothing after the post has failed.",
      cure: "Reload the page.",
    }),
  },
  "follow-up-stale": {
    uk: (p) => ({
      message: `Минуло понад ${p.hours} год після допису, тому без вашої згоди ми цього не опублікували.`,
      cure: "Якщо це ще потрібно, спробуйте знову.",
    }),
    en: (p) => ({
      message: `More than ${p.hours} hours had passed since the post, so this did not go out without your consent.`,
      cure: "If you still need it, try again.",
    }),
  },
  "follow-up-channel-gone": {
    uk: () => ({ message: "Каналу цієї публікації більше немає.", cure: "Підключіть канал і спробуйте знову." }),
    en: () => ({ message: "The channel of this publication is gone.", cure: "Connect the channel and try again." }),
  },
  "follow-up-unsettled": {
    uk: () => ({
      message: "Не вдалося з’ясувати, чи з’явилося це під дописом.",
      cure: "Подивіться на платформі самі; якщо його там немає, спробуйте знову.",
    }),
    en: () => ({
      message: "We could not find out whether this appeared below the post.",
      cure: "Look on the platform yourself; if it is not there, try again.",
    }),
  },
  "follow-up-processing-too-long": {
    uk: () => ({
      message: "Платформа обробляє це вже понад добу.",
      cure: "Подивіться на платформі самі; якщо його там немає, спробуйте знову.",
    }),
    en: () => ({
      message: "The platform has been processing this for over a day.",
      cure: "Look on the platform yourself; if it is not there, try again.",
    }),
  },
  "follow-up-connector-fault": {
    uk: () => ({ message: "Dopys не знає, як опублікувати це на платформі.", cure: "Повідомте свого адміністратора." }),
    en: () => ({ message: "Dopys does not know how to publish this on the platform.", cure: "Tell your operator." }),
  },
  "follow-up-rate-limited": {
    uk: () => ({ message: "Платформа надто довго обмежує дії цього каналу.", cure: "Спробуйте знову пізніше." }),
    en: () => ({ message: "The platform limits this channel for too long.", cure: "Try again later." }),
  },
  "follow-up-auth-expired": {
    uk: () => ({
      message: "Платформа більше не дає доступу до каналу.",
      cure: "Підключіть канал знову, а тоді спробуйте ще раз.",
    }),
    en: () => ({
      message: "The platform no longer gives access to the channel.",
      cure: "Connect the channel again, then try again.",
    }),
  },
  "follow-up-permission": {
    uk: (p) => ({
      message: `Платформа не дозволяє каналу коментувати свій допис (код ${p.platformCode}).`,
      cure: "Перевірте свою роль на сторінці, підключіть канал знову з усіма дозволами й спробуйте ще раз.",
    }),
    en: (p) => ({
      message: `The platform does not permit the channel to comment on its post (code ${p.platformCode}).`,
      cure: "Check your role on the page, connect the channel again with all permissions, then try again.",
    }),
  },
  "follow-up-invalid-content": {
    uk: (p) => platformRuleText("uk", String(p.rule)),
    en: (p) => platformRuleText("en", String(p.rule)),
  },
  "follow-up-not-found": {
    uk: (p) => ({
      message: `Платформа не знаходить допису, під яким це мало з’явитися (код ${p.platformCode}).`,
      cure: "Перевірте, чи допис ще є на платформі, і спробуйте знову.",
    }),
    en: (p) => ({
      message: `The platform can't find the post below which this was to appear (code ${p.platformCode}).`,
      cure: "Check that the post is still on the platform and try again.",
    }),
  },
  "follow-up-duplicate": {
    uk: () => ({
      message: "Платформа каже, що таке там уже є.",
      cure: "Подивіться під дописом; якщо це інше, змініть текст у дописі й спробуйте знову.",
    }),
    en: () => ({
      message: "The platform says that this is there already.",
      cure: "Look below the post; if it is not the same, change the text in the post and try again.",
    }),
  },
  "follow-up-blocked": {
    uk: (p) => ({
      message: `Платформа тимчасово заблокувала дії на каналі (код ${p.platformCode}).`,
      cure: "Зайдіть на платформу, подивіться її повідомлення й спробуйте пізніше.",
    }),
    en: (p) => ({
      message: `The platform has blocked actions on the channel for a time (code ${p.platformCode}).`,
      cure: "Sign in to the platform, read its notice and try later.",
    }),
  },
  "follow-up-transient": {
    uk: (p) => ({
      message: `Платформа щоразу відповідала збоєм (код ${p.platformCode}).`,
      cure: "Спробуйте знову пізніше.",
    }),
    en: (p) => ({
      message: `The platform failed at every attempt (code ${p.platformCode}).`,
      cure: "Try again later.",
    }),
  },
  "follow-up-unknown": {
    uk: (p) => ({
      message: `Платформа відмовила без зрозумілої причини (код ${p.platformCode}).`,
      cure: "Спробуйте знову пізніше; якщо повториться, повідомте адміністратора.",
    }),
    en: (p) => ({
      message: `The platform refused without a clear cause (code ${p.platformCode}).`,
      cure: "Try again later; if it happens again, tell your operator.",
    }),
  },
} satisfies Record<string, FailureEntry>;
