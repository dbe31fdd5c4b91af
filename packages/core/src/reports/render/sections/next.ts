import { formatDay, formatInstant } from "../../../i18n/format.ts";
import type { Headline } from "../../../insights/index.ts";
import { excerpt } from "../../../kernel/text.ts";
import { recommendationWords } from "../../../recommendations/index.ts";
import type { Block } from "../document.ts";
import { type Saying, signedPercent } from "../wording.ts";

const shownPosts = { daily: 12, weekly: 5, monthly: 8, quarterly: 8 } as const;

/** What goes out next, and which times of the schedule are still free. */
export function nextBlocks(saying: Saying): readonly Block[] {
  const { content, language, texts } = saying;
  const { scheduled, freeSlots, until } = content.next;
  const { kind } = content.scope;
  const shown = scheduled.slice(0, shownPosts[kind]);
  const more = scheduled.length - shown.length;
  const day = kind === "daily" ? null : formatDay(language, until, { day: "numeric", month: "long" });
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  return [
    {
      kind: "lines",
      lines: [
        [
          scheduled.length > 0 ? texts.planned(scheduled.length, day) : texts.nothingPlanned(day),
          ...(freeSlots > 0 ? [texts.freeSlots(freeSlots)] : []),
        ].join(" "),
      ],
    },
    {
      kind: "agenda",
      items: shown.map(({ dueAt, channelName, text }) => ({
        when: formatInstant(language, dueAt, content.workspace.timeZone, kind === "daily" ? time : undefined),
        text: excerpt(text, 80),
        where: excerpt(channelName, 40),
      })),
      more: more > 0 ? texts.andMore(more) : null,
    },
  ];
}

/** What the figures advise, each with what it rests on. */
export function adviceBlocks({ content, language }: Saying): readonly Block[] {
  const posts = content.advice.map(({ rule, params, channelName }) => {
    const said = recommendationWords(language, { rule, params }, excerpt(channelName, 40) || undefined);
    return { text: oneStop(said.title), where: said.evidence, url: `${content.publicUrl}/insights` };
  });
  return [{ kind: "quotes", quotes: posts }];
}

const oneStop = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);

/** A figure that fell by this share or more is asked about. */
const fall = -0.1;
const askedAbout: readonly Headline[] = ["reach", "interactions", "leads"];

/** The questions that the figures of a plan's period put to those who decide about the next. */
export function askBlocks(saying: Saying): readonly Block[] {
  const { content, language, texts } = saying;
  const { change } = content.figures;
  const falls = askedAbout.flatMap((headline) => {
    const { relative } = change[headline];
    if (!relative.available || relative.value > fall) return [];
    return [texts.fallAsk(texts.headlines[headline] ?? headline, signedPercent(language, relative.value))];
  });
  const behind = content.goals.filter(({ state }) => state === "behind");
  const lines = [...behind.map(({ name }) => texts.goalAsk(excerpt(name, 80))), ...falls];
  return lines.length === 0 ? [] : [{ kind: "lines", lines }];
}
