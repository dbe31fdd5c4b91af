import { formatDay, formatInstant, zoneName } from "../../i18n/format.ts";
import { reportTexts } from "../../i18n/mail/report.ts";
import { reportCompetitorTexts } from "../../i18n/mail/report-competitors.ts";
import type { Language } from "../../kernel/language.ts";
import { excerpt } from "../../kernel/text.ts";
import { dayOf } from "../../kernel/time.ts";
import type { ReportContent } from "../content.ts";
import type { ReportSection } from "../model.ts";
import { weekNumber } from "../period.ts";
import type { Block, DocumentSection, ReportDocument } from "./document.ts";
import { bestBlocks } from "./sections/best.ts";
import { competitorBlocks } from "./sections/competitors.ts";
import { goalBlocks } from "./sections/goals.ts";
import { decidedBlocks, needBlocks } from "./sections/needs.ts";
import { adviceBlocks, askBlocks, nextBlocks } from "./sections/next.ts";
import { leadsBlocks, reputationBlocks } from "./sections/reputation.ts";
import { spendBlocks } from "./sections/spend.ts";
import { leadClauses, subjectClauses, summaryLines } from "./sections/summary.ts";
import { figureBlocks } from "./sections/trend.ts";
import { visitBlocks } from "./sections/visits.ts";
import { monthName, oneSentence, rangeText, type Saying } from "./wording.ts";

/** Puts a report's content into words. Pure: the same content gives the same document. */
export function toDocument(content: ReportContent, language: Language): ReportDocument {
  const texts = reportTexts[language];
  const saying: Saying = { content, language, texts };
  const { scope, onlyChannels } = content;
  const { kind } = scope;
  const name = excerpt(content.workspace.name, nameLength);
  const short = nameOf(saying);
  const title = kind === "monthly" ? `${short} ${scope.period.from.slice(0, 4)}` : short;
  const head = texts.head[kind](name, rangeText(language, scope.period, kind === "daily" ? {} : { year: "numeric" }));
  return {
    language,
    texts,
    subject: texts.subject[kind](short, subjectClauses(saying)),
    workspace: name,
    title: texts.title[kind](title),
    head: onlyChannels.length > 0 ? `${head}. ${texts.onlyChannels(namesOf(saying))}` : head,
    lead: scope.sections.includes("summary") ? oneSentence(leadClauses(saying)) : null,
    sections: scope.sections.flatMap((section, index) => sectionsOf[section](saying, index === 0)),
    footer: footerOf(saying),
    publicUrl: content.publicUrl,
  };
}

const nameLength = 60;
const shownChannels = 5;

function namesOf({ content: { onlyChannels }, texts }: Saying): string {
  const names = onlyChannels.slice(0, shownChannels).map((one) => excerpt(one, nameLength));
  const more = onlyChannels.length - names.length;
  return more > 0 ? `${names.join(", ")} ${texts.andMore(more)}` : names.join(", ");
}

/** What a report is called by: the day, the number of the week, the month. */
function nameOf({ content, language }: Saying): string {
  const { kind, period } = content.scope;
  if (kind === "daily") {
    return formatDay(language, dayOf(content.madeAt, content.workspace.timeZone), { day: "numeric", month: "long" });
  }
  return kind === "monthly" ? monthName(language, period) : String(weekNumber(period));
}

type ToSections = (saying: Saying, isFirst: boolean) => readonly DocumentSection[];

const section = (title: string | null, blocks: readonly Block[]): readonly DocumentSection[] => {
  const filled = blocks.filter(hasContent);
  return filled.length === 0 ? [] : [{ title, blocks: filled }];
};

/** What each part of a report becomes; a part that has nothing to say is left out. */
const sectionsOf: Readonly<Record<ReportSection, ToSections>> = {
  summary: (saying, isFirst) =>
    section(isFirst ? null : saying.texts.sections.summary, [{ kind: "lines", lines: summaryLines(saying) }]),
  goals: (saying) => section(saying.texts.sections.goals, goalBlocks(saying)),
  figures: (saying) => section(saying.texts.sections.figures[saying.content.scope.kind], figureBlocks(saying)),
  best: (saying) =>
    saying.content.best.length === 0 && (isDigest(saying) || hasNoChannel(saying))
      ? []
      : section(saying.texts.sections.best, bestBlocks(saying)),
  competitors: (saying) => section(reportCompetitorTexts[saying.language].title, competitorBlocks(saying)),
  reputation: (saying) =>
    hasNoChannel(saying) ? [] : section(saying.texts.sections.reputation, reputationBlocks(saying)),
  leads: (saying) =>
    isDigest(saying) && saying.content.leads.received === 0
      ? []
      : section(saying.texts.sections.leads, leadsBlocks(saying)),
  visits: (saying) => section(saying.texts.sections.visits, visitBlocks(saying)),
  spend: (saying) => section(saying.texts.sections.spend, spendBlocks(saying)),
  risks: (saying) => [
    ...section(saying.texts.sections.risks[saying.content.scope.kind], needBlocks(saying)),
    ...(saying.content.scope.kind === "quarterly" ? section(saying.texts.sections.decided, decidedBlocks(saying)) : []),
  ],
  next: (saying) => {
    const title = saying.texts.sections.next[saying.content.scope.kind];
    const asks = saying.content.scope.kind === "quarterly" ? askBlocks(saying) : [];
    return [
      ...section(title, [...asks, ...nextBlocks(saying)]),
      ...section(saying.texts.sections.advice, adviceBlocks(saying)),
    ];
  },
};

const isDigest = ({ content }: Saying): boolean => content.scope.kind === "daily";

const hasNoChannel = ({ content }: Saying): boolean => content.figures.channels.length === 0;

/** Whether a block says anything. */
function hasContent(block: Block): boolean {
  if (block.kind === "lines") return block.lines.length > 0;
  if (block.kind === "goals") return block.goals.length > 0;
  if (block.kind === "quotes") return block.quotes.length > 0;
  return block.kind !== "agenda" || block.items.length > 0;
}

function footerOf({ content, language, texts }: Saying): readonly string[] {
  const { timeZone, name } = content.workspace;
  const { measuredAt } = content.figures.kpis;
  return [
    texts.madeAt(formatInstant(language, content.madeAt, timeZone), zoneName(language, content.madeAt, timeZone)),
    ...(measuredAt === null ? [] : [texts.measuredAt(formatInstant(language, measuredAt, timeZone))]),
    texts.why(excerpt(name, nameLength)),
  ];
}
