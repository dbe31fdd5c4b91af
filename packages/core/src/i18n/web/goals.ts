import { area, countEn, countUk } from "./area.ts";

/** What the company wants. */
export const goals = area(
  {
    title: "Goals",
    lead: "What is to be reached, by when, and whether you are on course.",
    add: "Set a goal",
    empty: "A goal says what the posts are for: a problem of the business, a figure, a date.",
    problem: "What is the problem?",
    problems: {
      "little-traffic": "Too few visits to the site",
      "weak-awareness": "Too few people know us",
      "falling-retention": "Customers do not come back",
      "poor-reputation": "Poor reputation online",
      "slow-sales": "Slow sales",
    },
    name: "Name",
    nameHint: "Such as: more regulars by New Year",
    kpi: "Figure",
    baseline: "Now, if you know it",
    baselineHint: "Left empty, the figure of the last 28 days is taken.",
    inPercent: "in per cent",
    inHours: "in hours",
    scope: "Where",
    allSites: "All sites",
    expected: (figure: string) => `${figure} expected by today`,
    expectedBy: (figure: string, day: string) => `${figure} expected by ${day}`,
    toldUntil: (day: string) => `counted up to ${day}`,
    toldWhy: (day: string) =>
      `Counted up to ${day}. The later days have not been told by every channel yet and are left out.`,
    target: "Target",
    by: "By",
    state: {
      "on-course": "On course",
      behind: "Behind",
      reached: "Reached",
      missed: "Missed",
      "no-data": "No figures yet",
    },
    progress: (now: string, target: string) => `${now} of ${target}`,
    progressDown: (now: string, target: string) => `${now}, to come down to ${target}`,
    in28Days: (figure: string) => `${figure} in 28 days`,
    targetIn28Days: "in 28 days",
    until: (date: string) => `by ${date}`,
    save: "Set the goal",
    saved: "Goal set.",
    dateFuture: "Choose a day that is still to come.",
    notANumber: "Write a number.",
    required: "Fill this in.",
    edit: "Change",
    editTitle: "Change the goal",
    saveChange: "Save the change",
    changed: "Goal changed.",
    archive: "Archive",
    restore: "Follow again",
    archived: "Goal archived.",
    restored: "The goal is followed again.",
    archiveList: {
      show: (count: string) => `Archived: ${count}`,
      title: "Archived goals",
      none: "No goal is archived.",
      back: "To the goals",
    },
    back: "All goals",
    open: "See the forecast and what is behind it",
    start: "From",
    forecast: {
      title: "Forecast",
      finding: (day: string, value: string, low: string, high: string) =>
        `On ${day} we expect about ${value} (probably between ${low} and ${high})`,
      short: (value: string, low: string, high: string) => `expected ${value} (${low} to ${high})`,
      chance: (percent: string) => `chance of the target: ${percent}`,
      chanceOf: (percent: string) => `The chance of reaching the target by then is ${percent}.`,
      method: {
        "theil-sen":
          "Theil-Sen line through the weekly figures with an 80% interval by Student's t, wider where a week resembles the one before.",
        drift:
          "The average weekly change, carried on from today, with an 80% interval by Student's t, wider where a week resembles the one before.",
      },
      restsOn: countEn("week", "weeks"),
      basis: (weeks: string) =>
        `It rests on ${weeks} and holds if the coming weeks are like the past ones; four times in five the figure comes to lie within the range.`,
      methodTitle: "How it is counted",
      none: {
        "too-few-weeks": (weeks: string, needed: string) =>
          `No forecast yet: it takes ${needed} with figures, and there are ${weeks}.`,
        "too-far-ahead": (weeks: string) =>
          `No forecast: the day is more than twice as far off as the ${weeks} that are known.`,
        "still-maturing": () => "No forecast: leads of the last weeks may still be won, so their share is not final.",
        over: () => "The day has passed; the figure is that of the day.",
        "no-figure": () => "No forecast: the figure is not known at present.",
      },
      judged: {
        forecast: "On course means: reaching the target is at least as likely as not, by the forecast.",
        "straight-line": "On course means: the figure is not short of the straight line from the start to the target.",
      },
      band: "80% range",
    },
    trace: {
      title: "What is behind the figure",
      period: (from: string, to: string) => `${from} to ${to}`,
      publications: (shown: number, of: number) =>
        shown < of ? `The best ${shown} of ${of} posts` : countEn("post", "posts")(of),
      leads: (shown: number, of: number) =>
        shown < of ? `The newest ${shown} of ${of} leads` : countEn("lead", "leads")(of),
      waiting: (shown: number, of: number) =>
        shown < of
          ? `The most urgent ${shown} of ${of} that wait for an answer`
          : `${countEn("conversation waits", "conversations wait")(of)} for an answer`,
      negative: (shown: number, of: number) =>
        shown < of
          ? `The newest ${shown} of ${of} negative conversations and reviews`
          : countEn("negative conversation or review", "negative conversations and reviews")(of),
      answered: (shown: number, of: number) =>
        shown < of
          ? `The newest ${shown} of ${of} answered conversations`
          : countEn("answered conversation", "answered conversations")(of),
      visits: (_shown: number, of: number) => `${countEn("site visit", "site visits")(of)}, by source and campaign`,
      none: {
        visits: "No site visits from social are known of these days.",
        publications: "No post of these days has figures yet.",
        leads: "No lead came in these days.",
        waiting: "Nothing waits for an answer.",
        negative: "Nothing negative was said in these days.",
        answered: "Nothing was answered in these days.",
      },
      followersNote: "Platforms do not say which post brought a follower. These reached the most people.",
      post: "Post",
      reach: "Reached",
      interactions: "Interactions",
      rate: "Engagement",
      brought: (post: string) => `brought by "${post}"`,
      noName: "Without a name",
      dueBy: (time: string) => `answer by ${time}`,
    },
    history: {
      title: "History",
      what: { set: "Set", changed: "Changed", archived: "Archived", restored: "Followed again" },
      field: {
        name: "name",
        problem: "problem",
        baseline: "start figure",
        target: "target",
        startDay: "start",
        dueDay: "day",
      },
      change: (field: string, from: string, to: string) => `${field}: ${from} → ${to}`,
    },
  },
  {
    title: "Цілі",
    lead: "Чого досягти, до якого дня і чи йдете за планом.",
    add: "Поставити ціль",
    empty: "Ціль каже, для чого дописи: проблема бізнесу, цифра, дата.",
    problem: "У чому проблема?",
    problems: {
      "little-traffic": "Замало відвідувань сайту",
      "weak-awareness": "Нас мало знають",
      "falling-retention": "Клієнти не повертаються",
      "poor-reputation": "Погана репутація в мережі",
      "slow-sales": "Повільні продажі",
    },
    name: "Назва",
    nameHint: "Наприклад: більше постійних гостей до Нового року",
    kpi: "Показник",
    baseline: "Зараз, якщо знаєте",
    baselineHint: "Якщо порожньо, візьмемо цифру за останні 28 днів.",
    inPercent: "у відсотках",
    inHours: "у годинах",
    scope: "Де",
    allSites: "Усі сайти",
    expected: (figure) => `на сьогодні очікувано ${figure}`,
    expectedBy: (figure, day) => `на ${day} очікувано ${figure}`,
    toldUntil: (day) => `за даними до ${day} включно`,
    toldWhy: (day) => `За даними до ${day} включно. Про пізніші дні ще не всі канали подали дані, тож їх не враховано.`,
    target: "Ціль",
    by: "До дня",
    state: {
      "on-course": "За планом",
      behind: "Відстає",
      reached: "Досягнуто",
      missed: "Не досягнуто",
      "no-data": "Ще немає даних",
    },
    progress: (now, target) => `${now} із ${target}`,
    progressDown: (now, target) => `${now}, має знизитися до ${target}`,
    in28Days: (figure) => `${figure} за 28 днів`,
    targetIn28Days: "за 28 днів",
    until: (date) => `до ${date}`,
    save: "Поставити ціль",
    saved: "Ціль поставлено.",
    dateFuture: "Виберіть день, який ще попереду.",
    notANumber: "Запишіть число.",
    required: "Заповніть це поле.",
    edit: "Змінити",
    editTitle: "Змінити ціль",
    saveChange: "Зберегти зміни",
    changed: "Ціль змінено.",
    archive: "В архів",
    restore: "Стежити знову",
    archived: "Ціль в архіві.",
    restored: "За ціллю знову стежимо.",
    archiveList: {
      show: (count) => `В архіві: ${count}`,
      title: "Цілі в архіві",
      none: "В архіві немає цілей.",
      back: "До цілей",
    },
    back: "Усі цілі",
    open: "Переглянути прогноз і те, що за ним стоїть",
    start: "Від дня",
    forecast: {
      title: "Прогноз",
      finding: (day, value, low, high) => `На ${day} очікуємо близько ${value} (імовірно, від ${low} до ${high})`,
      short: (value, low, high) => `очікуємо ${value} (від ${low} до ${high})`,
      chance: (percent) => `імовірність досягти: ${percent}`,
      chanceOf: (percent) => `Імовірність досягти цілі до цього дня: ${percent}.`,
      method: {
        "theil-sen":
          "Пряма Тейла – Сена через тижневі цифри з 80-відсотковим інтервалом за t-розподілом Стьюдента; він ширший там, де тиждень схожий на попередній.",
        drift:
          "Середня зміна за тиждень, продовжена від сьогодні, з 80-відсотковим інтервалом за t-розподілом Стьюдента; він ширший там, де тиждень схожий на попередній.",
      },
      restsOn: countUk("тиждень", "тижні", "тижнів"),
      basis: (weeks) =>
        `Прогноз спирається на ${weeks} і справджується, якщо наступні тижні будуть такими, як минулі; у чотирьох випадках із п’яти цифра опиняється в цих межах.`,
      methodTitle: "Як порахували",
      none: {
        "too-few-weeks": (weeks, needed) => `Прогнозу ще немає: потрібно ${needed} із цифрами, а є ${weeks}.`,
        "too-far-ahead": (weeks) => `Прогнозу немає: до цього дня більш ніж удвічі довше, ніж відомо (${weeks}).`,
        "still-maturing": () =>
          "Прогнозу немає: ліди останніх тижнів ще можуть стати виграними, тож їхня частка не остаточна.",
        over: () => "Цей день минув; показуємо цифру того дня.",
        "no-figure": () => "Прогнозу немає: показник зараз невідомий.",
      },
      judged: {
        forecast: "«За планом» означає: за прогнозом досягти цілі принаймні так само ймовірно, як і ні.",
        "straight-line": "«За планом» означає: показник не нижчий за рівну лінію від початку до цілі.",
      },
      band: "80-відсотковий проміжок",
    },
    trace: {
      title: "Що стоїть за цифрою",
      period: (from, to) => `${from} – ${to}`,
      publications: (shown, of) =>
        shown < of
          ? `Найкращі ${shown} із ${countUk("допису", "дописів", "дописів")(of)}`
          : countUk("допис", "дописи", "дописів")(of),
      leads: (shown, of) =>
        shown < of
          ? `Найновіші ${shown} із ${countUk("ліда", "лідів", "лідів")(of)}`
          : countUk("лід", "ліди", "лідів")(of),
      waiting: (shown, of) =>
        shown < of
          ? `Найтерміновіші ${shown} із ${of}, що чекають на відповідь`
          : `${countUk("розмова чекає", "розмови чекають", "розмов чекають")(of)} на відповідь`,
      negative: (shown, of) =>
        shown < of
          ? `Найновіші ${shown} із ${of} негативних розмов і відгуків`
          : countUk("негативна розмова чи відгук", "негативні розмови й відгуки", "негативних розмов і відгуків")(of),
      answered: (shown, of) =>
        shown < of
          ? `Найновіші ${shown} із ${of} розмов із відповіддю`
          : countUk("розмова з відповіддю", "розмови з відповіддю", "розмов із відповіддю")(of),
      visits: (_shown, of) =>
        `${countUk("відвідування сайту", "відвідування сайту", "відвідувань сайту")(of)} за джерелами й кампаніями`,
      none: {
        visits: "Про відвідування сайту із соцмереж цими днями нічого не відомо.",
        publications: "Жоден допис цих днів ще не має цифр.",
        leads: "Лідів цими днями не було.",
        waiting: "Ніхто не чекає на відповідь.",
        negative: "Нічого негативного цими днями не було.",
        answered: "Відповідей цими днями не було.",
      },
      followersNote: "Платформи не кажуть, який допис привів підписника. Ці охопили найбільше людей.",
      post: "Допис",
      reach: "Охоплено",
      interactions: "Взаємодії",
      rate: "Залученість",
      brought: (post) => `через допис «${post}»`,
      noName: "Без імені",
      dueBy: (time) => `відповісти до ${time}`,
    },
    history: {
      title: "Історія",
      what: { set: "Поставлено", changed: "Змінено", archived: "До архіву", restored: "Знову стежимо" },
      field: {
        name: "назва",
        problem: "проблема",
        baseline: "початкова цифра",
        target: "ціль",
        startDay: "початок",
        dueDay: "день",
      },
      change: (field, from, to) => `${field}: ${from} → ${to}`,
    },
  },
);
