import type { FailureEntry } from "../failures.ts";

/** Failures of series and evergreen posts. */
export const planningFailures = {
  "rule-invalid": {
    uk: (p) => ({
      message: `Правило повторення незрозуміле: «${p.part}».`,
      cure: "Виберіть повторення зі списку або напишіть правило за зразком FREQ=WEEKLY;BYDAY=MO,TH.",
    }),
    en: (p) => ({
      message: `The repeat rule can't be understood: "${p.part}".`,
      cure: "Choose a repeat from the list, or write a rule like FREQ=WEEKLY;BYDAY=MO,TH.",
    }),
  },
  "rule-has-start": {
    uk: (p) => ({
      message: `У правилі повторення не може стояти ${p.part}.`,
      cure: "Початок, часовий пояс і пропущені дати серія має окремо: приберіть їх із правила.",
    }),
    en: (p) => ({
      message: `A repeat rule can't hold ${p.part}.`,
      cure: "Start, time zone and skipped dates belong to the series itself: take them out of the rule.",
    }),
  },
  "rule-too-often": {
    uk: (p) => ({
      message: `Так часто серія повторюватися не може: щонайбільше ${p.allowed} рази на день.`,
      cure: "Виберіть повторення щодня чи рідше, з кількома годинами на день.",
    }),
    en: (p) => ({
      message: `A series can't repeat that often: ${p.allowed} times a day at most.`,
      cure: "Repeat daily or less often, at a few hours of the day.",
    }),
  },
  "rule-never": {
    uk: () => ({
      message: "За цим правилом не буде жодного допису.",
      cure: "Перевірте дату початку, дату завершення і дні: наприклад, 30 лютого не буває.",
    }),
    en: () => ({
      message: "This rule has no date at all.",
      cure: "Check the start, the end and the days: 30 February, for one, never comes.",
    }),
  },
  "series-is-over": {
    uk: () => ({ message: "Цю серію завершено.", cure: "Створіть нову: текст можна взяти з будь-якого її допису." }),
    en: () => ({ message: "This series has ended.", cure: "Start a new one: any of its posts can lend its text." }),
  },
  "series-has-no-date": {
    uk: () => ({
      message: "У серії немає допису на цей час.",
      cure: "Оновіть сторінку: розклад серії могли змінити.",
    }),
    en: () => ({
      message: "The series has no date at this time.",
      cure: "Reload: the series may have been changed.",
    }),
  },
  "series-too-many-skips": {
    uk: (p) => ({
      message: `Пропустити можна щонайбільше ${p.allowed} дат.`,
      cure: "Змініть правило повторення так, щоб воно не мало цих дат.",
    }),
    en: (p) => ({
      message: `At most ${p.allowed} dates can be skipped.`,
      cure: "Change the repeat rule so that it doesn't have them.",
    }),
  },
  "post-repeats-already": {
    uk: () => ({
      message: "Цей допис уже повторюється.",
      cure: "Змініть його серію замість того, щоб починати другу.",
    }),
    en: () => ({ message: "This post repeats already.", cure: "Change its series instead of starting a second one." }),
  },
  "evergreen-not-approved": {
    uk: () => ({
      message: "Повторювати можна лише схвалений допис.",
      cure: "Схваліть його: повторення виходять без перегляду.",
    }),
    en: () => ({ message: "Only an approved post can be repeated.", cure: "Approve it: repeats go out unread." }),
  },
  "evergreen-of-repeat": {
    uk: () => ({
      message: "Цей допис сам є повторенням.",
      cure: "Позначте вічнозеленим допис, з якого його зроблено.",
    }),
    en: () => ({ message: "This post is a repeat itself.", cure: "Mark the post it was made from as evergreen." }),
  },
  "post-is-template": {
    uk: () => ({
      message: "Це зразок серії: на календар потрапляють його повторення, а не він сам.",
      cure: "Змініть час у серії або створіть копію допису.",
    }),
    en: () => ({
      message: "This is a series' template: its dates go on the calendar, not the template itself.",
      cure: "Change the time of the series, or copy the post.",
    }),
  },
} as const satisfies Record<string, FailureEntry>;
