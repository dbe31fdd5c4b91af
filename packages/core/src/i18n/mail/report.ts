import type { Language } from "../../kernel/language.ts";
import { pluralForm } from "../plural.ts";

type Count = (count: number) => string;

/** Every word of a report. Figures come in already formatted, except counts that decide a plural form. */
export interface ReportTexts {
  readonly weekTitle: (week: number) => string;
  readonly madeAt: (when: string) => string;
  readonly measuredAt: (when: string) => string;
  readonly notMeasured: string;
  readonly sections: Record<
    "goals" | "figures" | "worked" | "reputation" | "leads" | "decisions" | "next" | "charts",
    string
  >;
  readonly kpis: Record<
    | "audienceGrowth"
    | "audienceProfile"
    | "engagement"
    | "reach"
    | "views"
    | "engagementByType"
    | "leads"
    | "response"
    | "negativeFeedback",
    string
  >;
  readonly types: Record<"image" | "video" | "carousel" | "link" | "text" | "story", string>;
  readonly headlines: Readonly<Record<string, string>>;
  readonly notAvailable: Record<
    "not-given-by-platform" | "not-yet" | "too-few-people" | "no-permission" | "no-cases",
    string
  >;
  readonly comparedToBefore: (difference: string, relative: string | null) => string;
  readonly noChange: string;
  readonly rateOf: (rate: string) => string;
  readonly answeredIn: (median: string) => string;
  readonly perThousand: (figure: string) => string;
  readonly bestType: (type: string, rate: string) => string;
  readonly minutes: Count;
  readonly hours: (figure: string) => string;
  readonly goalStates: Record<"on-course" | "behind" | "reached" | "missed" | "no-data", string>;
  readonly goalLine: (p: { figure: string; current: string; target: string; due: string }) => string;
  readonly posts: Count;
  readonly interactions: Count;
  readonly reached: (figure: string) => string;
  readonly publishedLine: (p: { published: number; onTime: number; failed: number }) => string;
  readonly reviewsLine: (p: { recommended: number; notRecommended: number }) => string;
  readonly negativeLine: Count;
  readonly waitingLine: (p: { waiting: number; overdue: number }) => string;
  readonly leadsLine: (p: { received: number; won: number }) => string;
  readonly decisions: Record<
    "overdue-answers" | "waiting-reviews" | "failed-publications" | "reconnect-channel" | "goal-behind",
    (p: { count: number; subject: string }) => string
  >;
  readonly buttons: Record<
    "overdue-answers" | "waiting-reviews" | "failed-publications" | "reconnect-channel" | "goal-behind",
    string
  >;
  readonly nothingToDecide: string;
  readonly nextScheduled: Count;
  readonly nextFree: Count;
  readonly nothingPlanned: string;
  readonly openDashboard: string;
  readonly why: (workspace: string) => string;
  readonly page: (page: number, pages: number) => string;
  readonly summary: {
    readonly reach: (change: string) => string;
    readonly reachUnknown: string;
    readonly waiting: Count;
    readonly allAnswered: string;
    readonly quiet: string;
    readonly leads: Count;
  };
  readonly subject: (week: number, parts: string) => string;
  readonly charts: {
    readonly reach: (total: string, best: string | null) => string;
    readonly views: (total: string, best: string | null) => string;
    readonly followers: (now: string, change: string) => string;
    readonly byType: (best: string) => string;
    readonly empty: string;
  };
  readonly csv: readonly [day: string, figure: string, value: string, note: string];
}

const n = (language: Language, count: number, one: string, few: string, many: string) =>
  `${count} ${pluralForm(language, count, { one, few, many })}`;
const uk = (count: number, one: string, few: string, many: string) => n("uk", count, one, few, many);
const en = (count: number, one: string, many: string) => n("en", count, one, many, many);

