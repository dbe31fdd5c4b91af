import type { Language } from "../kernel/language.ts";
import { formatDay } from "./format.ts";
import { countEn, countUk } from "./web/area.ts";

/** What a sentence about an alert is filled in with. */
export interface AlertSay {
  /** Pieces of evidence since it was opened, or opened again. */
  readonly count: number;
  /** The hours they happened in, rounded up. */
  readonly hours: number;
  /** The channel's name, or empty. */
  readonly channel: string;
  readonly params: Readonly<Record<string, string | number>>;
}

const hourMs = 3_600_000;

/** What a sentence about an alert is filled in with: it counts the evidence that there is, since it was last opened. */
export const sayOf = (
  alert: {
    readonly count: number;
    readonly countBefore?: number | undefined;
    readonly params: AlertSay["params"];
    /** Of the first and the last of it, epoch ms. */
    readonly sinceAt?: number | undefined;
    readonly lastSeenAt: number;
  },
  channelName: string | undefined,
): AlertSay => ({
  count: alert.count - (alert.countBefore ?? 0),
  hours: Math.max(1, Math.ceil((alert.lastSeenAt - (alert.sinceAt ?? alert.lastSeenAt)) / hourMs)),
  params: alert.params,
  channel: channelName ?? "",
});

interface KindTexts {
  /** What happened, in one sentence without a full stop. */
  readonly title: (say: AlertSay) => string;
  /** What we would do. */
  readonly decision: (say: AlertSay) => string;
}

type Severity = "low" | "medium" | "high" | "critical";

/** What is said of an alert wherever it is shown: register, mail, page of its link. */
export interface AlertTexts {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly side: Readonly<Record<"threat" | "opportunity", string>>;
  readonly state: Readonly<Record<"open" | "acknowledged" | "closed", string>>;
  readonly outcome: Readonly<Record<"handled" | "no-action" | "false-alarm" | "settled", string>>;
  /** By what it ended where nobody closed it, in one sentence. */
  readonly ended: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, KindTexts>>;
}

const messagesEn = countEn("message", "messages");
const messagesUk = countUk("повідомлення", "повідомлення", "повідомлень");
const negativeEn = countEn("negative message", "negative messages");
const negativeUk = countUk("негативне повідомлення", "негативні повідомлення", "негативних повідомлень");
const hoursEn = (hours: number) => (hours === 1 ? "an hour" : `${hours} hours`);
const hoursUk = (hours: number) => (hours === 1 ? "годину" : countUk("годину", "години", "годин")(hours));
const peopleEn = countEn("person asks", "people ask");
const peopleUk = countUk("людина питає", "людини питають", "людей питають");
const answersEn = countEn("conversation has", "conversations have");
const answersUk = countUk("розмова чекає", "розмови чекають", "розмов чекають");
const postsEn = countEn("post", "posts");
const postsUk = countUk("допис", "дописи", "дописів");

const repliesEn = countEn("reply", "replies");
const repliesUk = countUk("відповідь", "відповіді", "відповідей");

const on = (channel: string): string => (channel ? ` (${channel})` : "");
const number = (value: unknown): number => Number(value ?? 0);
const who = (value: unknown, otherwise: string): string => String(value || otherwise);
const times = (language: "uk" | "en", value: unknown): string =>
  new Intl.NumberFormat(language === "uk" ? "uk-UA" : "en-GB", { maximumFractionDigits: 1 }).format(number(value));

const readersEn = countEn("reader waits", "readers wait");
const readersUk = countUk("читач чекає", "читачі чекають", "читачів чекають");

/** What happened to a report. */
function reportEn({ report, email, how, waiting }: AlertSay["params"]): string {
  if (how === "late") return `The report "${report}" is late: ${readersEn(number(waiting))}`;
  if (how === "stopped") return `${email} does not want the report "${report}" any more`;
  return `The report "${report}" did not reach ${email}`;
}

function reportUk({ report, email, how, waiting }: AlertSay["params"]): string {
  if (how === "late") return `Звіт «${report}» запізнюється: ${readersUk(number(waiting))}`;
  if (how === "stopped") return `${email} більше не хоче отримувати звіт «${report}»`;
  return `Звіт «${report}» не дійшов до ${email}`;
}

