import { formatNumber } from "../../../i18n/format.ts";
import { excerpt } from "../../../kernel/text.ts";
import type { Block } from "../document.ts";
import { amounts, capital, type Saying } from "../wording.ts";

const quoteLength = 180;

/** Who waits, what reviews and messages said, what became of unhappy people. */
export function reputationBlocks({ content, language, texts }: Saying): readonly Block[] {
  const { reputation, publicUrl } = content;
  const { recommended, notRecommended, cases } = reputation;
  const stars = (mean: number | null) => (mean === null ? null : formatNumber(language, mean, 1));
  const hasCases = cases.opened + cases.closed + cases.stillOpen > 0;
  // In the morning's digest who waits stands above already, and what did not happen is not worth a line.
  const isDigest = content.scope.kind === "daily";
  if (isDigest && reputation.reviews + reputation.negativeMessages === 0) return [];
  return [
    {
      kind: "lines",
      lines: [
        ...(isDigest ? [] : [texts.waitingLine(reputation.waiting, reputation.overdue)]),
        texts.reviewsLine({
          ...{ reviews: reputation.reviews, answered: reputation.answered },
          ...{ mean: stars(reputation.mean), meanBefore: stars(reputation.meanBefore) },
        }),
        ...(recommended + notRecommended > 0 ? [texts.opinionsLine(recommended, notRecommended)] : []),
        texts.negativeLine(reputation.negativeMessages),
        ...(hasCases && !isDigest ? [texts.casesLine(cases)] : []),
      ],
    },
    {
      kind: "quotes",
      quotes: reputation.unhappy.map(({ id, text, rating, channelName, isAnswered }) => ({
        text: texts.quote(excerpt(text, quoteLength)),
        where: [
          rating === null ? null : texts.stars(formatNumber(language, rating)),
          excerpt(channelName, 40),
          isAnswered ? texts.answered : texts.unanswered,
        ]
          .filter(Boolean)
          .join(" · "),
        url: `${publicUrl}/reviews/${id}`,
      })),
    },
  ];
}

/** How many leads came, what they brought, and where they came from. */
export function leadsBlocks({ content, language, texts }: Saying): readonly Block[] {
  const { received, won, value, bySource } = content.leads;
  const sources = Object.entries(bySource)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([source, count]) => `${texts.sources[source] ?? source} (${formatNumber(language, count)})`);
  return [
    {
      kind: "lines",
      lines: [
        capital(texts.leadsLine(received, won, amounts(language, value))),
        ...(sources.length > 0 && received > 0 ? [texts.sourcesLine(sources.join(", "))] : []),
      ],
    },
  ];
}
