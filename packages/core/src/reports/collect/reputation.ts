import type { Case, Cases } from "../../cases/index.ts";
import type { Thread } from "../../inbox/index.ts";
import { importedChannel, isNegative, type Review, type Reviews, reviewFiguresOf } from "../../reviews/index.ts";
import type { ReportReputation } from "../content.ts";

interface Instants {
  readonly from: number;
  readonly to: number;
}

const shownReviews = 3;
/** So many cases of a state are counted. */
const mostCases = 200;

/**
 * What people said about the company in a time, and what became of it; of a report on everything, imported reviews are a
 * part. Queries: two a channel, two for imported reviews, three for cases.
 */
export async function collectReputation(
  deps: { reviews: Pick<Reviews, "listByChannelAndTime">; cases: Pick<Cases, "list"> },
  workspaceId: string,
  wanted: {
    readonly channels: readonly { readonly id: string; readonly name: string }[];
    readonly range: Instants;
    readonly before: Instants;
    readonly waiting: readonly Thread[];
    readonly negativeMessages: number;
    readonly now: number;
    /** Whether the report speaks of a channel, or of what belongs to none. */
    readonly isMeant: (channelId: string | undefined) => boolean;
  },
): Promise<ReportReputation & { readonly openCases: readonly Case[] }> {
  const { channels, range, before, waiting, now, isMeant } = wanted;
  const places = [...channels.map(({ id }) => id), ...(isMeant(undefined) ? [importedChannel] : [])];
  const reviewsIn = async ({ from, to }: Instants) => {
    const lists = places.map((id) => deps.reviews.listByChannelAndTime(workspaceId, id, from, to));
    return (await Promise.all(lists)).flat().filter(({ state, known }) => known && state !== "gone");
  };
  const [reviews, earlier, open, inWork, closed] = await Promise.all([
    reviewsIn(range),
    reviewsIn(before),
    ...(["open", "in-work", "closed"] as const).map((state) =>
      deps.cases.list(workspaceId, state, mostCases, undefined),
    ),
  ]);
  const names = new Map(channels.map(({ id, name }) => [id, name]));
  const ours = (cases: readonly Case[] = []) => cases.filter(({ channelId }) => isMeant(channelId));
  const within = (at: number | undefined) => at !== undefined && at >= range.from && at < range.to;
  const [stillOpen, over] = [[...ours(open), ...ours(inWork)], ours(closed)];
  const figures = reviewFiguresOf(reviews);
  return {
    reviews: figures.count,
    answered: figures.answered,
    rated: figures.rated,
    mean: figures.mean,
    meanBefore: reviewFiguresOf(earlier).mean,
    recommended: figures.recommending,
    notRecommended: figures.notRecommending,
    negativeMessages: wanted.negativeMessages,
    waiting: waiting.length,
    overdue: waiting.filter(({ dueAt }) => dueAt !== undefined && dueAt < now).length,
    unhappy: unhappyOf(reviews, names),
    cases: {
      opened: [...stillOpen, ...over].filter(({ openedAt }) => within(openedAt)).length,
      closed: over.filter(({ closedAt }) => within(closedAt)).length,
      stillOpen: stillOpen.length,
    },
    openCases: ours(open),
  };
}

function unhappyOf(reviews: readonly Review[], names: ReadonlyMap<string, string>): ReportReputation["unhappy"] {
  return reviews
    .filter((review) => isNegative(review) && review.text.trim() !== "")
    .sort((a, b) => Number(a.state === "answered") - Number(b.state === "answered") || b.occurredAt - a.occurredAt)
    .slice(0, shownReviews)
    .map(({ id, text, rating, channelId, state, imported }) => ({
      id,
      text,
      rating: rating ?? null,
      channelName: names.get(channelId) ?? imported?.place ?? "",
      isAnswered: state === "answered",
    }));
}
