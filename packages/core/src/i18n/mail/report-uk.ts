import { agreeUk as agree, countUk as count } from "../web/area.ts";
import type { Basis, ReportTexts } from "./report-texts.ts";

const posts = count("допис", "дописи", "дописів");
const goals = count("ціль", "цілі", "цілей");
const leads = count("новий лід", "нові ліди", "нових лідів");
const slots = count("вільний слот", "вільні слоти", "вільних слотів");
const waiting = count(
  "звернення чекає на відповідь",
  "звернення чекають на відповідь",
  "звернень чекають на відповідь",
);
const won = (some: number) => `виграно ${some}`;
const span = { daily: "за день", weekly: "за тиждень", monthly: "за місяць", quarterly: "за 90 днів" };
const reached: Readonly<Record<Basis, string>> = {
  people: "охоплення",
  views: "перегляди",
  mixed: "охоплення і перегляди",
};

export const ukrainian: ReportTexts = {
  title: {
    daily: (day) => `Сьогодні, ${day}`,
    weekly: (week) => `Тиждень ${week}`,
    monthly: (month) => month,
    quarterly: () => "Огляд 90 днів",
  },
  subject: {
    daily: (_, clauses) => `Сьогодні: ${clauses}`,
    weekly: (week, clauses) => `Тиждень ${week}: ${clauses}`,
    monthly: (month, clauses) => `${month}: ${clauses}`,
    quarterly: (_, clauses) => `Огляд 90 днів: ${clauses}`,
  },
  head: {
    daily: (workspace, period) => `${workspace} · показники за ${period}`,
    weekly: (workspace, period) => `${workspace} · ${period}`,
    monthly: (workspace, period) => `${workspace} · ${period}`,
    quarterly: (workspace, period) => `${workspace} · ${period}`,
  },
  onlyChannels: (names) => `Лише канали: ${names}.`,
  andMore: (more) => `і ще ${more}`,
  sections: {
    summary: "Коротко",
    goals: "Цілі",
    figures: { daily: "Показники", weekly: "Показники", monthly: "Показники", quarterly: "Показники за 13 тижнів" },
    best: "Що спрацювало",
    reputation: "Репутація",
    leads: "Ліди",
    risks: {
      daily: "Чекає на вас",
      weekly: "Ризики і рішення",
      monthly: "Ризики і рішення",
      quarterly: "Ризики і рішення",
    },
    visits: "Відвідування сайту із соцмереж",
    spend: "Витрати і віддача",
    decided: "Що вирішили за цей час",
    advice: "Що радять показники",
    next: {
      daily: "Виходить сьогодні",
      weekly: "Наступні сім днів",
      monthly: "Наступні 30 днів",
      quarterly: "Наступні 90 днів",
    },
  },
  clauses: {
    reachShort: (change, basis) => `${reached[basis]} ${change}`,
    reach: ({ basis, total, by, direction }) => {
      if (basis === "people") {
        if (direction === "up") return `охоплення зросло на ${by} і становить ${total}`;
        if (direction === "down") return `охоплення зменшилося на ${by} і становить ${total}`;
        return direction === "same" ? `охоплення майже не змінилося: ${total}` : `охоплення становить ${total}`;
      }
      const what = basis === "views" ? "переглядів" : "охоплень і переглядів";
      if (direction === "up") return `${what} стало на ${by} більше: ${total}`;
      if (direction === "down") return `${what} стало на ${by} менше: ${total}`;
      return direction === "same" ? `${what} майже стільки ж: ${total}` : `${what}: ${total}`;
    },
    followers: (now, change) => `підписників ${now} (${change})`,
    interactions: count("взаємодія", "взаємодії", "взаємодій"),
    noChannels: "ще не підключено жодного каналу",
    channelsGone: "вибраних каналів уже не підключено",
    noFigures: "показників від платформ ще немає",
    goalsBehind: count("ціль відстає", "цілі відстають", "цілей відстають"),
    goalsOnCourse: (onCourse, all) =>
      onCourse === all ? `${goals(all)} за планом` : `${onCourse} з ${count("цілі", "цілей", "цілей")(all)} за планом`,
    waiting,
    allAnswered: "усі звернення мають відповідь",
    nobodyWrote: "звернень не було",
    leads: (received, wonCount) => (wonCount > 0 ? `${leads(received)} (${won(wonCount)})` : leads(received)),
    needs: {
      "critical-alert": count("критична загроза", "критичні загрози", "критичних загроз"),
      "failed-publications": count("допис не вийшов", "дописи не вийшли", "дописів не вийшли"),
      "reconnect-channel": count("канал відключено", "канали відключено", "каналів відключено"),
      "overdue-answers": count("прострочена відповідь", "прострочені відповіді", "прострочених відповідей"),
      "waiting-reviews": count("відгук без відповіді", "відгуки без відповіді", "відгуків без відповіді"),
      "waiting-leads": count("лід чекає на відповідь", "ліди чекають на відповідь", "лідів чекають на відповідь"),
      "waiting-approvals": count("допис на схвалення", "дописи на схвалення", "дописів на схвалення"),
      "unconfirmed-publications": count("допис не підтверджено", "дописи не підтверджено", "дописів не підтверджено"),
      "lead-steps": count("крок із лідами", "кроки з лідами", "кроків із лідами"),
      "open-cases": count("справа без відповідального", "справи без відповідального", "справ без відповідального"),
      "goal-behind": count("ціль відстає", "цілі відстають", "цілей відстають"),
    },
    waitsForYou: (clauses) => `потрібна ваша увага: ${clauses}`,
    nothingUrgent: "термінового немає",
    goesOut: (planned) =>
      planned === 0
        ? "нічого не виходить"
        : `${agree(planned, { one: "виходить", few: "виходять", many: "виходить" })} ${posts(planned)}`,
    today: (clause) => `сьогодні ${clause}`,
  },
  comparedWith: (range) => `Зміни проти ${range}.`,
  comparedPerDay: (range, daysBefore, days) =>
    `Зміни проти ${range}. Тоді було ${count("день", "дні", "днів")(daysBefore)}, тепер ${days}, тож суми порівняно в перерахунку на день.`,
  nothingToCompare: "Порівняти ще немає з чим: за попередній період показників немає.",
  partial: "дані не з усіх каналів або днів",
  unusual: ({ day, figure, value, usual }) => `${day}: ${figure} ${value}, зазвичай цього дня тижня близько ${usual}.`,
  kpis: {
    audienceGrowth: "Приріст аудиторії",
    audienceProfile: "Склад аудиторії",
    engagement: "Залученість",
    reach: "Охоплення",
    views: "Перегляди",
    engagementByType: "Залученість за видом допису",
    leads: "Ліди",
    response: "Відповіді",
    negativeFeedback: "Негатив",
  },
  types: {
    image: "Зображення",
    video: "Відео",
    carousel: "Кілька зображень",
    link: "Посилання",
    text: "Текст",
    story: "Сторіс",
  },
  headlines: {
    followers: "Підписники",
    followersChange: "Приріст підписників",
    interactions: "Взаємодії",
    engagementRate: "Рівень залученості",
    reach: "Охоплення",
    leads: "Нові ліди",
    conversionToWon: "Частка виграних лідів",
    shareAnswered: "Частка звернень із відповіддю",
    medianFirstResponseMs: "Медіана часу першої відповіді",
    shareWithinTarget: "Відповіді в межах норми",
    qualityScore: "Якість відповідей",
    negativeFeedback: "Негатив",
    negativePer1000: "Негатив на 1000 охоплених",
    siteVisits: "Відвідування сайту із соцмереж",
  },
  columns: {
    week: "Тиждень до",
    channel: "Канал",
    type: "Вид",
    posts: "Дописів",
    rate: "Залученість",
    rateBefore: "Раніше",
    usual: "Зазвичай",
    middleHalf: "Половина з них",
    change: "Зміна",
    followers: "Підписники",
    reach: "Охоплення",
    interactions: "Взаємодії",
    leads: "Ліди",
    shareAnswered: "Відповіді",
    negativeFeedback: "Негатив",
  },
  genders: { F: "жінки", M: "чоловіки", U: "стать не вказано", female: "жінки", male: "чоловіки" },
  notAvailable: {
    "not-given-by-platform": "платформа цього не повідомляє",
    "not-yet": "даних ще немає",
    "too-few-people": "замало людей, щоб платформа це показала",
    "no-permission": "бракує дозволу від платформи",
    "no-cases": "за цей час не було з чого рахувати",
  },
  perDay: (relative) => `${relative} на день`,
  points: (signed) => `${signed} в. п.`,
  noChange: "без змін",
  better: "краще",
  worse: "гірше",
  inTotal: (total) => `усього ${total}`,
  rateOf: (rate) => `рівень залученості ${rate}`,
  answeredIn: (median) => `медіана першої відповіді ${median}`,
  perThousand: (figure) => `${figure} на 1000 охоплених`,
  wonNote: (wonCount, value) => (value ? `${won(wonCount)} на ${value}` : won(wonCount)),
  bestType: (type, rate) => `${type} ${rate}`,
  minutes: (minutes) => `${minutes} хв`,
  hours: (hours) => `${hours} год`,
  goalStates: {
    "on-course": "за планом",
    behind: "відстає",
    reached: "досягнуто",
    missed: "не досягнуто",
    "no-data": "ще не виміряно",
  },
  onTheWay: (state, share) => `${state}, пройдено ${share} шляху`,
  in28Days: (figure) => `${figure} за 28 днів`,
  toldUntil: (day) => `за даними до ${day} включно`,
  goalLine: ({ figure, current, target, due }) => `${figure}: ${current}, ціль ${target} до ${due}`,
  forecast: (low, high) =>
    low === high ? `прогноз на цей день: ${low}` : `прогноз на цей день: від ${low} до ${high}, імовірність 80%`,
  goalAsk: (name) => `Ціль «${name}» відстає: докласти більше зусиль, перенести строк чи змінити саму ціль?`,
  fallAsk: (figure, relative) => `${figure}: ${relative}. Що змінити, щоб це повернути?`,
  interactions: count("взаємодія", "взаємодії", "взаємодій"),
  reached: (figure) => `охоплення ${figure}`,
  norms: (needed) =>
    `Що звичне для кожного виду: рівень залученості середнього допису (медіана) і межі, у яких лежить половина дописів. Дописи за 90 днів, які мали два дні, щоб їх побачили; щонайменше ${needed} дописів одного виду.`,
  fromTo: (low, high) => `${low}–${high}`,
  tooFewForNorm: "замало",
  noBest: "Жоден допис цього періоду ще не має показників.",
  published: ({ published, onTime, failed }) => {
    if (published === 0 && failed === 0) return "Дописів за цей час не було.";
    const head =
      published === onTime
        ? `Опубліковано ${posts(published)}, усі вчасно.`
        : `Опубліковано ${posts(published)}, із них вчасно ${onTime}.`;
    return failed === 0
      ? head
      : `${head} ${count("допис не вийшов", "дописи не вийшли", "дописів не вийшли")(failed)}.`;
  },
  reviewsLine: ({ reviews, answered, mean, meanBefore }) => {
    if (reviews === 0) return "Нових відгуків не було.";
    const before = meanBefore && meanBefore !== mean ? `, раніше ${meanBefore}` : "";
    const rating = mean ? `, середня оцінка ${mean}${before}` : "";
    const some =
      answered === 0
        ? reviews === 1
          ? "ще без відповіді"
          : "ще жоден не має відповіді"
        : `відповідь мають ${answered}`;
    const replied = answered === reviews ? (reviews === 1 ? "відповідь є" : "відповідь мають усі") : some;
    return `${count("новий відгук", "нові відгуки", "нових відгуків")(reviews)}${rating}, ${replied}.`;
  },
  opinionsLine: (recommended, notRecommended) => {
    const pleased = count("людина рекомендує", "людини рекомендують", "людей рекомендують")(recommended);
    if (notRecommended === 0) return `${pleased}.`;
    return `${pleased}, ${count("не рекомендує", "не рекомендують", "не рекомендують")(notRecommended)}.`;
  },
  negativeLine: (some) =>
    some === 0
      ? "Негативних повідомлень не було."
      : `${count("негативне повідомлення", "негативні повідомлення", "негативних повідомлень")(some)}.`,
  waitingLine: (some, overdue) => {
    if (some === 0) return "Ніхто не чекає на відповідь.";
    return overdue > 0 ? `${waiting(some)}, з них прострочено ${overdue}.` : `${waiting(some)}.`;
  },
  casesLine: ({ opened, closed, stillOpen }) =>
    [
      opened === 0 ? "Нових справ немає" : `Нових справ: ${opened}`,
      ...(closed === 0 ? [] : [`закрито ${closed}`]),
      stillOpen === 0 ? "відкритих не лишилося." : `ще відкрито ${stillOpen}.`,
    ].join(", "),
  quote: (text) => `«${text}»`,
  stars: (rating) => `${rating} з 5`,
  answered: "відповіли",
  unanswered: "без відповіді",
  leadsLine: (received, wonCount, value) => {
    if (received === 0) return "Нових лідів не було.";
    if (wonCount === 0) return `${leads(received)}, виграних ще немає.`;
    return `${leads(received)}, з них виграно ${wonCount}${value ? ` на ${value}` : ""}.`;
  },
  spend: {
    cost: (cost) => `Витрачено ${cost}.`,
    ads: ({ spend, clicks, perClick }) => {
      const each = perClick ? ` по ${perClick}` : "";
      return `Реклама: ${spend}${clicks ? `, ${count("перехід", "переходи", "переходів")(clicks)}${each}` : ""}.`;
    },
    budget: (spent) => `Контент, інструменти й навчання: ${spent}.`,
    rates: (told) => `Перераховано: ${told}.`,
    missingRates: (which) => `Бракує курсу (${which}): запишіть його в бюджеті.`,
    perLead: (each) => `Один новий лід коштує ${each}.`,
    won: (some, value) =>
      some === 0
        ? "Виграних лідів з відомим джерелом не було."
        : `${count("виграний лід", "виграні ліди", "виграних лідів")(some)}${value ? ` на ${value}` : ""}.`,
    roi: (first, last) => (first === last ? `ROI ${first}.` : `ROI ${first} за першим дотиком, ${last} за останнім.`),
    noRoi: (why) => `ROI не порахувати: ${why}.`,
    why: {
      "no-account": "рекламний кабінет не вибрано",
      "not-yet": "даних реклами ще немає",
      "no-permission": "бракує дозволу читати рекламу",
      "account-gone": "рекламного кабінету вже немає",
      "no-rate": "суми в різних валютах, і бракує курсу",
      "no-cost": "витрат не було",
      "no-leads": "лідів не було",
      "no-clicks": "переходів не було",
    },
    daysMissing: (days) =>
      `За ${count("день", "дні", "днів")(days)} даних про рекламу ще немає, у сумах їх не враховано.`,
    campaign: "Кампанія",
    spent: "Витрачено",
    value: "Виграно",
    roiShort: "ROI",
  },
  visits: {
    total: (sessions, change) => `Відвідувань: ${sessions}${change ? ` (${change})` : ""}.`,
    engaged: (share, newUsers) => `Із залученням: ${share}. Нових відвідувачів: ${newUsers}.`,
    keyEvents: (events, revenue) => `Ключових подій: ${events}${revenue ? `, дохід ${revenue}` : ""}.`,
    chart: (sessions) => `Відвідування сайту із соцмереж: ${sessions} за період`,
    source: "Звідки",
    byCampaign: (list) => `За кампаніями: ${list}.`,
    sessions: "Відвідувань",
    change: "Зміна",
    keyEventsShort: "Ключові події",
    why: {
      "no-site": "Сайт не підключено: відвідування не вимірюються.",
      "not-yet": "Google Analytics ще не передав даних про ці дні.",
      "no-permission": "Google Analytics більше не дає доступу: підключіть сайт знову в розділі каналів.",
      "not-found": "Ресурсу Google Analytics уже немає: підключіть інший у розділі каналів.",
      refused: "Google Analytics відхилив запит: зверніться до адміністратора.",
    },
    daysMissing: (days) => `${count("день", "дні", "днів")(days)} ще не виміряно, суми без них.`,
    settling: (day) => `Від ${day} Google ще рахує, тож числа можуть зрости, а зміна порівнює лише дні до того.`,
    withheld: "Google приховав малі числа, щоб захистити людей: насправді відвідувань може бути більше.",
    sampled: "Google оцінив числа за частиною відвідувань.",
    zone: (zones) => `Дні рахуються за часом сайту: ${zones}.`,
    csv: {
      sessions: "Відвідування сайту із соцмереж",
      engaged: "Частка відвідувань із залученням",
      keyEvents: "Ключові події на сайті",
      newUsers: "Нові відвідувачі сайту",
    },
    csvSource: (source) => `Відвідування сайту: ${source}`,
    csvCampaign: (campaign) => `Відвідування сайту, кампанія: ${campaign}`,
  },
  sources: {
    "lead-form": "форма платформи",
    form: "власна форма",
    thread: "розмова",
    manual: "додано вручну",
    import: "імпорт",
  },
  sourcesLine: (list) => `Звідки: ${list}.`,
  needs: {
    "critical-alert": ({ subject }) => `${subject}.`,
    "failed-publications": ({ count: n }) =>
      `${count("допис не вийшов", "дописи не вийшли", "дописів не вийшли")(n)}: перегляньте причину.`,
    "reconnect-channel": ({ subject }) => `Канал «${subject}» треба підключити знову: доступу до нього вже немає.`,
    "overdue-answers": ({ count: n }) =>
      `${count("звернення чекає", "звернення чекають", "звернень чекають")(n)} на відповідь довше, ніж домовлено.`,
    "waiting-reviews": ({ count: n }) =>
      `${count("відгук чекає", "відгуки чекають", "відгуків чекають")(n)} на відповідь.`,
    "waiting-leads": ({ count: n }) => `${count("лід чекає", "ліди чекають", "лідів чекають")(n)} на першу відповідь.`,
    "waiting-approvals": ({ count: n }) =>
      `${count("допис чекає", "дописи чекають", "дописів чекають")(n)} на схвалення.`,
    "unconfirmed-publications": ({ count: n }) =>
      `Невідомо, чи ${count("допис з'явився", "дописи з'явилися", "дописів з'явилися")(n)} на платформі: перевірте.`,
    "lead-steps": ({ count: n }) =>
      `${count("крок", "кроки", "кроків")(n)} з лідами треба зробити сьогодні або вже прострочено.`,
    "open-cases": ({ count: n }) =>
      `${count("справа незадоволеного клієнта чекає", "справи незадоволених клієнтів чекають", "справ незадоволених клієнтів чекають")(n)} на відповідального.`,
    "goal-behind": ({ subject }) => `Ціль «${subject}» відстає.`,
  },
  buttons: {
    "critical-alert": "Переглянути загрозу",
    "failed-publications": "Переглянути дописи",
    "reconnect-channel": "Підключити канал",
    "overdue-answers": "Відповісти",
    "waiting-reviews": "Відповісти на відгуки",
    "waiting-leads": "Відповісти лідам",
    "waiting-approvals": "Переглянути і схвалити",
    "unconfirmed-publications": "Перевірити",
    "lead-steps": "Відкрити ліди",
    "open-cases": "Призначити відповідального",
    "goal-behind": "Переглянути ціль",
  },
  due: (when) => `до ${when}`,
  wasDue: (when) => `строк минув ${when}`,
  nothingToDecide: "Термінового немає.",
  outcomes: { handled: "зроблено", "no-action": "вирішено нічого не робити", "false-alarm": "хибна тривога" },
  planned: (planned, until) =>
    until
      ? `До ${until} заплановано ${posts(planned)}.`
      : `Сьогодні ще ${agree(planned, { one: "вийде", few: "вийдуть", many: "вийде" })} ${posts(planned)}.`,
  nothingPlanned: (until) => (until ? `До ${until} нічого не заплановано.` : "Сьогодні нічого не заплановано."),
  freeSlots: (free) => `У розкладі ${slots(free)}.`,
  plan: "Запланувати допис",
  openDashboard: "Відкрити Dopys",
  madeAt: (when, zone) => `Складено ${when} ${zone}.`,
  measuredAt: (when) => `Платформи востаннє опитано ${when}.`,
  why: (name) => `Ви отримали цей лист, бо вас додано до читачів звітів «${name}».`,
  page: (page, pages) => `${page} / ${pages}`,
  charts: {
    reach: ({ basis, total, best, span: kind }) => {
      const what = { people: "Охоплення", views: "Перегляди", mixed: "Охоплення і перегляди" }[basis];
      return `${what} ${span[kind]}: ${total}${best ? `, найбільше: ${best}` : ""}`;
    },
    followers: (now, change, kind) => `Підписники: ${now}, ${span[kind]} ${change}`,
    byType: (best) => `Найкраще залучає: ${best}`,
    trends: "Показники за тижнями: перший тиждень, хід, останній тиждень",
    picture: (post) => `Зображення допису: ${post}`,
    goalHistory: (name) => `${name}: за тижнями`,
  },
  csv: ["Від", "До", "Канал", "Показник", "Значення", "Примітка"],
  csvUnits: { percent: "%", minutes: "хв" },
  csvNames: {
    received: "Отримано звернень",
    answered: "Звернень із відповіддю",
    p90: "90-й процентиль часу першої відповіді",
    adSpend: "Витрати на рекламу",
    budgetSpent: "Витрати за планом без реклами",
    won: "Сума виграних лідів за останнім дотиком",
  },
  sides: { country: "країна", city: "місто", age: "вік", gender: "стать", language: "мова" },
  allChannels: "усі",
};
