import type { Page, Post } from "./model.ts";
import type { World } from "./world.ts";

const hourMs = 3_600_000;

/** The share of the followers that a post of a kind reaches within a day. */
const dailyShare = { text: 0.06, link: 0.05, photo: 0.09, video: 0.14 };
/** What of it is reached at once; the rest follows evenly over 24 hours. */
const atOnce = 0.4;
const peoplePerInteraction = 2;
const viewsPerPerson = 1.3;
const clicksPerPerson = { text: 0.005, link: 0.03, photo: 0.015, video: 0.01 };

export const followersAt = (world: World, page: Page, at: number): number =>
  world.follows
    .list((it) => it.pageId === page.id && it.at <= at)
    .reduce((sum, { gained, lost }) => sum + gained - lost, page.baseFollowers);

export type PostKind = keyof typeof dailyShare;

export const kindOf = (post: Post): PostKind =>
  post.videoId ? "video" : post.photoIds.length > 0 ? "photo" : post.link ? "link" : "text";

export interface PostFigures {
  readonly people: number;
  readonly views: number;
  readonly clicks: number;
  readonly reactions: number;
  readonly comments: number;
  readonly shares: number;
}

const nothing: PostFigures = { people: 0, views: 0, clicks: 0, reactions: 0, comments: 0, shares: 0 };

/**
 * What a post had come to at an instant. The model, the same for the same history: people = followers × the share of its
 * kind × (0.4 at once, rising to 1 over 24 hours) + 2 for each interaction of the audience; views = 1.3 × people;
 * clicks = people × the rate of its kind. Reactions, comments and shares are counted as they are.
 */
export function figuresAt(world: World, page: Page, post: Post, at: number): PostFigures {
  if (post.createdAt > at || post.removed) return nothing;
  const kind = kindOf(post);
  const on = (it: { postId: string; createdAt: number }) => it.postId === post.id && it.createdAt <= at;
  const reactions = world.reactions.list(on).length;
  const comments = world.comments.list((it) => on(it) && !it.removed && it.from.id !== page.id).length;
  const shares = world.shares.list(on).length;
  const grown = atOnce + (1 - atOnce) * Math.min(1, (at - post.createdAt) / (24 * hourMs));
  const organic = followersAt(world, page, post.createdAt) * dailyShare[kind] * grown;
  const people = Math.round(organic) + peoplePerInteraction * (reactions + comments + shares);
  return {
    people,
    views: Math.round(people * viewsPerPerson),
    clicks: Math.round(people * clicksPerPerson[kind]),
    reactions,
    comments,
    shares,
  };
}

export interface DayFigures {
  readonly people: number;
  readonly views: number;
  readonly engagements: number;
  readonly gained: number;
  readonly lost: number;
  readonly followers: number;
}

/** What the page came to in `[from, to)`: the growth of each of its posts, and its followers. */
export function pageFigures(world: World, page: Page, from: number, to: number): DayFigures {
  const end = Math.min(to, world.clock.nowMs());
  const growth = world.posts
    .list((it) => it.pageId === page.id && it.from.id === page.id && it.createdAt <= end)
    .map((post) => ({ before: figuresAt(world, page, post, from - 1), after: figuresAt(world, page, post, end) }));
  const sum = (of: (figures: PostFigures) => number) =>
    growth.reduce((total, { before, after }) => total + Math.max(0, of(after) - of(before)), 0);
  const follows = world.follows.list((it) => it.pageId === page.id && it.at >= from && it.at <= end);
  return {
    people: sum((it) => it.people),
    views: sum((it) => it.views),
    engagements: sum((it) => it.reactions + it.comments + it.shares + it.clicks),
    gained: follows.reduce((total, it) => total + it.gained, 0),
    lost: follows.reduce((total, it) => total + it.lost, 0),
    followers: followersAt(world, page, end),
  };
}