const ukrainian: ReportTexts = {
  weekTitle: (week) => `Тиждень ${week}`,
  madeAt: (when) => `Складено ${when}.`,
  measuredAt: (when) => `виміряно ${when}`,
  notMeasured: "ще не виміряно",
  sections: {
    goals: "Цілі",
    figures: "Вісім показників",
    charts: "Як минув тиждень",
    worked: "Що спрацювало",
    reputation: "Репутація",
    leads: "Ліди",
    decisions: "Потребує рішення",
    next: "Наступні сім днів",
  },
  kpis: {
    audienceGrowth: "Приріст аудиторії",
    audienceProfile: "Склад аудиторії",
    engagement: "Залучення",
    reach: "Охоплення",
    views: "Перегляди",
    engagementByType: "Залучення за видом допису",
    leads: "Ліди",
    response: "Відповіді",
    negativeFeedback: "Негативні відгуки",
  },
  types: { image: "Фото", video: "Відео", carousel: "Кілька фото", link: "Посилання", text: "Текст", story: "Історія" },
  headlines: {
    followers: "Підписники",
    followersChange: "Приріст підписників",
    interactions: "Взаємодії",
    engagementRate: "Рівень залучення",
    reach: "Охоплення",
    leads: "Нові ліди",
    conversionToWon: "Частка виграних лідів",
    shareAnswered: "Частка звернень із відповіддю",
    medianFirstResponseMs: "Медіана часу першої відповіді",
    shareWithinTarget: "Відповіді в межах норми",
    qualityScore: "Якість відповідей",
    negativeFeedback: "Негативні відгуки",
    negativePer1000: "Негатив на 1000 охоплених",
  },
  notAvailable: {
    "not-given-by-platform": "платформа цього не повідомляє",
    "not-yet": "даних ще немає",
    "too-few-people": "замало людей, щоб платформа це показала",
    "no-permission": "бракує дозволу від платформи",
    "no-cases": "цього тижня не було з чого рахувати",
  },
  comparedToBefore: (difference, relative) =>
    relative ? `${difference} (${relative}) проти попереднього тижня` : `${difference} проти попереднього тижня`,
  noChange: "без змін проти попереднього тижня",
  rateOf: (rate) => `рівень залучення ${rate}`,
  answeredIn: (median) => `медіана першої відповіді ${median}`,
  perThousand: (figure) => `${figure} на 1000 охоплених`,
  bestType: (type, rate) => `${type}: ${rate}`,
  minutes: (count) => uk(count, "хвилина", "хвилини", "хвилин"),
  hours: (figure) => `${figure} год`,
  goalStates: {
    "on-course": "за планом",
    behind: "відстає",
    reached: "досягнуто",
    missed: "не досягнуто",
    "no-data": "ще не виміряно",
  },
  goalLine: ({ figure, current, target, due }) => `${figure}: ${current} з ${target}, термін ${due}`,
  posts: (count) => uk(count, "допис", "дописи", "дописів"),
  interactions: (count) => uk(count, "взаємодія", "взаємодії", "взаємодій"),
  reached: (figure) => `охоплення ${figure}`,
  publishedLine: ({ published, onTime, failed }) => {
    const head = `Опубліковано ${uk(published, "допис", "дописи", "дописів")}, вчасно: ${onTime}.`;
    return failed > 0 ? `${head} Не вийшло: ${failed}.` : head;
  },
  reviewsLine: ({ recommended, notRecommended }) =>
    recommended + notRecommended === 0
      ? "Нових відгуків не було."
      : `Рекомендують: ${recommended}, не рекомендують: ${notRecommended}.`,
  negativeLine: (count) =>
    count === 0
      ? "Негативних повідомлень не було."
      : `${uk(count, "негативне повідомлення", "негативні повідомлення", "негативних повідомлень")}.`,
  waitingLine: ({ waiting, overdue }) => {
    if (waiting === 0) return "Усі звернення мають відповідь.";
    const head = uk(
      waiting,
      "звернення чекає на відповідь",
      "звернення чекають на відповідь",
      "звернень чекають на відповідь",
    );
    return overdue > 0 ? `${head}, прострочено: ${overdue}.` : `${head}.`;
  },
  leadsLine: ({ received, won }) =>
    received === 0
      ? "Нових лідів не було."
      : `${uk(received, "новий лід", "нові ліди", "нових лідів")}, з них виграно: ${won}.`,
  decisions: {
    "overdue-answers": ({ count }) =>
      `${uk(count, "звернення чекає", "звернення чекають", "звернень чекають")} на відповідь довше, ніж домовлено.`,
    "waiting-reviews": ({ count }) =>
      `${uk(count, "відгук чекає", "відгуки чекають", "відгуків чекають")} на відповідь.`,
    "failed-publications": ({ count }) =>
      `${uk(count, "допис не вийшов", "дописи не вийшли", "дописів не вийшли")}: перегляньте причину.`,
    "reconnect-channel": ({ subject }) => `Канал «${subject}» треба підключити знову: дописи з нього не вийдуть.`,
    "goal-behind": ({ subject }) => `Ціль «${subject}» відстає від плану.`,
  },
  buttons: {
    "overdue-answers": "Відповісти",
    "waiting-reviews": "Відповісти",
    "failed-publications": "Переглянути дописи",
    "reconnect-channel": "Підключити канал",
    "goal-behind": "Переглянути ціль",
  },
  nothingToDecide: "Рішень не потрібно.",
  nextScheduled: (count) => `Заплановано ${uk(count, "допис", "дописи", "дописів")}.`,
  nextFree: (count) => `${uk(count, "вільне місце", "вільні місця", "вільних місць")} у розкладі.`,
  nothingPlanned: "Нічого не заплановано.",
  openDashboard: "Відкрити Dopys",
  why: (name) => `Ви отримали цей лист, бо вас додано до читачів звітів «${name}».`,
  page: (page, pages) => `Сторінка ${page} з ${pages}`,
  summary: {
    reach: (change) => `охоплення ${change}`,
    reachUnknown: "охоплення ще не порівняти",
    waiting: (count) =>
      uk(count, "звернення чекає на відповідь", "звернення чекають на відповідь", "звернень чекають на відповідь"),
    allAnswered: "усі звернення мають відповідь",
    quiet: "звернень не було",
    leads: (count) => uk(count, "новий лід", "нові ліди", "нових лідів"),
  },
  subject: (week, parts) => `Тиждень ${week}: ${parts}`,
  charts: {
    reach: (total, best) => `Охоплення за тиждень: ${total}${best ? `, найбільше ${best}` : ""}`,
    views: (total, best) => `Перегляди за тиждень: ${total}${best ? `, найбільше ${best}` : ""}`,
    followers: (now, change) => `Підписників: ${now} (${change} за тиждень)`,
    byType: (best) => `Найбільше залучення: ${best}`,
    empty: "Цього тижня немає що показати",
  },
  csv: ["День", "Показник", "Значення", "Примітка"],
};

