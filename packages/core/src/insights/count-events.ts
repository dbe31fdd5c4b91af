import { durationsOf } from "./durations.ts";
import { eachType, type KpiParts, noParts, type ResponseParts } from "./kpi-parts.ts";
import { addCounts } from "./part.ts";
import type { RawAnswer, RawEvents, RawLead, RawMessage, RawPublication, RawReview } from "./ports.ts";

/** Everything that happened on a channel in some time. */
export interface EventRows {
  readonly messages: readonly RawMessage[];
  readonly answers: readonly RawAnswer[];
  readonly reviews: readonly RawReview[];
  readonly leads: readonly RawLead[];
  readonly publications: readonly RawPublication[];
}

/** Reads what happened on a channel in `[from, to)`. */
export async function readEvents(
  raw: RawEvents,
  { workspaceId, channelId }: { workspaceId: string; channelId: string },
  { from, to }: { from: number; to: number },
): Promise<EventRows> {
  const [talk, reviews, leads, publications] = await Promise.all([
    raw.talk(workspaceId, channelId, from, to),
    raw.reviews(workspaceId, channelId, from, to),
    raw.leads(workspaceId, channelId, from, to),
    raw.publications(workspaceId, channelId, from, to),
  ]);
  return { ...talk, reviews, leads, publications };
}

/** When each of them happened, epoch ms. */
export const timesOf = ({ messages, answers, reviews, leads, publications }: EventRows): readonly number[] => [
  ...[...messages, ...answers, ...reviews].map(({ occurredAt }) => occurredAt),
  ...leads.map(({ createdAt }) => createdAt),
  ...publications.map(({ publishedAt }) => publishedAt),
];

/** The parts of the KPIs that come from events. Pure. */
export function countEvents({ messages, answers, reviews, leads, publications }: EventRows): KpiParts {
  return {
    ...noParts,
    types: eachType((type) => ({
      ...noParts.types[type],
      posts: publications.filter(({ contentType }) => contentType === type).length,
    })),
    leads: {
      count: leads.length,
      won: leads.filter(({ won }) => won).length,
      bySource: addCounts(leads.map(({ source }) => ({ [source]: 1 }))),
      value: addCounts(leads.map(({ won, value }) => (won && value ? { [value.currency]: value.minorUnits } : {}))),
    },
    response: countResponses([...messages, ...reviews], answers),
    negative: {
      ...noParts.negative,
      messages: messages.filter(({ negative }) => negative).length,
      lowReviews: reviews.filter(isLow).length,
    },
  };
}

/** One or two stars, or no recommendation. */
export const isLow = ({ rating, recommends }: Pick<RawReview, "rating" | "recommends">): boolean =>
  rating === null ? recommends === false : rating <= 2;

function countResponses(all: readonly (RawMessage | RawReview)[], answers: readonly RawAnswer[]): ResponseParts {
  const received = all.filter(({ needsAnswer }) => needsAnswer);
  const times = received.map(({ firstResponseMs }) => firstResponseMs).filter((ms) => ms !== null);
  const targeted = received.filter(({ targetMs }) => targetMs !== null);
  return {
    received: received.length,
    answered: received.filter(({ answered }) => answered).length,
    targeted: targeted.length,
    within: targeted.filter(({ firstResponseMs: ms, targetMs }) => ms !== null && ms <= (targetMs ?? 0)).length,
    durations: durationsOf(times),
    scored: answers.length,
    points: answers.reduce((sum, { score }) => sum + score, 0),
  };
}
