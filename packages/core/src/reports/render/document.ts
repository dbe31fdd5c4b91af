import { formatDay, formatInstant, formatNumber, formatPercent } from "../../i18n/format.ts";
import { type ReportTexts, reportTexts } from "../../i18n/mail/report.ts";
import type { Language } from "../../kernel/language.ts";
import { excerpt } from "../../kernel/text.ts";
import type { Scene } from "../charts/index.ts";
import type { ReportContent, ReportGoal } from "../content.ts";
import { chartsOf } from "./charts.ts";
import { type FigureRow, figureRows } from "./figures.ts";
import { headlineFigure, oneSentence, signedPercent } from "./wording.ts";

/** A report in one language, ready to be laid out: the mail, its plain text, the PDF and the CSV all say exactly this. */
export interface ReportDocument {
  readonly language: Language;
  readonly texts: ReportTexts;
  readonly subject: string;
  readonly workspace: string;
  readonly title: string;
  /** Such as `16 – 22 Nov 2026`. */
  readonly period: string;
  /** One sentence that says how the period went. */
  readonly lead: string;
  readonly goals: readonly GoalLine[];
  readonly figures: readonly FigureRow[];
  readonly charts: readonly { readonly id: string; readonly scene: Scene }[];
  readonly done: string;
  readonly best: readonly BestLine[];
  readonly reputation: readonly string[];
  readonly leads: string;
  readonly decisions: readonly { readonly text: string; readonly button: string; readonly url: string }[];
  readonly next: readonly string[];
  readonly planned: readonly string[];
  readonly footer: readonly string[];
  readonly publicUrl: string;
}

export interface GoalLine {
  readonly name: string;
  readonly line: string;
  readonly state: ReportGoal["state"];
  readonly stateText: string;
  /** 0..1; `null` when unknown. */
  readonly progress: number | null;
}

export interface BestLine {
  readonly text: string;
  readonly where: string;
  readonly figures: string;
  readonly url?: string | undefined;
}

/** Puts a report's content into words. Pure: the same content gives the same document. */
export function toDocument(content: ReportContent, language: Language): ReportDocument {
  const texts = reportTexts[language];
  const { workspace, week, reputation, leads, done, next } = content;
  return {
    language,
    texts,
    subject: texts.subject(week, subjectParts(content, language, texts)),
    workspace: workspace.name,
    title: texts.weekTitle(week),
    period: periodText(content, language),
    lead: oneSentence(subjectParts(content, language, texts)),
    goals: content.goals.map((goal) => goalLine(goal, language, texts)),
    figures: figureRows(content.kpis, language, texts),
    charts: chartsOf(content, language, texts),
    done: texts.publishedLine(done),
    best: content.best.map((publication) => ({
      text: excerpt(publication.text, 160),
      where: `${publication.channelName}, ${formatInstant(language, publication.publishedAt, workspace.timeZone)}`,
      figures: [
        texts.interactions(publication.interactions),
        publication.reach === null ? null : texts.reached(formatNumber(language, publication.reach)),
      ]
        .filter((part) => part !== null)
        .join(" · "),
      url: publication.url,
    })),
    reputation: [
      texts.waitingLine(reputation),
      texts.negativeLine(reputation.negativeMessages),
      texts.reviewsLine(reputation),
    ],
    leads: texts.leadsLine(leads),
    decisions: content.decisions.map(({ kind, count, subject = "", path }) => ({
      text: texts.decisions[kind]({ count, subject }),
      button: texts.buttons[kind],
      url: `${content.publicUrl}${path}`,
    })),
    next: [
      next.scheduled.length > 0 ? texts.nextScheduled(next.scheduled.length) : texts.nothingPlanned,
      ...(next.freeSlots > 0 ? [texts.nextFree(next.freeSlots)] : []),
    ],
    planned: next.scheduled.slice(0, 5).map(({ dueAt, channelName, text }) => {
      const when = formatInstant(language, dueAt, workspace.timeZone);
      return `${when} · ${channelName} · ${excerpt(text, 80)}`;
    }),
    footer: [texts.madeAt(formatInstant(language, content.madeAt, workspace.timeZone)), texts.why(workspace.name)],
    publicUrl: content.publicUrl,
  };
}

/** What matters most, in a few words: reach against the week before, who waits, new leads. */
function subjectParts(content: ReportContent, language: Language, texts: ReportTexts): string {
  const { summary } = texts;
  const relative = content.kpis.change.reach.relative;
  const { waiting, negativeMessages, recommended, notRecommended } = content.reputation;
  const { received } = content.kpis.kpis.response;
  const quiet = (!received.available || received.value === 0) && negativeMessages + recommended + notRecommended === 0;
  const answered = quiet ? summary.quiet : summary.allAnswered;
  return [
    relative.available ? summary.reach(signedPercent(language, relative.value)) : summary.reachUnknown,
    waiting > 0 ? summary.waiting(waiting) : answered,
    ...(content.leads.received > 0 ? [summary.leads(content.leads.received)] : []),
  ].join(", ");
}

function periodText({ scope: { period } }: ReportContent, language: Language): string {
  const full = { day: "numeric", month: "long", year: "numeric" } as const;
  return `${formatDay(language, period.from, { day: "numeric", month: "long" })} – ${formatDay(language, period.to, full)}`;
}

function goalLine(goal: ReportGoal, language: Language, texts: ReportTexts): GoalLine {
  const show = (value: number) => headlineFigure(goal.headline, value, language, texts);
  const figure = texts.headlines[goal.headline] ?? goal.headline;
  return {
    name: goal.channelName ? `${goal.name} · ${goal.channelName}` : goal.name,
    line: texts.goalLine({
      figure,
      current: goal.current === null ? "—" : show(goal.current),
      target: show(goal.target),
      due: formatDay(language, goal.dueDay, { day: "numeric", month: "long", year: "numeric" }),
    }),
    state: goal.state,
    stateText:
      goal.progress === null
        ? texts.goalStates[goal.state]
        : `${texts.goalStates[goal.state]}, ${formatPercent(language, goal.progress)}`,
    progress: goal.progress,
  };
}
