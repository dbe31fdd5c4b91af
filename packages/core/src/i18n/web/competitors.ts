import { agreeUk, area, countEn, countUk } from "./area.ts";

/** Competitors' public pages beside our own. */
export const competitors = area(
  {
    title: "Competitors",
    empty: "Add public pages of competitors to see how you do beside them.",
    add: "Add a competitor",
    noChannel: "Pages of others are read through a channel of yours. Connect one whose platform shows them.",
    platform: "Platform",
    page: "Page",
    pageHint: "Its link or short name",
    name: "What you call it",
    nameHint: "Left empty, as it calls itself",
    save: "Watch it",
    added: (name: string, followers: string | null) =>
      `${name} is watched${followers ? `: ${followers}` : ""}. Its posts of three months will be here in a minute.`,
    addedWithoutPosts: (name: string) =>
      `${name} is watched. The platform tells us its followers only: our app may not read its posts.`,
    removed: (name: string) => `${name} is watched no more.`,
    remove: (name: string) => `Stop watching ${name}`,
    givesNothing: (names: string) => `${names}: the platform shows no figures of pages that are not yours.`,
    you: "you",
    columns: {
      page: "Page",
      followers: "Followers",
      growth: "Change",
      postsPerWeek: "Posts a week",
      perPost: "Interactions a post",
      perThousand: "Per 1,000 followers",
    },
    chart: "Interactions a post for each 1,000 followers",
    finding: (figure: string, more: number, known: number) =>
      known === 1
        ? `Interactions a post for each 1,000 followers: ${figure}, ${more === 0 ? "no less than the competitor" : "the competitor has more"}`
        : more === 0
          ? `Interactions a post for each 1,000 followers: ${figure}, no less than any of ${countEn("competitor", "competitors")(known)}`
          : `Interactions a post for each 1,000 followers: ${figure}, ${more} of ${countEn("competitor", "competitors")(known)} ${more === 1 ? "has" : "have"} more`,
    sinceDay: (day: string) => `since ${day}`,
    growthUnknown: (day: string) => `Followers are measured since ${day}; how they changed is known from the next day.`,
    followers: countEn("follower", "followers"),
    posts: countEn("post", "posts"),
    interactions: countEn("interaction", "interactions"),
    daysKnown: (known: number, of: number) => `Posts are known for ${known} of ${countEn("day", "days")(of)}.`,
    few: (posts: string) => `Averages of only ${posts}.`,
    hidden: (posts: string) => `The platform hides the reactions to ${posts}; averages leave them out.`,
    trouble: {
      "not-visible": "The platform no longer shows this page: it is gone, renamed, or closed. Its figures are old.",
      "no-permission": "Our app may not read this page any more. Its figures are old.",
      "no-channel": "No channel is connected through which this page could be read. Its figures are old.",
      "not-read":
        "This page could not be read last time: the platform did not answer or took no more questions. It is asked again every evening; what is shown may be old.",
    },
    measuring: "Not measured yet. The first figures come within minutes.",
    details: "Kinds and best posts",
    kinds: "What it posts",
    otherKind: "Other",
    kindShare: (share: string, posts: string) => `${share} (${posts})`,
    kindPerPost: (figure: string, value: number) => `${figure} ${value === 1 ? "interaction" : "interactions"} a post`,
    best: "Best posts",
    noBest: "No post of the period has known interactions.",
    wordless: "Post without words",
    open: (page: string) => `Opens ${page} on the platform`,
    method:
      "Compared is only what anybody can see, read in the same way for you and for them: reactions, comments, and shares where the platform shows them. The reach of other people's pages is told to nobody, so interactions are set against followers. Posts count that were at least two days old when measured; each is measured daily for 14 days.",
  },
  {
    title: "Конкуренти",
    empty: "Додайте публічні сторінки конкурентів, щоб бачити себе поруч із ними.",
    add: "Додати конкурента",
    noChannel: "Чужі сторінки читаються через ваш канал. Підключіть канал платформи, яка їх показує.",
    platform: "Платформа",
    page: "Сторінка",
    pageHint: "Посилання або коротке ім'я",
    name: "Як ви її називаєте",
    nameHint: "Якщо лишити порожнім, то як вона зветься сама",
    save: "Стежити",
    added: (name, followers) =>
      `Стежимо за «${name}»${followers ? `: ${followers}` : ""}. Дописи за три місяці з'являться тут за хвилину.`,
    addedWithoutPosts: (name) =>
      `Стежимо за «${name}». Платформа каже лише, скільки в неї підписників: читати її дописи наш застосунок не може.`,
    removed: (name) => `За «${name}» більше не стежимо.`,
    remove: (name) => `Не стежити за «${name}»`,
    givesNothing: (names) => `${names}: платформа не показує показників чужих сторінок.`,
    you: "ви",
    columns: {
      page: "Сторінка",
      followers: "Підписники",
      growth: "Зміна",
      postsPerWeek: "Дописів на тиждень",
      perPost: "Взаємодій на допис",
      perThousand: "На 1 000 підписників",
    },
    chart: "Взаємодій на допис на тисячу підписників",
    finding: (figure, more, known) =>
      known === 1
        ? `Взаємодій на допис на тисячу підписників: у вас ${figure}, ${more === 0 ? "не менше, ніж у конкурента" : "у конкурента більше"}`
        : more === 0
          ? `Взаємодій на допис на тисячу підписників: у вас ${figure}, не менше, ніж у кожного з ${countUk("конкурента", "конкурентів", "конкурентів")(known)}`
          : `Взаємодій на допис на тисячу підписників: у вас ${figure}, більше — у ${more} з ${countUk("конкурента", "конкурентів", "конкурентів")(known)}`,
    sinceDay: (day) => `від ${day}`,
    growthUnknown: (day) => `Підписників виміряно вперше ${day}; зміна буде відома з наступного дня.`,
    followers: countUk("підписник", "підписники", "підписників"),
    posts: countUk("допис", "дописи", "дописів"),
    interactions: countUk("взаємодія", "взаємодії", "взаємодій"),
    daysKnown: (known, of) => `Дописи відомі за ${countUk("день", "дні", "днів")(known)} з ${of}.`,
    few: (posts) => `Дописів замало, щоб середнє щось значило: ${posts}.`,
    hidden: (posts) => `Платформа приховує реакції, у середні не входять: ${posts}.`,
    trouble: {
      "not-visible":
        "Платформа більше не показує цієї сторінки: її немає, перейменовано або закрито. Показники застаріли.",
      "no-permission": "Наш застосунок більше не може читати цю сторінку. Показники застаріли.",
      "no-channel": "Немає підключеного каналу, через який цю сторінку можна читати. Показники застаріли.",
      "not-read":
        "Минулого разу цю сторінку прочитати не вдалося: платформа не відповіла або обмежила запити. Питаємо її щовечора; показники можуть бути застарілими.",
    },
    measuring: "Ще не виміряно. Перші показники з'являться за кілька хвилин.",
    details: "Види й найкращі дописи",
    kinds: "Що публікує",
    otherKind: "Інше",
    kindShare: (share, posts) => `${share} (${posts})`,
    kindPerPost: (figure, value) =>
      `${figure} ${agreeUk(value, { one: "взаємодія", few: "взаємодії", many: "взаємодій" })} на допис`,
    best: "Найкращі дописи",
    noBest: "За цей час немає дописів із відомими взаємодіями.",
    wordless: "Допис без слів",
    open: (page) => `Відкриває «${page}» на платформі`,
    method:
      "Порівнюється лише те, що видно всім, однаково для вас і для них: реакції, коментарі й поширення, де платформа їх показує. Охоплення чужих сторінок не дають нікому, тому взаємодії віднесено до підписників. Враховано дописи, яким на час вимірювання щонайменше два дні; кожен вимірюється щодня впродовж 14 днів.",
  },
);
