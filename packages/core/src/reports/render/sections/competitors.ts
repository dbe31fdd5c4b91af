import type { ComparedPage, PlatformComparison } from "../../../competitors/index.ts";
import { formatDay, formatNumber } from "../../../i18n/format.ts";
import { reportCompetitorTexts } from "../../../i18n/mail/report-competitors.ts";
import { daysIn } from "../../../insights/index.ts";
import { excerpt } from "../../../kernel/text.ts";
import type { Block } from "../document.ts";
import { type Saying, signedPercent, valueOr } from "../wording.ts";

const nameLength = 32;
/** How many a platform takes: a mail that is too long is cut by mail programs. */
const shownOwn = 2;
const shownRivals = 4;
const nameOf = ({ name }: ComparedPage): string => excerpt(name, nameLength);

/** Our pages beside those of competitors, platform by platform; nothing where nobody is watched. */
export function competitorBlocks(saying: Saying): readonly Block[] {
  const { content, language } = saying;
  const platforms = content.competitors ?? [];
  if (platforms.length === 0) return [];
  const all = platforms.flatMap(({ pages }) => shown(pages));
  const texts = reportCompetitorTexts[language];
  const more = platforms.reduce((sum, { pages }) => sum + pages.length, 0) - all.length;
  const notes = [
    ...all.flatMap((page) => notesOf(saying, page)),
    ...(more > 0 ? [texts.more(more)] : []),
    texts.method,
  ];
  return [
    ...platforms.flatMap((platform) => platformBlocks(saying, platform)),
    { kind: "lines", lines: notes, quiet: true },
  ];
}

/** Some pages of ours and of competitors, those with most followers. */
function shown(pages: readonly ComparedPage[]): readonly ComparedPage[] {
  const own = pages.filter(({ isOwn }) => isOwn);
  return [...own.slice(0, shownOwn), ...pages.filter(({ isOwn }) => !isOwn).slice(0, shownRivals)];
}

function platformBlocks(saying: Saying, { platformName, pages }: PlatformComparison): readonly Block[] {
  const { language } = saying;
  const texts = reportCompetitorTexts[language];
  const number = (value: number, digits = 0) => formatNumber(language, value, digits);
  const rows = shown(pages).map((page) => {
    const { followers, growth, postsPerWeek, interactionsPerPost, perThousandFollowers } = page.figures;
    const grown = growth?.relative == null ? "" : ` (${signedPercent(language, growth.relative)})`;
    return [
      page.isOwn ? texts.ours(nameOf(page)) : nameOf(page),
      followers.available ? `${number(followers.value)}${grown}` : "—",
      postsPerWeek.available ? number(postsPerWeek.value, 1) : "—",
      interactionsPerPost.available ? number(interactionsPerPost.value, 1) : "—",
      perThousandFollowers.available ? number(perThousandFollowers.value, 1) : "—",
    ];
  });
  return [
    {
      kind: "lines",
      lines: shown(pages)
        .filter(({ isOwn }) => isOwn)
        .flatMap((page) => findingOf(saying, page, pages)),
    },
    { kind: "table", table: { columns: [platformName, ...texts.columns], rows } },
  ];
}

/** Where a page of ours stands among its competitors, as far as enough posts tell. */
function findingOf({ language }: Saying, own: ComparedPage, pages: readonly ComparedPage[]): readonly string[] {
  const ours = own.figures.perThousandFollowers;
  const others = pages.flatMap(({ isOwn, figures: { perThousandFollowers: theirs, isThin } }) =>
    !isOwn && theirs.available && !isThin ? [theirs.value] : [],
  );
  if (!ours.available || own.figures.isThin || others.length === 0) return [];
  const more = others.filter((value) => value > ours.value).length;
  const figure = formatNumber(language, ours.value, 1);
  return [reportCompetitorTexts[language].finding({ name: nameOf(own), figure, more, known: others.length })];
}

/** What has to be known to read a page's row rightly. */
function notesOf({ content, language }: Saying, page: ComparedPage): readonly string[] {
  const texts = reportCompetitorTexts[language];
  const { growth, days, counted, isThin, hidden } = page.figures;
  const name = nameOf(page);
  const { from, to } = content.scope.period;
  const of = daysIn(from, to);
  return [
    ...(page.competitor?.trouble && page.competitor.trouble !== "not-read" ? [texts.trouble(name)] : []),
    ...(days > 0 && days < of ? [texts.partly({ name, days, of })] : []),
    ...(growth && !growth.isWhole ? [texts.grownSince(name, formatDay(language, growth.since))] : []),
    ...(isThin ? [texts.few(name, counted)] : []),
    ...(hidden > 0 ? [texts.hidden(name, hidden)] : []),
  ];
}

/**
 * The figures of all pages, as rows of the CSV after its first two columns: page, figure, value as `write` has it, why
 * there is none.
 */
export function competitorRows(
  { content, language, texts }: Saying,
  write: (value: number) => string,
): readonly (readonly string[])[] {
  const names = reportCompetitorTexts[language].figures;
  return (content.competitors ?? []).flatMap(({ platformName, pages }) =>
    pages.flatMap(({ name, figures: { growth, posts, days, ...figures } }) => {
      const page = `${name} (${platformName})`;
      const row = (figure: keyof typeof names, value: number | null, why = "") =>
        [page, names[figure], value === null ? "" : write(value), value === null ? why : ""] as const;
      const told = (figure: "followers" | "postsPerWeek" | "interactionsPerPost" | "perThousandFollowers") => {
        const is = figures[figure];
        return row(figure, valueOr(is, null), is.available ? "" : texts.notAvailable[is.reason]);
      };
      return [
        told("followers"),
        row("growth", growth?.change ?? null, texts.notAvailable["not-yet"]),
        row("posts", days > 0 ? posts : null, texts.notAvailable["not-yet"]),
        told("postsPerWeek"),
        told("interactionsPerPost"),
        told("perThousandFollowers"),
      ];
    }),
  );
}
