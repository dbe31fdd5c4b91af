import { agreeUk, area, countEn, countUk } from "./area.ts";

const threadsEn = countEn("conversation", "conversations");
const threadsUk = countUk("розмова", "розмови", "розмов");
const postsEn = countEn("post", "posts");
const postsUk = countUk("допис", "дописи", "дописів");
const repliesEn = countEn("reply", "replies");
const repliesUk = countUk("відповідь", "відповіді", "відповідей");

/** The first page of the day. */
export const today = area(
  {
    greeting: { morning: "Good morning", day: "Good afternoon", evening: "Good evening", night: "Hello" },
    needs: (count: number) =>
      count === 0 ? "Nothing needs you now." : `${countEn("thing needs", "things need")(count)} you.`,
    attention: {
      "critical-alert": (count: number, title?: string) => title ?? countEn("critical alert", "critical alerts")(count),
      "waiting-for-answer": (count: number) => `${threadsEn(count)} ${count === 1 ? "waits" : "wait"} for an answer`,
      "lead-waiting": (count: number, title?: string) =>
        count === 1 && title
          ? `${title} waits for a first response`
          : `${countEn("lead waits", "leads wait")(count)} for a first response`,
      "lead-step": (count: number, title?: string) =>
        count === 1 && title
          ? `Next step with ${title} is due`
          : `${countEn("next step with a lead is", "next steps with leads are")(count)} due`,
      "waiting-for-approval": (count: number, title?: string) =>
        title ? `"${title}" waits for approval` : `${postsEn(count)} ${count === 1 ? "waits" : "wait"} for approval`,
      "answer-to-approve": (count: number, title?: string) =>
        title
          ? `The answer to a review waits for approval: "${title}"`
          : `${countEn("answer", "answers")(count)} to reviews ${count === 1 ? "waits" : "wait"} for approval`,
      "failed-publication": (count: number, title?: string) =>
        title ? `"${title}" did not go out` : `${postsEn(count)} did not go out`,
      "failed-follow-up": (count: number, title?: string) =>
        title
          ? `"${title}" is out without its first comment or a part of its thread`
          : `${postsEn(count)} are out without their first comments or parts of their threads`,
      "unconfirmed-publication": (count: number, title?: string) =>
        title
          ? `"${title}": we are looking whether it went out`
          : `${postsEn(count)}: we are looking whether they went out`,
      "unsent-reply": (count: number, title?: string) =>
        title ? `"${title}": our reply did not go out` : `${repliesEn(count)} did not go out`,
      "unconfirmed-reply": (count: number, title?: string) =>
        title
          ? `"${title}": it is not known whether our reply arrived`
          : `${repliesEn(count)}: it is not known whether they arrived`,
      "reconnect-channel": (count: number, title?: string) =>
        title
          ? `${title} has to be connected again`
          : `${countEn("channel has", "channels have")(count)} to be connected again`,
      "report-due": (_count: number, title?: string) => `${title ?? "A report"} goes out`,
    },
    act: {
      "critical-alert": "Decide",
      "waiting-for-answer": "Answer",
      "lead-waiting": "Answer",
      "lead-step": "See",
      "waiting-for-approval": "Review",
      "answer-to-approve": "Decide",
      "failed-publication": "See why",
      "failed-follow-up": "See why",
      "unconfirmed-publication": "See",
      "unsent-reply": "See why",
      "unconfirmed-reply": "See",
      "reconnect-channel": "Connect",
      "report-due": "See",
    },
    soonest: (left: string, isOne: boolean) => (isOne ? `due in ${left}` : `the soonest is due in ${left}`),
    overdue: (late: string, isOne: boolean) => `${isOne ? "" : "the oldest is "}${late} past its target`,
    goingOut: "Going out today",
    nothingGoesOut: "Nothing goes out today.",
    plan: "Plan a post",
    wholeCalendar: "Whole calendar",
    audience: "Audience, 7 days",
    followers: "followers",
    noAudience: "The platforms have not told the figures yet.",
    goals: "Goals",
    onCourse: (count: number) => `${count} on course`,
    behind: (count: number) => `${count} behind`,
    noGoals: "No goals yet.",
    setGoal: "Set one",
    seeGoals: "See goals",
    seeInsights: "All figures",
    connectFirst: "Connect a channel, and this page tells you each morning what needs you.",
    connect: "Connect a channel",
  },
  {
    greeting: { morning: "Доброго ранку", day: "Доброго дня", evening: "Доброго вечора", night: "Вітаємо" },
    needs: (count) =>
      count === 0
        ? "Зараз нічого не потребує вашої уваги."
        : `${countUk("справа", "справи", "справ")(count)} ${agreeUk(count, { one: "чекає", few: "чекають", many: "чекають" })} на вас.`,
    attention: {
      "critical-alert": (count, title) =>
        title ?? countUk("критичне сповіщення", "критичні сповіщення", "критичних сповіщень")(count),
      "waiting-for-answer": (count) =>
        `${threadsUk(count)} ${agreeUk(count, { one: "чекає", few: "чекають", many: "чекають" })} на відповідь`,
      "lead-waiting": (count, title) =>
        count === 1 && title
          ? `${title} чекає на першу відповідь`
          : `${countUk("лід", "ліди", "лідів")(count)} ${agreeUk(count, { one: "чекає", few: "чекають", many: "чекають" })} на першу відповідь`,
      "lead-step": (count, title) =>
        count === 1 && title
          ? `Наступний крок: ${title}`
          : `${countUk("крок", "кроки", "кроків")(count)} із лідами на сьогодні`,
      "waiting-for-approval": (count, title) =>
        title
          ? `«${title}» чекає на схвалення`
          : `${postsUk(count)} ${agreeUk(count, { one: "чекає", few: "чекають", many: "чекають" })} на схвалення`,
      "answer-to-approve": (count, title) =>
        title
          ? `Відповідь на відгук чекає на схвалення: «${title}»`
          : `${countUk("відповідь", "відповіді", "відповідей")(count)} на відгуки ${agreeUk(count, { one: "чекає", few: "чекають", many: "чекають" })} на схвалення`,
      "failed-publication": (count, title) =>
        title
          ? `«${title}» не вийшов`
          : `${postsUk(count)} не ${agreeUk(count, { one: "вийшов", few: "вийшли", many: "вийшли" })}`,
      "failed-follow-up": (count, title) =>
        title
          ? `«${title}» вийшов без першого коментаря чи частини гілки`
          : `${postsUk(count)} ${agreeUk(count, { one: "вийшов", few: "вийшли", many: "вийшли" })} без першого коментаря чи частини гілки`,
      "unconfirmed-publication": (count, title) =>
        title ? `«${title}»: з'ясовуємо, чи вийшов` : `${postsUk(count)}: з'ясовуємо, чи вийшли`,
      "unsent-reply": (count, title) =>
        title ? `«${title}»: відповідь не надіслано` : `Не надіслано: ${repliesUk(count)}`,
      "unconfirmed-reply": (count, title) =>
        title ? `«${title}»: невідомо, чи дійшла відповідь` : `Невідомо, чи дійшло: ${repliesUk(count)}`,
      "reconnect-channel": (count, title) =>
        title
          ? `Канал «${title}» треба підключити знову`
          : `${countUk("канал", "канали", "каналів")(count)} треба підключити знову`,
      "report-due": (_count, title) => `${title ? `Звіт «${title}»` : "Звіт"} виходить`,
    },
    act: {
      "critical-alert": "Вирішити",
      "waiting-for-answer": "Відповісти",
      "lead-waiting": "Відповісти",
      "lead-step": "Переглянути",
      "waiting-for-approval": "Переглянути",
      "answer-to-approve": "Вирішити",
      "failed-publication": "Чому",
      "failed-follow-up": "Чому",
      "unconfirmed-publication": "Переглянути",
      "unsent-reply": "Чому",
      "unconfirmed-reply": "Переглянути",
      "reconnect-channel": "Підключити",
      "report-due": "Переглянути",
    },
    soonest: (left, isOne) => (isOne ? `строк за ${left}` : `найближчий строк за ${left}`),
    overdue: (late, isOne) => `${isOne ? "прострочено" : "найдавніше прострочено"} на ${late}`,
    goingOut: "Виходить сьогодні",
    nothingGoesOut: "Сьогодні нічого не виходить.",
    plan: "Запланувати допис",
    wholeCalendar: "Весь календар",
    audience: "Аудиторія, 7 днів",
    followers: "підписників",
    noAudience: "Платформи ще не дали цифр.",
    goals: "Цілі",
    onCourse: (count) => `${count} за планом`,
    behind: (count) => `${count} ${agreeUk(count, { one: "відстає", few: "відстають", many: "відстають" })}`,
    noGoals: "Цілей ще немає.",
    setGoal: "Поставити ціль",
    seeGoals: "До цілей",
    seeInsights: "Усі показники",
    connectFirst: "Підключіть канал, і щоранку ця сторінка казатиме, що потребує вашої уваги.",
    connect: "Підключити канал",
  },
);