/** What became of a report; a mail that came back this once is told apart from one that always will. */
const howOf = ({ how, cause }: AlertSay["params"]): string =>
  how === "bounced" && !String(cause ?? "Permanent").startsWith("Permanent") ? "away" : String(how);

/** What to do about a report, by what became of it. */
const undeliveredEn: Readonly<Record<string, string>> = {
  bounced:
    "Check the address with the reader and correct it in the report. If it is right, choose “Try again” beside the reader and send the report once more.",
  away: "The mailbox cannot take it at present: it is full, or its server is away. Send the report once more tomorrow, or tell the reader.",
  complained: "The reader marked it as spam. Ask them whether they want it, and take them off the list otherwise.",
  suspended:
    "Nothing is mailed to this address, because an earlier mail came back or was marked as spam. Correct the address in the report, or choose “Try again” beside the reader.",
  failed:
    "The mail service did not take the mail. Send the report once more; if that fails too, check the mail settings.",
  late: "See on the Reports page what became of it. If nothing went out, send the report by hand and check the mail settings.",
  stopped: "Nothing has to be done. If they are to know these figures, agree with them on another way.",
};
const undeliveredUk: Readonly<Record<string, string>> = {
  bounced:
    "Уточніть адресу в читача й виправте її у звіті. Якщо адреса правильна, натисніть «Спробувати знову» біля читача й надішліть звіт ще раз.",
  away: "Скринька поки не приймає листів: вона переповнена або її сервер недоступний. Надішліть звіт ще раз завтра або скажіть про це читачеві.",
  complained: "Читач позначив лист як спам. Спитайте, чи потрібен йому звіт, а якщо ні, приберіть його зі списку.",
  suspended:
    "На цю адресу листи не надсилаються, бо попередній повернувся або його позначили як спам. Виправте адресу у звіті або натисніть «Спробувати знову» біля читача.",
  failed:
    "Поштова служба не прийняла лист. Надішліть звіт ще раз; якщо не вдасться знову, перевірте налаштування пошти.",
  late: "Подивіться на сторінці «Звіти», що з ним сталося. Якщо нічого не надіслано, надішліть звіт вручну й перевірте налаштування пошти.",
  stopped: "Робити нічого не потрібно. Якщо ця людина має знати показники, домовтеся з нею про інший спосіб.",
};

/** The last day of access, in the workspace's zone. */
const dayIn = (language: Language, endsOn: unknown): string =>
  formatDay(language, String(endsOn), { day: "numeric", month: "long" });

function consentEn({ params: { of, stage, endsOn }, channel }: AlertSay): string {
  if (of === "ads") {
    if (stage === "ended") return `What ads cost can no longer be read${on(channel)}`;
    return `Access to the figures of ads ends on ${dayIn("en", endsOn)}${on(channel)}`;
  }
  if (stage === "ended") return `${channel || "A channel"} has to be connected again`;
  return `Access to ${channel || "a channel"} ends on ${dayIn("en", endsOn)}`;
}

function consentUk({ params: { of, stage, endsOn }, channel }: AlertSay): string {
  if (of === "ads") {
    if (stage === "ended") return `Витрати на рекламу більше не надходять${on(channel)}`;
    return `Доступ до показників реклами закінчиться ${dayIn("uk", endsOn)}${on(channel)}`;
  }
  if (stage === "ended") return `Канал ${channel ? `«${channel}» ` : ""}треба підключити знову`;
  return `Доступ до каналу ${channel ? `«${channel}» ` : ""}закінчиться ${dayIn("uk", endsOn)}`;
}