const english: ReportTexts = {
  weekTitle: (week) => `Week ${week}`,
  madeAt: (when) => `Put together ${when}.`,
  measuredAt: (when) => `measured ${when}`,
  notMeasured: "not measured yet",
  sections: {
    goals: "Goals",
    figures: "Eight figures",
    charts: "How the week went",
    worked: "What worked",
    reputation: "Reputation",
    leads: "Leads",
    decisions: "Needs a decision",
    next: "The next seven days",
  },
  kpis: {
    audienceGrowth: "Audience growth",
    audienceProfile: "Audience profile",
    engagement: "Engagement",
    reach: "Reach",
    views: "Views",
    engagementByType: "Engagement by type of post",
    leads: "Leads",
    response: "Response",
    negativeFeedback: "Negative feedback",
  },
  types: { image: "Photo", video: "Video", carousel: "Several photos", link: "Link", text: "Text", story: "Story" },
  headlines: {
    followers: "Followers",
    followersChange: "Followers won",
    interactions: "Interactions",
    engagementRate: "Engagement rate",
    reach: "Reach",
    leads: "New leads",
    conversionToWon: "Share of leads won",
    shareAnswered: "Share answered",
    medianFirstResponseMs: "Median first response",
    shareWithinTarget: "Answered within target",
    qualityScore: "Quality of answers",
    negativeFeedback: "Negative feedback",
    negativePer1000: "Negative per 1,000 reached",
  },
  notAvailable: {
    "not-given-by-platform": "the platform does not give this",
    "not-yet": "no data yet",
    "too-few-people": "too few people for the platform to show it",
    "no-permission": "the platform's permission is missing",
    "no-cases": "there was nothing to count this week",
  },
  comparedToBefore: (difference, relative) =>
    relative ? `${difference} (${relative}) against the week before` : `${difference} against the week before`,
  noChange: "unchanged against the week before",
  rateOf: (rate) => `engagement rate ${rate}`,
  answeredIn: (median) => `median first response ${median}`,
  perThousand: (figure) => `${figure} per 1,000 reached`,
  bestType: (type, rate) => `${type}: ${rate}`,
  minutes: (count) => en(count, "minute", "minutes"),
  hours: (figure) => `${figure} h`,
  goalStates: {
    "on-course": "on course",
    behind: "behind",
    reached: "reached",
    missed: "missed",
    "no-data": "not measured yet",
  },
  goalLine: ({ figure, current, target, due }) => `${figure}: ${current} of ${target}, due ${due}`,
  posts: (count) => en(count, "post", "posts"),
  interactions: (count) => en(count, "interaction", "interactions"),
  reached: (figure) => `reach ${figure}`,
  publishedLine: ({ published, onTime, failed }) => {
    const head = `${en(published, "post was", "posts were")} published, ${onTime} on time.`;
    return failed > 0 ? `${head} ${failed} failed.` : head;
  },
  reviewsLine: ({ recommended, notRecommended }) =>
    recommended + notRecommended === 0
      ? "There were no new reviews."
      : `${recommended} recommend, ${notRecommended} do not.`,
  negativeLine: (count) =>
    count === 0 ? "There were no negative messages." : `${en(count, "negative message", "negative messages")}.`,
  waitingLine: ({ waiting, overdue }) => {
    if (waiting === 0) return "Everyone has an answer.";
    const head = `${en(waiting, "message waits", "messages wait")} for an answer`;
    return overdue > 0 ? `${head}, ${overdue} overdue.` : `${head}.`;
  },
  leadsLine: ({ received, won }) =>
    received === 0 ? "There were no new leads." : `${en(received, "new lead", "new leads")}, ${won} of them won.`,
  decisions: {
    "overdue-answers": ({ count }) =>
      `${en(count, "message waits", "messages wait")} for an answer longer than agreed.`,
    "waiting-reviews": ({ count }) => `${en(count, "review waits", "reviews wait")} for an answer.`,
    "failed-publications": ({ count }) => `${en(count, "post", "posts")} did not go out: look at the cause.`,
    "reconnect-channel": ({ subject }) => `The channel "${subject}" must be connected again: nothing goes out there.`,
    "goal-behind": ({ subject }) => `The goal "${subject}" is behind.`,
  },
  buttons: {
    "overdue-answers": "Answer",
    "waiting-reviews": "Answer",
    "failed-publications": "See the posts",
    "reconnect-channel": "Connect the channel",
    "goal-behind": "See the goal",
  },
  nothingToDecide: "No decision is needed.",
  nextScheduled: (count) => `${en(count, "post is", "posts are")} scheduled.`,
  nextFree: (count) => `${en(count, "free slot", "free slots")} in the schedule.`,
  nothingPlanned: "Nothing is scheduled.",
  openDashboard: "Open Dopys",
  why: (name) => `You get this e-mail because you are a reader of the reports of "${name}".`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  summary: {
    reach: (change) => `reach ${change}`,
    reachUnknown: "reach cannot be compared yet",
    waiting: (count) => `${en(count, "message waits", "messages wait")} for an answer`,
    allAnswered: "everyone has an answer",
    quiet: "nobody wrote",
    leads: (count) => en(count, "new lead", "new leads"),
  },
  subject: (week, parts) => `Week ${week}: ${parts}`,
  charts: {
    reach: (total, best) => `Reach this week: ${total}${best ? `, most on ${best}` : ""}`,
    views: (total, best) => `Views this week: ${total}${best ? `, most on ${best}` : ""}`,
    followers: (now, change) => `Followers: ${now} (${change} this week)`,
    byType: (best) => `Most engaging: ${best}`,
    empty: "There is nothing to show this week",
  },
  csv: ["Day", "Figure", "Value", "Note"],
};

export const reportTexts: Record<Language, ReportTexts> = { uk: ukrainian, en: english };
