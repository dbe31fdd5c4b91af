import { alertTexts } from "../../../i18n/alerts.ts";
import { formatInstant } from "../../../i18n/format.ts";
import { excerpt } from "../../../kernel/text.ts";
import type { ReportAlert, ReportExample, ReportNeed } from "../../content.ts";
import type { Block, NeedLine } from "../document.ts";
import type { Saying } from "../wording.ts";

const exampleLength = 90;
/** Beyond these a reader is not told one by one. */
const mostNeeds = 10;

const grave: ReadonlySet<ReportNeed["kind"]> = new Set([
  "critical-alert",
  "failed-publications",
  "reconnect-channel",
  "overdue-answers",
]);

/** Of these the time is one by which something has to be done. */
const deadlines: ReadonlySet<ReportNeed["kind"]> = new Set(["overdue-answers", "waiting-reviews", "waiting-leads"]);

/** What needs somebody, each with the button that leads there. */
export function needBlocks(saying: Saying): readonly Block[] {
  const { content, texts } = saying;
  if (content.needs.length === 0) return [{ kind: "lines", lines: [texts.nothingToDecide] }];
  const more = content.needs.length - mostNeeds;
  return [
    { kind: "needs", needs: content.needs.slice(0, mostNeeds).map((need) => needLine(need, saying)) },
    ...(more > 0 ? [{ kind: "lines", lines: [texts.andMore(more)], quiet: true } as const] : []),
  ];
}

function needLine(need: ReportNeed, saying: Saying): NeedLine {
  const { content, texts } = saying;
  const { kind, count, subject = "", alert, examples, path } = need;
  const told = content.scope.kind === "daily" ? examples : examples.slice(0, 2);
  const more = count - told.length;
  return {
    text: texts.needs[kind]({ count, subject: alert ? alertTitle(alert, saying) : excerpt(subject, exampleLength) }),
    isGrave: grave.has(kind),
    examples: [
      ...told.map((example) => exampleLine(example, deadlines.has(kind), saying)),
      ...(told.length > 0 && more > 0 ? [texts.andMore(more)] : []),
    ],
    button: texts.buttons[kind],
    url: `${content.publicUrl}${path}`,
  };
}

/** What an alert says wherever it is shown, without a full stop. */
export const alertTitle = ({ kind, channelName, ...say }: ReportAlert, { language }: Saying): string =>
  alertTexts(language).kinds[kind]?.title({ ...say, channel: channelName }) ?? kind;

function exampleLine(
  { text, who, channelName, at }: ReportExample,
  isDeadline: boolean,
  { content, language, texts }: Saying,
): string {
  const time = at === undefined ? null : formatInstant(language, at, content.workspace.timeZone);
  const due = at !== undefined && at < content.madeAt ? texts.wasDue : texts.due;
  const when = time !== null && isDeadline ? due(time) : time;
  const words = text ? texts.quote(excerpt(text, exampleLength)) : null;
  return [words, who && excerpt(who, 40), channelName && excerpt(channelName, 40), when].filter(Boolean).join(" · ");
}

/** What was decided about threats and opportunities. */
export function decidedBlocks(saying: Saying): readonly Block[] {
  const { content, language, texts } = saying;
  return [
    {
      kind: "agenda",
      more: null,
      items: content.decided.map(({ alert, outcome, note, at }) => ({
        when: formatInstant(language, at, content.workspace.timeZone, { day: "numeric", month: "short" }),
        text: alertTitle(alert, saying),
        where: [texts.outcomes[outcome], note && excerpt(note, 160)].filter(Boolean).join(": "),
      })),
    },
  ];
}
