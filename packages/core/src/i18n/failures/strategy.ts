import type { FailureEntry } from "../failures.ts";

/** Failures of setting goals. */
export const strategyFailures = {
  "goal-exists": {
    uk: () => ({
      message: "Ціль для цього показника, каналу й дня вже є.",
      cure: "Відкрийте її або виберіть інший день.",
    }),
    en: () => ({
      message: "There is a goal for this figure, channel and day already.",
      cure: "Open it, or choose another day.",
    }),
  },
  "goal-due-past": {
    uk: () => ({ message: "Строк цілі має бути пізніше, ніж сьогодні.", cure: "Виберіть день, який ще попереду." }),
    en: () => ({ message: "A goal is for a day after today.", cure: "Choose a day that is still to come." }),
  },
  "goal-ends-before-start": {
    uk: () => ({ message: "Ціль закінчується раніше, ніж починається.", cure: "Виберіть пізніший день." }),
    en: () => ({ message: "The goal ends before it starts.", cure: "Choose a later day." }),
  },
  "goal-too-far": {
    uk: () => ({ message: "Ціль задалеко: щонайбільше п’ять років.", cure: "Поставте ближчу проміжну ціль." }),
    en: () => ({ message: "The goal is too far off: five years at most.", cure: "Set a nearer one on the way." }),
  },
  "goal-without-change": {
    uk: () => ({ message: "Ціль збігається з тим, що є зараз.", cure: "Вкажіть, яким має стати показник." }),
    en: () => ({ message: "The target is what you have now.", cure: "State what the figure is to become." }),
  },
  "goal-figure-of-other": {
    uk: () => ({
      message: "У цього каналу немає такого показника.",
      cure: "Для відвідувань сайту виберіть сайт або всі канали, для інших показників інший канал.",
    }),
    en: () => ({
      message: "This channel has no such figure.",
      cure: "For site visits choose a site or all channels; for other figures choose another channel.",
    }),
  },
  "goal-over-whole": {
    uk: () => ({ message: "Частка не може перевищити 100 %.", cure: "Вкажіть від 0 до 100 %." }),
    en: () => ({ message: "A share cannot be more than 100%.", cure: "State 0 to 100%." }),
  },
  "goal-baseline-unknown": {
    uk: () => ({ message: "Нинішнє значення показника ще не виміряно.", cure: "Вкажіть його самі." }),
    en: () => ({ message: "The figure has not been measured yet.", cure: "State where it is now." }),
  },
  "too-many-goals": {
    uk: (p) => ({
      message: `Цілей уже ${p.most}, більше не можна.`,
      cure: "Сховайте в архів ті, за якими вже не стежите.",
    }),
    en: (p) => ({
      message: `There are ${p.most} goals already, which is as many as can be followed.`,
      cure: "Archive those that you no longer follow.",
    }),
  },
  "goal-channel-unknown": {
    uk: () => ({ message: "Такого каналу немає.", cure: "Виберіть підключений канал або всі разом." }),
    en: () => ({ message: "There is no such channel.", cure: "Choose a connected one, or all together." }),
  },
} satisfies Record<string, FailureEntry>;
