import type { Language } from "../../kernel/language.ts";
import { pluralForm } from "../plural.ts";

/** What a report says of competitors. Figures come in already formatted, except counts that decide a plural form. */
export interface ReportCompetitorTexts {
  readonly title: string;
  /** How a page of ours is marked among the others. */
  readonly ours: (name: string) => string;
  /** `more` of `known` competitors have a higher figure. */
  readonly finding: (p: { name: string; figure: string; more: number; known: number }) => string;
  readonly columns: readonly [followers: string, postsPerWeek: string, perPost: string, perThousand: string];
  readonly partly: (p: { name: string; days: number; of: number }) => string;
  readonly grownSince: (name: string, day: string) => string;
  readonly few: (name: string, counted: number) => string;
  readonly hidden: (name: string, hidden: number) => string;
  readonly trouble: (name: string) => string;
  /** Of pages that the table has no room for. */
  readonly more: (count: number) => string;
  readonly method: string;
  /** The names of figures in the table that goes with the mail. */
  readonly figures: Readonly<
    Record<"followers" | "growth" | "posts" | "postsPerWeek" | "interactionsPerPost" | "perThousandFollowers", string>
  >;
}

const countUk = (count: number, one: string, few: string, many: string) =>
  `${count} ${pluralForm("uk", count, { one, few, many })}`;
const countEn = (count: number, one: string, many: string) => `${count} ${pluralForm("en", count, { one, many })}`;

export const reportCompetitorTexts: Readonly<Record<Language, ReportCompetitorTexts>> = {
  uk: {
    title: "Поруч із конкурентами",
    ours: (name) => `${name} (ви)`,
    finding: ({ name, figure, more, known }) => {
      const of = countUk(known, "конкурента", "конкурентів", "конкурентів");
      const several = more === 0 ? `не менше, ніж у кожного з ${of}` : `більше — у ${more} з ${of}`;
      const one = more === 0 ? "не менше, ніж у конкурента" : "у конкурента більше";
      return `Взаємодій на допис на тисячу підписників: у «${name}» ${figure}, ${known === 1 ? one : several}.`;
    },
    columns: ["Підписники", "Дописів на тиждень", "Взаємодій на допис", "Те саме на 1 000"],
    partly: ({ name, days, of }) => `«${name}»: дописи відомі за ${countUk(days, "день", "дні", "днів")} з ${of}.`,
    grownSince: (name, day) => `«${name}»: приріст рахується від ${day}, до того підписників не вимірювали.`,
    few: (name, counted) => `«${name}»: середні лише з ${countUk(counted, "допису", "дописів", "дописів")}.`,
    hidden: (name, hidden) =>
      `«${name}»: платформа не показує реакцій на ${countUk(hidden, "допис", "дописи", "дописів")}, у середні вони не входять.`,
    trouble: (name) => `«${name}»: платформа більше не показує цієї сторінки, показники застаріли.`,
    more: (count) => `Ще ${countUk(count, "сторінка", "сторінки", "сторінок")} — у показниках на сайті й у CSV.`,
    method:
      "Порівнюється лише те, що видно всім: реакції, коментарі й поширення, де платформа їх показує. Охоплення чужих сторінок не дає ніхто, тому взаємодії віднесено до підписників. Враховано дописи, яким на час вимірювання щонайменше два дні.",
    figures: {
      followers: "Конкуренти: підписники",
      growth: "Конкуренти: приріст підписників",
      posts: "Конкуренти: дописи",
      postsPerWeek: "Конкуренти: дописів на тиждень",
      interactionsPerPost: "Конкуренти: взаємодій на допис",
      perThousandFollowers: "Конкуренти: взаємодій на допис на 1 000 підписників",
    },
  },
  en: {
    title: "Against competitors",
    ours: (name) => `${name} (you)`,
    finding: ({ name, figure, more, known }) => {
      const than =
        known === 1
          ? more === 0
            ? "no less than the competitor"
            : "the competitor has more"
          : more === 0
            ? `no less than any of ${known} competitors`
            : `${more} of ${known} competitors ${more === 1 ? "has" : "have"} more`;
      return `${name}: interactions a post for each 1,000 followers: ${figure}; ${than}.`;
    },
    columns: ["Followers", "Posts a week", "Interactions a post", "Per 1,000 followers"],
    partly: ({ name, days, of }) => `${name}: posts are known for ${countEn(days, "day", "days")} of ${of}.`,
    grownSince: (name, day) => `${name}: growth counts from ${day}; followers were not measured before.`,
    few: (name, counted) => `${name}: averages of only ${countEn(counted, "post", "posts")}.`,
    hidden: (name, hidden) =>
      `${name}: the platform hides the reactions to ${countEn(hidden, "post", "posts")}; averages leave them out.`,
    trouble: (name) => `${name}: the platform no longer shows this page, its figures are old.`,
    more: (count) => `${countEn(count, "more page is", "more pages are")} on the dashboard and in the CSV.`,
    method:
      "Only what anybody can see is compared: reactions, comments, and shares where the platform shows them. Nobody tells the reach of other people's pages, so interactions are set against followers. Posts count that were at least two days old when measured.",
    figures: {
      followers: "Competitors: followers",
      growth: "Competitors: follower growth",
      posts: "Competitors: posts",
      postsPerWeek: "Competitors: posts a week",
      interactionsPerPost: "Competitors: interactions a post",
      perThousandFollowers: "Competitors: interactions a post per 1,000 followers",
    },
  },
};
