import { formatDay, formatInstant } from "../../../i18n/format.ts";
import { contentTypes, type Headline } from "../../../insights/index.ts";
import { excerpt } from "../../../kernel/text.ts";
import type { Block } from "../document.ts";
import { headlineFigure, type Saying, signedPercent } from "../wording.ts";
import { bestType } from "./figures.ts";

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

/** A figure that fell by this share or more is asked about. */
const fall = -0.1;
const askedAbout: readonly Headline[] = ["reach", "interactions", "leads"];
/** A type of post that engages this many times as well as all, in at most this share of the posts, is worth more of them. */
const rare = { times: 1.3, share: 0.3, fewest: 3 };

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
  const lines = [...behind.map(({ name }) => texts.goalAsk(excerpt(name, 80))), ...falls, ...typeAsk(saying)];
  return lines.length === 0 ? [] : [{ kind: "lines", lines }];
}

function typeAsk(saying: Saying): readonly string[] {
  const { content, texts } = saying;
  const { kpis } = content.figures.kpis;
  const best = bestType(content.figures.kpis);
  const count = (type: (typeof contentTypes)[number]) => {
    const { posts } = kpis.engagementByType[type];
    return posts.available ? posts.value : 0;
  };
  const all = contentTypes.reduce((sum, type) => sum + count(type), 0);
  if (!best || !kpis.engagement.rate.available) return [];
  const posts = count(best.type);
  const isRare =
    posts >= rare.fewest && posts <= all * rare.share && best.rate >= rare.times * kpis.engagement.rate.value;
  const rate = headlineFigure("engagementRate", best.rate, saying);
  return isRare ? [texts.typeAsk({ type: texts.types[best.type], rate, posts, all })] : [];
}