const consentCureEn: Readonly<Record<string, string>> = {
  "channel ended": "Connect it again: until then nothing is published or received there.",
  "channel ending": "Connect it again before the access ends, so that no planned post is lost.",
  "ads ended":
    "Whoever may see the ad account connects the channel again on the page “Channels” and consents to reading ads. The days in between are read then; posts and messages are not affected.",
  "ads ending":
    "Whoever may see the ad account connects the channel again on the page “Channels” before that day, and consents to reading ads. Posts and messages are not affected.",
};
const consentCureUk: Readonly<Record<string, string>> = {
  "channel ended": "Підключіть його знову: доти на ньому нічого не публікується й не надходить.",
  "channel ending": "Підключіть його знову, перш ніж доступ закінчиться, щоб не пропав жоден запланований допис.",
  "ads ended":
    "Нехай людина з доступом до рекламного кабінету знову підключить канал на сторінці «Канали» й дозволить читати рекламу. Пропущені дні тоді надолужимо; дописів і повідомлень це не стосується.",
  "ads ending":
    "Нехай людина з доступом до рекламного кабінету до цього дня знову підключить канал на сторінці «Канали» й дозволить читати рекламу. Дописів і повідомлень це не стосується.",
};

/** How many there usually are; next to none is none. */
const usualEn = (usual: number) => (usual < 0.5 ? "usually none" : `usually ${times("en", usual)}`);
const usualUk = (usual: number) => (usual < 0.5 ? "зазвичай таких немає" : `зазвичай ${times("uk", usual)}`);

const topics: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    poisoning: "poisoning",
    injury: "an injury or danger to health",
    lawsuit: "a lawsuit",
    authority: "the police or the authorities",
    boycott: "a boycott",
    press: "the press",
    discrimination: "discrimination",
    "data-leak": "a leak of personal data",
    fraud: "fraud",
  },
  uk: {
    poisoning: "отруєння",
    injury: "травму або загрозу здоров'ю",
    lawsuit: "суд",
    authority: "поліцію чи держоргани",
    boycott: "бойкот",
    press: "пресу",
    discrimination: "дискримінацію",
    "data-leak": "витік персональних даних",
    fraud: "шахрайство",
  },
};

const topicEn = ({ params }: AlertSay) => topics.en[String(params.topic)] ?? String(params.topic);
const topicUk = ({ params }: AlertSay) => topics.uk[String(params.topic)] ?? String(params.topic);

