import type { Account, Media } from "./model.ts";
import type { World } from "./world.ts";

const dayMs = 24 * 3_600_000;

/** The share of the followers that a publication of a kind reaches within a day; half of it at once. */
const dailyShare = { FEED: 0.22, REELS: 0.41, STORY: 0.12 };
const viewsPerPerson = { FEED: 1.4, REELS: 1.9, STORY: 1.1 };
const atOnce = 0.5;
/** Of those who like, how many also save and share. */
const savedPerLike = 0.12;
const sharedPerLike = 0.07;

export const followersAt = (world: World, account: Account, at: number): number =>
  world.follows
    .list((it) => it.accountId === account.id && it.at <= at)
    .reduce((sum, { gained, lost }) => sum + gained - lost, account.followers);

export interface MediaFigures {
  readonly people: number;
  readonly views: number;
  readonly likes: number;
  readonly comments: number;
  readonly shares: number;
  readonly saved: number;
}

const nothing: MediaFigures = { people: 0, views: 0, likes: 0, comments: 0, shares: 0, saved: 0 };

/**
 * What a publication had come to at an instant. The model, the same for the same history: people = followers × the share
 * of its kind × (half at once, rising to all over 24 hours) + 2 for each comment; views a multiple of people; likes rise
 * the same way to what they are; saves and shares are parts of the likes.
 */
export function mediaFigures(world: World, account: Account, media: Media, at: number): MediaFigures {
  if (media.createdAt > at) return nothing;
  const grown = atOnce + (1 - atOnce) * Math.min(1, (at - media.createdAt) / dayMs);
  const isBy = ({
    mediaId,
    createdAt,
    removed,
    from,
  }: {
    mediaId: string;
    createdAt: number;
    removed?: boolean | undefined;
    from: { id: string };
  }) => mediaId === media.id && createdAt <= at && !removed && from.id !== account.id;
  const comments = world.comments.list(isBy).length;
  const likes = Math.round(media.likes * grown);
  const people =
    Math.round(followersAt(world, account, media.createdAt) * dailyShare[media.product] * grown) + 2 * comments;
  return {
    people,
    views: Math.round(people * viewsPerPerson[media.product]),
    likes,
    comments,
    shares: Math.round(likes * sharedPerLike),
    saved: Math.round(likes * savedPerLike),
  };
}

export interface AccountFigures extends MediaFigures {
  readonly gained: number;
  readonly lost: number;
}

/** What the account came to in `[from, to)`: the growth of each of its publications, and who came and went. */
export function accountFigures(world: World, account: Account, from: number, to: number): AccountFigures {
  const growth = world.media
    .list((it) => it.accountId === account.id && it.createdAt < to)
    .map((media) => [mediaFigures(world, account, media, from - 1), mediaFigures(world, account, media, to)] as const);
  const sum = (of: (figures: MediaFigures) => number) =>
    growth.reduce((total, [before, after]) => total + Math.max(0, of(after) - of(before)), 0);
  const follows = world.follows.list((it) => it.accountId === account.id && it.at >= from && it.at < to);
  return {
    people: sum((it) => it.people),
    views: sum((it) => it.views),
    likes: sum((it) => it.likes),
    comments: sum((it) => it.comments),
    shares: sum((it) => it.shares),
    saved: sum((it) => it.saved),
    gained: follows.reduce((total, it) => total + it.gained, 0),
    lost: follows.reduce((total, it) => total + it.lost, 0),
  };
}
