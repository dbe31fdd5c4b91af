import * as v from "valibot";
import { median } from "./median.ts";
import { type ContentType, contentTypes } from "./model.ts";
import type { PublicationResult } from "./ports.ts";

/*
 * What is usual for a channel: its own publications of the same content type, of the last 90 days, once they had two days
 * to be seen. One definition for the dashboard, for what stands beside a publication and for the alert of one far over it.
 */

/** How far back a norm looks, and at how many of a channel's publications at most. */
export const normHistoryMs = 90 * 86_400_000;
export const mostCompared = 200;
/** Interactions grow for two days: only what had as long is a measure for others. */
export const ripeMs = 48 * 3_600_000;
/** Of fewer nothing is said. */
export const fewestForNorm = 12;

/** The middle half of some values: a quarter lies below `low`, half below `middle`, three quarters below `high`. */
export const quartilesSchema = v.object({ low: v.number(), middle: v.number(), high: v.number() });
export type Quartiles = v.InferOutput<typeof quartilesSchema>;

const normFigures = {
  interactions: v.nullable(quartilesSchema),
  /** People, or views where people are not given. */
  reach: v.nullable(quartilesSchema),
  /** Interactions / reach. */
  engagementRate: v.nullable(quartilesSchema),
};

/** What is usual for a content type; a figure that fewer than `fewestForNorm` have is `null`. */
export const typeNormSchema = v.object({
  contentType: v.picklist(contentTypes),
  posts: v.number(),
  ...normFigures,
});
export type TypeNorm = v.InferOutput<typeof typeNormSchema>;

/** A value beside what is usual. */
const besideSchema = v.object({
  value: v.number(),
  usual: quartilesSchema,
  /** The value / the middle of the usual. */
  times: v.number(),
});
export type BesideNorm = v.InferOutput<typeof besideSchema>;

/** A publication beside its norm; where there is none, how many others there are. */
export const standingSchema = v.object({
  contentType: v.picklist(contentTypes),
  /** The others that it is held against, and how many it takes. */
  posts: v.number(),
  neededPosts: v.number(),
  /** Younger than two days: its figures still grow, so it can only be undervalued. */
  young: v.boolean(),
  interactions: v.nullable(besideSchema),
  reach: v.nullable(besideSchema),
  engagementRate: v.nullable(besideSchema),
});
export type Standing = v.InferOutput<typeof standingSchema>;

/** Whether a publication is a measure for others. */
export const isRipe = ({ publishedAt }: Pick<PublicationResult, "publishedAt">, now: number): boolean =>
  now - publishedAt >= ripeMs;

/** The others of a publication's content type that are a measure for it. */
export const peersOf = (
  results: readonly PublicationResult[],
  { publicationId, contentType }: Pick<PublicationResult, "publicationId" | "contentType">,
  now: number,
): readonly PublicationResult[] =>
  results.filter(
    (other) => other.publicationId !== publicationId && other.contentType === contentType && isRipe(other, now),
  );

/** What is usual for each content type that a channel has used, the most used first. Pure. */
export function typeNorms(results: readonly PublicationResult[], now: number): TypeNorm[] {
  return contentTypes
    .map((contentType) => normOf(contentType, peersOf(results, { publicationId: "", contentType }, now)))
    .filter(({ posts }) => posts > 0)
    .sort((a, b) => b.posts - a.posts);
}

/** How a publication stands among the others of its kind. Pure. */
export function standingOf(results: readonly PublicationResult[], own: PublicationResult, now: number): Standing {
  const { posts, ...norm } = normOf(own.contentType, peersOf(results, own, now));
  const beside = (value: number | null, usual: Quartiles | null): BesideNorm | null =>
    value === null || usual === null || usual.middle <= 0 ? null : { value, usual, times: value / usual.middle };
  return {
    contentType: own.contentType,
    posts,
    neededPosts: fewestForNorm,
    young: !isRipe(own, now),
    interactions: beside(known(own.interactions), norm.interactions),
    reach: beside(known(own.reach), norm.reach),
    engagementRate: beside(rateOf(own), norm.engagementRate),
  };
}

function normOf(contentType: ContentType, of: readonly PublicationResult[]): TypeNorm {
  const usual = (values: readonly (number | null)[]): Quartiles | null => {
    const there = values.filter((value) => value !== null);
    return there.length < fewestForNorm ? null : quartilesOf(there);
  };
  return {
    contentType,
    posts: of.length,
    interactions: usual(of.map(({ interactions }) => known(interactions))),
    reach: usual(of.map(({ reach }) => known(reach))),
    engagementRate: usual(of.map(rateOf)),
  };
}

const known = (figure: PublicationResult["reach"]): number | null => (figure.available ? figure.value : null);

/** Interactions / reach; `null` where either is not known or nobody was reached. */
export const rateOf = ({ interactions, reach }: PublicationResult): number | null =>
  interactions.available && reach.available && reach.value > 0 ? interactions.value / reach.value : null;

/** Median, and the medians of the halves on both sides of it (Tukey's hinges). */
function quartilesOf(values: readonly number[]): Quartiles {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.ceil(sorted.length / 2);
  return { low: median(sorted.slice(0, half)), middle: median(sorted), high: median(sorted.slice(-half)) };
}