const en: AlertTexts = {
  severity: { low: "Low", medium: "Medium", high: "High", critical: "Critical" },
  side: { threat: "Threat", opportunity: "Opportunity" },
  state: { open: "open", acknowledged: "acknowledged", closed: "closed" },
  outcome: {
    handled: "Handled",
    "no-action": "Nothing to do",
    "false-alarm": "False alarm",
    settled: "Ended by itself",
  },
  ended: {
    published: "The post is out.",
    canceled: "The post was taken off the calendar.",
    moved: "The post has another time now.",
    "tried-again": "It is certain now that the post was not out; it is on its way again.",
    "given-up": "The post has failed for good; that has an entry of its own.",
    "failed-otherwise": "The post has failed over something else since; that has an entry of its own.",
    "follow-up-published": "What was missing after the post is out.",
    "follow-up-given-up": "The team decided to leave the post without it.",
    several: "Each one has come to its end.",
    answered: "Everybody was answered.",
    "reply-arrived": "A reply has reached the person.",
    done: "The conversation was marked done.",
    "target-changed": "By the response target of now there is still time.",
    gone: "What this was about has been removed.",
    "lead-answered": "The person has had an answer.",
    "lead-erased": "The person's data was erased.",
    connected: "Access was given anew.",
    renewed: "The access has been extended.",
    "channel-removed": "The channel is not connected here any more.",
    "account-released": "The ad account is not read any more.",
    delivered: "The report has arrived.",
    "not-delivered": "The report was mailed but reached nobody; that has an entry of its own.",
    "reader-returned": "The reader wants the report again.",
    "reader-removed": "The address is not among the report's readers any more.",
    "report-removed": "The report was removed.",
    corrected: "The person has changed their review.",
    "case-closed": "The case of it was closed.",
    passed: "Two weeks have gone by; the occasion has passed.",
  },
  kinds: {
    "negative-burst": {
      title: ({ count, hours, params, channel }) =>
        `${negativeEn(count)} within ${hoursEn(hours)}, ${usualEn(hours * number(params.usualAnHour))}${on(channel)}`,
      decision: () =>
        "Read the newest ones and find the one cause. Answer the first publicly within the hour, say what you are doing about it, and hold back planned posts until it is calm.",
    },
    "bad-review": {
      title: ({ params, channel }) =>
        params.rating === undefined
          ? `${who(params.person, "Somebody")} does not recommend you${on(channel)}`
          : `A ${params.rating}-star review from ${who(params.person, "a customer")}${on(channel)}`,
      decision: () =>
        "Answer today: thank them, name what went wrong, offer a person to talk to. Find out what happened before you promise anything.",
    },
    "crisis-words": {
      title: (say) => `${messagesEn(say.count)} about ${topicEn(say)}${on(say.channel)}`,
      decision: ({ params }) =>
        params.topic === "poisoning" || params.topic === "injury"
          ? "Call the person today, ask how they are, and check the product and the shift. Management decides what is said in public; until then answer only that you are looking into it."
          : "Do not argue in public. Management decides who answers and what; keep the evidence, and ask a lawyer where law is spoken of.",
    },
    "lead-waiting": {
      title: ({ params }) => `${who(params.person, "A lead")} has had no first response in the agreed time`,
      decision: () =>
        "Call or write to them now; every hour of waiting costs the chance of a sale. Decide who takes new leads when everybody is busy.",
    },
    "response-overdue": {
      title: ({ count, channel }) => `${answersEn(count)} passed the response target${on(channel)}`,
      decision: () =>
        "Answer the oldest first, if only to say when a full answer comes. If this repeats, change the shift or the target.",
    },
    "answer-unsent": {
      title: ({ count, channel, params }) =>
        params.code === "answer-unconfirmed"
          ? `It is not known whether ${repliesEn(count)} arrived${on(channel)}`
          : `${repliesEn(count)} not sent${on(channel)}`,
      decision: ({ params }) =>
        params.code === "answer-unconfirmed"
          ? "Look at the conversation on the platform itself. If the reply is not there, send it once more."
          : "Read the cause, remove it and answer again: these people believe that nobody has answered them.",
    },
    "post-overdue": {
      title: ({ count, channel }) => `${postsEn(count)} past due and not out${on(channel)}`,
      decision: () =>
        "See what holds it up and publish by hand if it is urgent. Check that the post still suits the hour.",
    },
    "post-failed": {
      title: ({ count, channel }) => `${postsEn(count)} not published${on(channel)}`,
      decision: () => "Read the cause, correct the post or connect the channel again, and schedule it anew.",
    },
    "post-unconfirmed": {
      title: ({ channel }) => `It is not known whether a post is out${on(channel)}`,
      decision: () => "Look at the channel itself. We do not publish it again, so that it does not appear twice.",
    },
    "channel-consent": {
      title: consentEn,
      decision: ({ params: { of, stage } }) => consentCureEn[`${of ?? "channel"} ${stage}`] ?? "",
    },
    "rule-matched": {
      title: ({ params, count }) => `The rule "${params.rule}" found ${messagesEn(count)}`,
      decision: () => "Read what it found and decide who answers.",
    },
    "report-undelivered": {
      title: ({ params }) => reportEn(params),
      decision: ({ params }) => undeliveredEn[howOf(params)] ?? "",
    },
    "post-above-norm": {
      title: ({ params, channel }) =>
        `A post has ${times("en", params.lift)} times the usual interactions${on(channel)}`,
      decision: () =>
        "Answer its comments while it is seen, put budget behind it, and plan a second post on the same topic this week.",
    },
    "influential-author": {
      title: ({ params, channel }) =>
        `${who(params.person, "Somebody")} with ${new Intl.NumberFormat("en-GB").format(number(params.followers))} followers wrote to you${on(channel)}`,
      decision: () =>
        "Answer personally and soon. If they mean well, ask for leave to share it, or for working together.",
    },
    "happy-customer": {
      title: ({ params, channel }) => `${who(params.person, "A customer")} is very happy${on(channel)}`,
      decision: () => "Thank them by name, ask for leave to share their words, and for a review where you need one.",
    },
    "frequent-question": {
      title: ({ params }) => `${peopleEn(number(params.persons))} the same: "${params.question}"`,
      decision: () => "Answer it once for all: a post, a pinned comment, a line in the profile, a saved reply.",
    },
  },
};

