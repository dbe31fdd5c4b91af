import { formatInstant, formatNumber, formatPercent } from "../../../i18n/format.ts";
import { contentTypes, fewestForNorm } from "../../../insights/index.ts";
import { excerpt } from "../../../kernel/text.ts";
import { typesChart } from "../charts.ts";
import type { Block, PostLine } from "../document.ts";
import type { Saying } from "../wording.ts";

/** So many channels' types are told. */
const mostNorms = 24;

/** The posts that did best, and which types of post engage. */
export function bestBlocks(saying: Saying): readonly Block[] {
  const { content, texts } = saying;
  const chart = content.scope.kind === "daily" ? null : typesChart(saying);
  const table = content.scope.kind === "quarterly" ? typesTable(saying) : null;
  return [
    content.best.length > 0
      ? {
          kind: "posts",
          posts: content.best.slice(0, content.scope.kind === "daily" ? 1 : 3).map((post) => postLine(post, saying)),
        }
      : { kind: "lines", lines: [texts.noBest], quiet: true },
    ...(chart ? [{ kind: "chart", chart } as const] : []),
    ...(table ? [table] : []),
    ...normBlocks(saying),
  ];
}

function postLine(post: Saying["content"]["best"][number], { content, language, texts }: Saying): PostLine {
  const { id, channelName, text, url, publishedAt, interactions, reach, picture } = post;
  const short = excerpt(text, 140);
  const alt = picture?.altText || texts.charts.picture(excerpt(text, 60) || channelName);
  return {
    id,
    text: short || texts.types[post.contentType],
    where: `${excerpt(channelName, 40)}, ${formatInstant(language, publishedAt, content.workspace.timeZone)}`,
    figures: [texts.interactions(interactions), reach === null ? null : texts.reached(formatNumber(language, reach))]
      .filter(Boolean)
      .join(" · "),
    url: url ?? `${content.publicUrl}/calendar`,
    picture: picture && { ...picture, alt },
  };
}

/** Each type of post with its engagement in this period and in the one before. */
function typesTable({ content, language, texts }: Saying): Block | null {
  const { kpis, before } = content.figures.kpis;
  const percent = (rate: { available: true; value: number } | { available: false }) =>
    rate.available ? formatPercent(language, rate.value) : "—";
  const rows = contentTypes.flatMap((type) => {
    const { posts, interactions, rate } = kpis.engagementByType[type];
    const earlier = before.kpis.engagementByType[type].rate;
    if (!(posts.available && posts.value > 0) && !rate.available) return [];
    const count = (figure: typeof posts) => (figure.available ? formatNumber(language, figure.value) : "—");
    return [[texts.types[type], count(posts), count(interactions), percent(rate), percent(earlier)]];
  });
  const { type, posts, interactions, rate, rateBefore } = texts.columns;
  return rows.length === 0
    ? null
    : { kind: "table", table: { columns: [type, posts, interactions, rate, rateBefore], rows } };
}

/** What is usual for each type, with the posts it rests on: the engagement rate of the post in the middle, and of half of them. */
function normBlocks({ content, language, texts }: Saying): Block[] {
  const { norms } = content;
  if (norms.length === 0) return [];
  const oneChannel = new Set(norms.map(({ channelName }) => channelName)).size === 1;
  const percent = (rate: number) => formatPercent(language, rate);
  const rows = norms
    .slice(0, mostNorms)
    .map(({ channelName, contentType, posts, engagementRate }) => [
      oneChannel ? texts.types[contentType] : `${excerpt(channelName, 24)} · ${texts.types[contentType]}`,
      formatNumber(language, posts),
      engagementRate ? percent(engagementRate.middle) : "—",
      engagementRate ? texts.fromTo(percent(engagementRate.low), percent(engagementRate.high)) : texts.tooFewForNorm,
    ]);
  const { type, posts, usual, middleHalf } = texts.columns;
  return [
    { kind: "lines", lines: [texts.norms(formatNumber(language, fewestForNorm))], quiet: true },
    { kind: "table", table: { columns: [type, posts, usual, middleHalf], rows } },
  ];
}
