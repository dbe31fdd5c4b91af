import { formatDay, formatNumber } from "../../../i18n/format.ts";
import { daysIn } from "../../../insights/index.ts";
import { needKinds, type ReportContent } from "../../content.ts";
import { headlineFigure, isNoPercent, plainPercent, type Saying, signedCount, signedPercent } from "../wording.ts";

/** From this share on a figure has changed; less is said to be the same. */
const hardly = 0.02;
const shownUnusual = 3;

/** The first sentence of a report: how the period went, or in the morning what needs somebody. */
export const leadClauses = (saying: Saying): string => leads[saying.content.scope.kind](saying, "long").join(", ");

/** The same for a subject, in fewer words. */
export const subjectClauses = (saying: Saying): string => leads[saying.content.scope.kind](saying, "short").join(", ");

type Length = "long" | "short";
type Clauses = (saying: Saying, length: Length) => readonly string[];

const leads: Readonly<Record<ReportContent["scope"]["kind"], Clauses>> = {
  daily: (saying, length) => {
    const { clauses } = saying.texts;
    const needs = needClauses(saying);
    const out = clauses.goesOut(saying.content.next.scheduled.length);
    if (length === "short") return [...(needs.length === 0 ? [clauses.nothingUrgent] : needs.slice(0, 2)), out];
    const told = needs.length === 0 ? clauses.nothingUrgent : clauses.waitsForYou(needs.slice(0, 4).join(", "));
    return [`${told}; ${clauses.today(out)}`];
  },
  weekly: (saying, length) => [
    ...reachClause(saying, length),
    ...(length === "long" ? goalClause(saying) : []),
    ...waitingClause(saying),
    ...(length === "short" ? leadsClause(saying) : []),
  ],
  monthly: (saying, length) => [
    ...reachClause(saying, length),
    ...leadsClause(saying),
    ...goalClause(saying),
    ...(length === "short" ? [] : waitingClause(saying)),
  ],
  quarterly: (saying, length) => [
    ...reachClause(saying, length),
    ...(length === "long" ? followersClause(saying) : []),
    ...goalClause(saying, true),
    ...(length === "short" ? leadsClause(saying) : []),
  ],
};

function reachClause({ content, language, texts: { clauses, noChange } }: Saying, length: Length): readonly string[] {
  const { kpis, change, channels } = content.figures;
  const { people, basis } = kpis.kpis.reach;
  const { interactions } = kpis.kpis.engagement;
  if (channels.length === 0) return [noChannels(content, clauses)];
  if (!people.available) return [interactions.available ? clauses.interactions(interactions.value) : clauses.noFigures];
  const { relative } = change.reach;
  const total = formatNumber(language, people.value);
  if (!relative.available) {
    // Nobody was reached, now or before: no news for a subject.
    return length === "short" && people.value === 0 ? [] : [clauses.reach({ basis, total, by: "", direction: null })];
  }
  if (length === "short") {
    const same = isNoPercent(relative.value);
    return [clauses.reachShort(same ? noChange : signedPercent(language, relative.value), basis)];
  }
  const direction = Math.abs(relative.value) < hardly ? "same" : relative.value > 0 ? "up" : "down";
  return [clauses.reach({ basis, total, by: plainPercent(language, relative.value), direction })];
}

/** Why there is nothing to tell: nothing is connected, or what the report is about no more. */
export const noChannels = ({ scope }: ReportContent, clauses: Saying["texts"]["clauses"]): string =>
  scope.channelIds ? clauses.channelsGone : clauses.noChannels;

function followersClause({ content, language, texts }: Saying): readonly string[] {
  const { followersEnd, change } = content.figures.kpis.kpis.audienceGrowth;
  if (!followersEnd.available || !change.available) return [];
  return [texts.clauses.followers(formatNumber(language, followersEnd.value), signedCount(language, change.value))];
}

function goalClause({ content, texts: { clauses } }: Saying, always = false): readonly string[] {
  const measured = content.goals.filter(({ state }) => state !== "no-data");
  const behind = measured.filter(({ state }) => state === "behind").length;
  if (measured.length === 0) return [];
  const well = measured.filter(({ state }) => state === "on-course" || state === "reached").length;
  if (always) return [clauses.goalsOnCourse(well, measured.length)];
  return behind > 0 ? [clauses.goalsBehind(behind)] : [];
}

function waitingClause({ content, texts: { clauses } }: Saying): readonly string[] {
  const { waiting } = content.reputation;
  if (waiting > 0) return [clauses.waiting(waiting)];
  if (content.figures.channels.length === 0) return [];
  const { received } = content.figures.kpis.kpis.response;
  return received.available && received.value > 0 ? [clauses.allAnswered] : [clauses.nobodyWrote];
}

const leadsClause = ({ content: { leads }, texts: { clauses } }: Saying): readonly string[] =>
  leads.received > 0 ? [clauses.leads(leads.received, leads.won)] : [];

/** What needs somebody today, one clause a kind. */
function needClauses({ content, texts: { clauses } }: Saying): readonly string[] {
  return needKinds.flatMap((kind) => {
    const count = content.needs.filter((need) => need.kind === kind).reduce((sum, need) => sum + need.count, 0);
    return count > 0 ? [clauses.needs[kind](count)] : [];
  });
}

/** What was done, and which days stood out. */
export function summaryLines(saying: Saying): readonly string[] {
  const { content, language, texts } = saying;
  const { unusual, to } = content.figures.kpis;
  const farthest = unusual
    .toSorted((a, b) => farness(b) - farness(a))
    .slice(0, shownUnusual)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const days = farthest.map(({ day, headline, value, usual }) =>
    texts.unusual({
      day: formatDay(
        language,
        day,
        daysIn(day, to) > 7 ? { day: "numeric", month: "long" } : { weekday: "long", day: "numeric", month: "long" },
      ),
      figure: (texts.headlines[headline] ?? headline).toLocaleLowerCase(language),
      value: headlineFigure(headline, value, saying),
      usual: headlineFigure(headline, usual, saying),
    }),
  );
  return [
    texts.published(content.done),
    ...days.map((line) => line.charAt(0).toLocaleUpperCase(language) + line.slice(1)),
  ];
}

const farness = ({ value, usual }: { value: number; usual: number }): number =>
  Math.abs(Math.log((value + 1) / (usual + 1)));
