import type { Language } from "../kernel/language.ts";
import { formatNumber, formatPercent } from "./format.ts";
import { agreeUk, countEn, countUk } from "./web/area.ts";

/** What a sentence about a recommendation is filled in with. */
export interface RecommendationSay {
  /** The channel's name, or empty. */
  readonly channel: string;
  readonly params: Readonly<Record<string, string | number>>;
}

type Sentence = (say: RecommendationSay) => string;

interface RuleTexts {
  /** What was found, in one sentence without a full stop. */
  readonly title: Sentence;
  /** What that rests on: how many cases, the interval, how it was counted. Whole sentences. */
  readonly evidence: Sentence;
  /** The name of the task. */
  readonly task: Sentence;
}

type Rule =
  | "answers-late"
  | "posting-gap"
  | "slots-empty"
  | "type-above"
  | "time-unused"
  | "topic-above"
  | "campaign-above"
  | "type-below";
type RuleCatalogue = Readonly<Record<Rule, RuleTexts>>;

const number = (value: unknown): number => Number(value ?? 0);
const oneDecimal = (value: unknown): number => Math.round(number(value) * 10) / 10;

const postsEn = countEn("post", "posts");
const postsUk = countUk("допис", "дописи", "дописів");
/** After «з» and «від». */
const ofPostsUk = countUk("допису", "дописів", "дописів");
const daysEn = countEn("day", "days");
const daysUk = countUk("день", "дні", "днів");
const slotsEn = countEn("slot", "slots");
const questionsEn = countEn("question", "questions");
/** After «із». */
const questionsUk = countUk("запитання", "запитань", "запитань");

const onEn = (channel: string): string => (channel ? ` on ${channel}` : "");
const onUk = (channel: string): string => (channel ? ` на каналі «${channel}»` : "");
const forEn = (channel: string): string => (channel ? `: ${channel}` : "");
const forUk = forEn;

const timesEn = (lift: unknown): string => `${formatNumber("en", oneDecimal(lift), 1)} times`;
const timesUk = (lift: unknown): string => {
  const shown = oneDecimal(lift);
  const word = Number.isInteger(shown) ? agreeUk(shown, { one: "раз", few: "рази", many: "разів" }) : "раза";
  return `у ${formatNumber("uk", shown, 1)} ${word}`;
};
const range = (language: Language, { params }: RecommendationSay): string =>
  `${formatNumber(language, oneDecimal(params.low), 1)}–${formatNumber(language, oneDecimal(params.high), 1)}`;
const percent = (language: Language, share: unknown): string =>
  formatPercent(language, Math.round(number(share) * 100) / 100);
const hour = (value: unknown): string => `${String(value).padStart(2, "0")}:00`;

const typesEn: Readonly<Record<string, string>> = {
  image: "picture posts",
  video: "video posts",
  carousel: "posts with several pictures",
  link: "link posts",
  text: "text posts",
  story: "stories",
};
const typesUk: Readonly<Record<string, { readonly all: string; readonly some: string }>> = {
  image: { all: "дописи із зображенням", some: "дописів із зображенням" },
  video: { all: "дописи з відео", some: "дописів із відео" },
  carousel: { all: "дописи з кількома зображеннями", some: "дописів із кількома зображеннями" },
  link: { all: "дописи з посиланням", some: "дописів із посиланням" },
  text: { all: "текстові дописи", some: "текстових дописів" },
  story: { all: "сторіс", some: "сторіс" },
};
const typeEn = ({ params }: RecommendationSay): string => typesEn[params.contentType ?? ""] ?? "posts of this type";
const typeUk = ({ params }: RecommendationSay) =>
  typesUk[params.contentType ?? ""] ?? { all: "дописи цього виду", some: "дописів цього виду" };

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const daysOfEn: Readonly<Record<string, string>> = { workdays: "on weekdays", weekend: "at weekends" };
const daysOfUk: Readonly<Record<string, string>> = { workdays: "у будні", weekend: "у вихідні" };
const everyEn = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"];
const everyUk = ["щопонеділка", "щовівторка", "щосереди", "щочетверга", "щоп’ятниці", "щосуботи", "щонеділі"];

/** The interval of what is less, as the shares by which it is. */
const lessRange = (language: Language, { params }: RecommendationSay): string =>
  [params.high, params.low].map((bound) => percent(language, 1 - number(bound))).join("–");

/** The types' engagement rates beside each other. */
const typeEvidenceEn = ({ params }: RecommendationSay, interval: string): string =>
  `${postsEn(number(params.posts))} against ${number(params.others)} others in 90 days, by engagement rate; 95% interval ${interval}. They are ${percent("en", params.share)} of your posts.`;
