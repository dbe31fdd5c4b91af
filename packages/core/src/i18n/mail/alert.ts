import type { Language } from "../../kernel/language.ts";
import { localeOf } from "../format.ts";

const listOf = (language: Language, names: readonly string[]): string =>
  new Intl.ListFormat(localeOf(language), { type: "conjunction" }).format(names);

interface AlertMailTexts {
  /** What the subject begins with, so that it can be told at a glance whether it waits. */
  readonly urgency: Readonly<Record<"low" | "medium" | "high" | "critical", string>>;
  readonly kicker: (severity: string, side: string) => string;
  readonly seen: (count: number, since: string) => string;
  readonly evidence: string;
  readonly moreEvidence: (count: number) => string;
  readonly decision: string;
  /** The way to a piece of evidence. */
  readonly see: string;
  readonly acknowledge: string;
  readonly acknowledgeHint: string;
  readonly open: string;
  readonly byTeam: (when: string) => string;
  readonly byManagement: (since: string) => string;
  readonly opportunity: string;
  /** To a member: whom no mail reaches. */
  readonly missed: (names: readonly string[]) => string;
  readonly link: (until: string) => string;
  readonly anonymous: string;
  readonly stars: (rating: number) => string;
}

/** The mail about a threat or an opportunity. */
export const alertMailTexts: Readonly<Record<Language, AlertMailTexts>> = {
  en: {
    urgency: { critical: "Critical", high: "Urgent", medium: "Attention", low: "For your information" },
    kicker: (severity, side) => `${side} · severity: ${severity.toLowerCase()}`,
    seen: (count, since) => (count === 1 ? `Noticed ${since}` : `${count} times, first ${since}`),
    evidence: "What was noticed",
    moreEvidence: (count) => `and ${count} more`,
    decision: "What we propose",
    see: "See it",
    acknowledge: "I have seen this",
    acknowledgeHint: "The button opens a page on which you say so. Nobody is reminded after that.",
    open: "Open in Dopys",
    byTeam: (when) => `If nobody says by ${when} that they have seen it, management is told.`,
    byManagement: (since) => `The team was told ${since} and has not answered. That is why you get this.`,
    opportunity: "Nobody is told of this beside the team.",
    missed: (names) =>
      `Mail to ${listOf("en", names)} comes back, so they were not told. Please tell them yourself, and check the address in the settings.`,
    link: (until) => `The link is for you alone and works until ${until}.`,
    anonymous: "Somebody",
    stars: (rating) => `${rating} of 5 stars`,
  },
  uk: {
    urgency: { critical: "Критично", high: "Терміново", medium: "Увага", low: "До відома" },
    kicker: (severity, side) => `${side} · важливість: ${severity.toLocaleLowerCase("uk")}`,
    seen: (count, since) => (count === 1 ? `Помічено ${since}` : `Разів: ${count}, уперше ${since}`),
    evidence: "Що помічено",
    moreEvidence: (count) => `і ще ${count}`,
    decision: "Що пропонуємо",
    see: "Переглянути",
    acknowledge: "Підтвердити, що бачу",
    acknowledgeHint: "Кнопка відкриває сторінку, де ви це підтверджуєте. Після цього нагадувань не буде.",
    open: "Відкрити в Dopys",
    byTeam: (when) => `Якщо до ${when} ніхто цього не підтвердить, повідомимо керівництво.`,
    byManagement: (since) => `Команду повідомлено ${since}, відповіді немає. Тому пишемо вам.`,
    opportunity: "Про це знає лише команда.",
    missed: (names) =>
      `Листи не доходять, тож сповіщення не отримали: ${listOf("uk", names)}. Повідомте самі й перевірте адресу в налаштуваннях.`,
    link: (until) => `Посилання лише для вас і діє до ${until}.`,
    anonymous: "Невідомий автор",
    stars: (rating) => `${rating} з 5 зірок`,
  },
};