const uk: AlertTexts = {
  severity: { low: "Низька", medium: "Середня", high: "Висока", critical: "Критична" },
  side: { threat: "Загроза", opportunity: "Можливість" },
  state: { open: "відкрито", acknowledged: "підтверджено", closed: "закрито" },
  outcome: {
    handled: "Вирішено",
    "no-action": "Дій не потрібно",
    "false-alarm": "Хибна тривога",
    settled: "Минулося саме",
  },
  ended: {
    published: "Допис вийшов.",
    canceled: "Допис знято з календаря.",
    moved: "Допис перенесено на інший час.",
    "tried-again": "Тепер точно відомо, що допис не вийшов; публікуємо його знову.",
    "given-up": "Допис остаточно не вийшов; про це є окремий запис.",
    "failed-otherwise": "Тепер заважає інша причина; про неї є окремий запис.",
    "follow-up-published": "Те, чого бракувало після допису, вийшло.",
    "follow-up-given-up": "Команда вирішила залишити допис без цього.",
    several: "Кожен випадок завершився.",
    answered: "Усі отримали відповідь.",
    "reply-arrived": "Людина отримала відповідь.",
    done: "Розмову позначено завершеною.",
    "target-changed": "За теперішнім строком час на відповідь ще є.",
    gone: "Того, про що йшлося, більше немає.",
    "lead-answered": "Людина отримала відповідь.",
    "lead-erased": "Дані людини видалено.",
    connected: "Доступ надано знову.",
    renewed: "Доступ подовжено.",
    "channel-removed": "Цей канал більше не підключено.",
    "account-released": "Показники цього рекламного кабінету більше не читаємо.",
    delivered: "Звіт дійшов.",
    "not-delivered": "Звіт надіслано, але він ні до кого не дійшов; про це є окремий запис.",
    "reader-returned": "Читач знову отримує звіт.",
    "reader-removed": "Цієї адреси вже немає серед читачів звіту.",
    "report-removed": "Звіт видалено.",
    corrected: "Людина змінила свій відгук.",
    "case-closed": "Справу про це закрито.",
    passed: "Минуло два тижні: нагода вже не актуальна.",
  },
  kinds: {
    "negative-burst": {
      title: ({ count, hours, params, channel }) =>
        `${negativeUk(count)} за ${hoursUk(hours)}, ${usualUk(hours * number(params.usualAnHour))}${on(channel)}`,
      decision: () =>
        "Прочитайте найновіші й знайдіть спільну причину. Протягом години дайте публічну відповідь на перше, скажіть, що робите, і притримайте заплановані дописи, доки не вляжеться.",
    },
    "bad-review": {
      title: ({ params, channel }) =>
        params.rating === undefined
          ? `${who(params.person, "Клієнт")} вас не рекомендує${on(channel)}`
          : `${who(params.person, "Клієнт")} ставить вам ${params.rating}★${on(channel)}`,
      decision: () =>
        "Відповідайте сьогодні: подякуйте, назвіть, що пішло не так, запропонуйте, з ким поговорити. Спершу з'ясуйте, що сталося, а тоді обіцяйте.",
    },
    "crisis-words": {
      title: (say) => `${messagesUk(say.count)} про ${topicUk(say)}${on(say.channel)}`,
      decision: ({ params }) =>
        params.topic === "poisoning" || params.topic === "injury"
          ? "Зателефонуйте людині сьогодні, спитайте, як вона, перевірте продукт і зміну. Що казати публічно, вирішує керівництво; доти відповідайте лише, що з'ясовуєте."
          : "Не сперечайтеся публічно. Хто й що відповідає, вирішує керівництво; збережіть докази, а де йдеться про право, порадьтеся з юристом.",
    },
    "lead-waiting": {
      title: ({ params }) => `${who(params.person, "Лід")} не має першої відповіді у домовлений час`,
      decision: () =>
        "Зателефонуйте чи напишіть зараз: кожна година чекання коштує шансу на продаж. Вирішіть, хто бере нові ліди, коли всі зайняті.",
    },
    "response-overdue": {
      title: ({ count, channel }) => `${answersUk(count)} довше, ніж дозволяє строк відповіді${on(channel)}`,
      decision: () =>
        "Почніть із найдавнішої, бодай скажіть, коли буде повна відповідь. Якщо таке повторюється, змініть графік чергувань або строк.",
    },
    "answer-unsent": {
      title: ({ count, channel, params }) =>
        params.code === "answer-unconfirmed"
          ? `Невідомо, чи дійшло: ${repliesUk(count)}${on(channel)}`
          : `Не надіслано: ${repliesUk(count)}${on(channel)}`,
      decision: ({ params }) =>
        params.code === "answer-unconfirmed"
          ? "Подивіться на розмову на самій платформі. Якщо відповіді там немає, надішліть її ще раз."
          : "Прочитайте причину, усуньте її й відповідайте знову: ці люди вважають, що їм ніхто не відповів.",
    },
    "post-overdue": {
      title: ({ count, channel }) => `${postsUk(count)}: час минув, а публікації немає${on(channel)}`,
      decision: () =>
        "Подивіться, що заважає, і опублікуйте вручну, якщо терміново. Перевірте, чи допис іще доречний о цій порі.",
    },
    "post-failed": {
      title: ({ count, channel }) => `Не опубліковано: ${postsUk(count)}${on(channel)}`,
      decision: () => "Прочитайте причину, виправте допис або підключіть канал знову й заплануйте ще раз.",
    },
    "post-unconfirmed": {
      title: ({ channel }) => `Невідомо, чи вийшов допис${on(channel)}`,
      decision: () => "Подивіться на самому каналі. Ще раз ми його не публікуємо, щоб він не з'явився двічі.",
    },
    "channel-consent": {
      title: consentUk,
      decision: ({ params: { of, stage } }) => consentCureUk[`${of ?? "channel"} ${stage}`] ?? "",
    },
    "rule-matched": {
      title: ({ params, count }) => `Правило «${params.rule}» знайшло ${messagesUk(count)}`,
      decision: () => "Прочитайте знайдене й вирішіть, хто відповість.",
    },
    "report-undelivered": {
      title: ({ params }) => reportUk(params),
      decision: ({ params }) => undeliveredUk[howOf(params)] ?? "",
    },
    "post-above-norm": {
      title: ({ params, channel }) =>
        `Допис має у ${times("uk", params.lift)} раза більше взаємодій, ніж зазвичай${on(channel)}`,
      decision: () =>
        "Відповідайте на коментарі, доки його бачать, додайте бюджет на просування й заплануйте на цей тиждень другий допис на ту саму тему.",
    },
    "influential-author": {
      title: ({ params, channel }) =>
        `Вам пише людина з аудиторією ${new Intl.NumberFormat("uk-UA").format(number(params.followers))}: ${who(params.person, "без імені")}${on(channel)}`,
      decision: () =>
        "Відповідайте особисто й скоро. Якщо допис прихильний, попросіть дозволу поширити його або запропонуйте співпрацю.",
    },
    "happy-customer": {
      title: ({ params, channel }) => `Дуже задоволений клієнт: ${who(params.person, "без імені")}${on(channel)}`,
      decision: () =>
        "Подякуйте на ім'я, попросіть дозволу поширити ці слова, а де бракує відгуків, попросіть про відгук.",
    },
    "frequent-question": {
      title: ({ params }) => `${peopleUk(number(params.persons))} те саме: «${params.question}»`,
      decision: () => "Дайте одну відповідь для всіх: допис, закріплений коментар, рядок у профілі, готову відповідь.",
    },
  },
};

const catalogue: Readonly<Record<Language, AlertTexts>> = { en, uk };

/** What is said of alerts in a language. */
export const alertTexts = (language: Language): AlertTexts => catalogue[language];