const typeEvidenceUk = ({ params }: RecommendationSay, interval: string): string =>
  `${postsUk(number(params.posts))} проти ${number(params.others)} інших за 90 днів, за рівнем залученості; 95-відсотковий інтервал ${interval}. Це ${percent("uk", params.share)} ваших дописів.`;

const normEvidenceEn: Sentence = (say) =>
  `${postsEn(number(say.params.posts))} in 90 days, each against the median engagement rate of its type on its channel; 95% interval ${range("en", say)}.`;
const normEvidenceUk: Sentence = (say) =>
  `${postsUk(number(say.params.posts))} за 90 днів, кожен проти медіанного рівня залученості свого виду на своєму каналі; 95-відсотковий інтервал ${range("uk", say)}.`;

/** Of the hours that would lose a slot, where one would be moved. */
const poorEn: Sentence = ({ params }) =>
  params.poorLift === undefined
    ? ""
    : ` At ${hour(params.poorFromHour)}–${hour(params.poorToHour)}, where a slot is, posts do ${percent("en", 1 - number(params.poorLift))} worse than usual (${postsEn(number(params.poorPosts))}).`;
const poorUk: Sentence = ({ params }) =>
  params.poorLift === undefined
    ? ""
    : ` О ${hour(params.poorFromHour)}–${hour(params.poorToHour)}, де слот є, дописи залучають на ${percent("uk", 1 - number(params.poorLift))} менше, ніж зазвичай (${postsUk(number(params.poorPosts))}).`;

const en: RuleCatalogue = {
  "answers-late": {
    title: ({ channel, params }) =>
      `Only ${percent("en", params.share)} of the questions${onEn(channel)} are answered in time`,
    evidence: ({ params }) =>
      `${number(params.within)} of ${questionsEn(number(params.targeted))} with a response target in 28 days. Even by the upper end of the 95% interval it is ${percent("en", params.high)}, less than ${percent("en", params.good)}.`,
    task: ({ channel }) => `Answer in time${forEn(channel)}: settle who is on duty, or set a longer target`,
  },
  "posting-gap": {
    title: ({ channel, params }) => `No post${onEn(channel)} for ${daysEn(number(params.silentDays))}`,
    evidence: ({ params }) =>
      `There is usually one every ${number(params.usualDays) === 1 ? "day" : daysEn(number(params.usualDays))} (median of ${postsEn(number(params.posts))} in 90 days), and nothing is due in the next two days.`,
    task: ({ channel }) => `Plan a post for the next days${forEn(channel)}`,
  },
  "slots-empty": {
    title: ({ channel, params }) =>
      `${slotsEn(number(params.free))} of the next seven days ${number(params.free) === 1 ? "is" : "are"} free${onEn(channel)}`,
    evidence: ({ params }) => `The weekly schedule has ${slotsEn(number(params.slots))} in these days.`,
    task: ({ channel }) => `Fill this week's free slots${forEn(channel)}`,
  },
  "type-above": {
    title: (say) =>
      `${capital(typeEn(say))}${onEn(say.channel)} engage ${timesEn(say.params.lift)} as much as the others`,
    evidence: (say) => typeEvidenceEn(say, range("en", say)),
    task: (say) => `Plan more ${typeEn(say)}${forEn(say.channel)}`,
  },
  "type-below": {
    title: (say) =>
      `${capital(typeEn(say))}${onEn(say.channel)} engage ${percent("en", 1 - number(say.params.lift))} less than the others`,
    evidence: (say) => typeEvidenceEn(say, lessRange("en", say)),
    task: (say) => `Plan fewer ${typeEn(say)} and try something else${forEn(say.channel)}`,
  },
  "time-unused": {
    title: ({ channel, params }) =>
      `Posts ${daysOfEn[params.days ?? ""] ?? ""} ${hour(params.fromHour)}–${hour(params.toHour)} do ${timesEn(params.lift)} as well${onEn(channel)}, and no slot is there`,
    evidence: (say) =>
      `${postsEn(number(say.params.posts))} in these hours, each against the median engagement rate of its type; 95% interval ${range("en", say)}.${poorEn(say)}`,
    task: ({ channel, params }) =>
      `Try posts on ${everyEn[number(params.weekday) - 1]} at ${params.time}${forEn(channel)}`,
  },
  "topic-above": {
    title: ({ params }) => `Posts on "${params.topic}" engage ${timesEn(params.lift)} as much as usual`,
    evidence: normEvidenceEn,
    task: ({ params }) => `Plan more posts on "${params.topic}"`,
  },
  "campaign-above": {
    title: ({ params }) => `Posts of the campaign "${params.campaign}" engage ${timesEn(params.lift)} as much as usual`,
    evidence: normEvidenceEn,
    task: ({ params }) => `Find out what works in "${params.campaign}", and carry it on`,
  },
};

const uk: RuleCatalogue = {
  "answers-late": {
    title: ({ channel, params }) =>
      `Лише на ${percent("uk", params.share)} запитань${onUk(channel)} відповідаєте вчасно`,
    evidence: ({ params }) =>
      `За 28 днів вчасно відповіли на ${number(params.within)} із ${questionsUk(number(params.targeted))}, для яких є строк. Навіть за верхньою межею 95-відсоткового інтервалу це ${percent("uk", params.high)}, менше ніж ${percent("uk", params.good)}.`,
    task: ({ channel }) => `Відповідати вчасно${forUk(channel)}: домовитися, хто чергує, або подовжити строк`,
  },
  "posting-gap": {
    title: ({ channel, params }) => `Уже ${daysUk(number(params.silentDays))} немає дописів${onUk(channel)}`,
    evidence: ({ params }) =>
      `Зазвичай між дописами минає ${daysUk(number(params.usualDays))} (медіана з ${ofPostsUk(number(params.posts))} за 90 днів), а на найближчі два дні нічого не заплановано.`,
    task: ({ channel }) => `Запланувати допис на найближчі дні${forUk(channel)}`,
  },
  "slots-empty": {
    title: ({ channel, params }) =>
      `На найближчий тиждень вільних слотів: ${number(params.free)} із ${number(params.slots)}${onUk(channel)}`,
    evidence: ({ params }) => `За тижневим розкладом на ці сім днів слотів: ${number(params.slots)}.`,
    task: ({ channel }) => `Заповнити вільні слоти цього тижня${forUk(channel)}`,
  },
  "type-above": {
    title: (say) =>
      `${capital(typeUk(say).all)}${onUk(say.channel)} залучають ${timesUk(say.params.lift)} більше за решту`,
    evidence: (say) => typeEvidenceUk(say, range("uk", say)),
    task: (say) => `Запланувати більше ${typeUk(say).some}${forUk(say.channel)}`,
  },
  "type-below": {
    title: (say) =>
      `${capital(typeUk(say).all)}${onUk(say.channel)} залучають на ${percent("uk", 1 - number(say.params.lift))} менше за решту`,
    evidence: (say) => typeEvidenceUk(say, lessRange("uk", say)),
    task: (say) => `Планувати менше ${typeUk(say).some} і спробувати інше${forUk(say.channel)}`,
  },
  "time-unused": {
    title: ({ channel, params }) =>
      `Дописи ${daysOfUk[params.days ?? ""] ?? ""} ${hour(params.fromHour)}–${hour(params.toHour)}${onUk(channel)} залучають ${timesUk(params.lift)} більше, а слота там немає`,
    evidence: (say) =>
      `${postsUk(number(say.params.posts))} у ці години, кожен проти медіанного рівня залученості свого виду; 95-відсотковий інтервал ${range("uk", say)}.${poorUk(say)}`,
    task: ({ channel, params }) =>
      `Спробувати дописи ${everyUk[number(params.weekday) - 1]} о ${params.time}${forUk(channel)}`,
  },
  "topic-above": {
    title: ({ params }) => `Дописи на тему «${params.topic}» залучають ${timesUk(params.lift)} більше, ніж зазвичай`,
    evidence: normEvidenceUk,
    task: ({ params }) => `Запланувати більше дописів на тему «${params.topic}»`,
  },
  "campaign-above": {
    title: ({ params }) =>
      `Дописи кампанії «${params.campaign}» залучають ${timesUk(params.lift)} більше, ніж зазвичай`,
    evidence: normEvidenceUk,
    task: ({ params }) => `З’ясувати, що спрацювало в кампанії «${params.campaign}», і продовжити`,
  },
};

const catalogue: Readonly<Record<Language, RuleCatalogue>> = { en, uk };

/** What is said of recommendations in a language. */
export const recommendationTexts = (language: Language): RuleCatalogue => catalogue[language];

interface IdeaTexts {
  readonly idea: (task: string) => string;
  readonly freeSlot: (when: string) => string;
}

const ideas: Readonly<Record<Language, IdeaTexts>> = {
  en: {
    idea: (task) => `Idea: ${task}`,
    freeSlot: (when) => `The next free slot: ${when}.`,
  },
  uk: {
    idea: (task) => `Ідея: ${task}`,
    freeSlot: (when) => `Найближчий вільний слот: ${when}.`,
  },
};

/** The notes of a draft that a recommendation makes. */
export const ideaTexts = (language: Language): IdeaTexts => ideas[language];
