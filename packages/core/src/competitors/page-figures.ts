import { type Figure, figure, notAvailable } from "../channels/measurement.ts";
import { type PublicPost, type PublicPostKind, publicPostKinds } from "../channels/public-pages.ts";
import { addDays } from "../kernel/time.ts";
import { type PageDay, ripeMs } from "./model.ts";

/** Of fewer posts an average says little; it is told, and marked. */
const fewPosts = 5;
const shownBest = 3;
const daysAWeek = 7;

/** How followers changed: since the day before the period, or since the first day on which they were known. */
export interface FollowerGrowth {
  readonly change: number;
  /** 0.05 is 5 % more; `null` from nobody. */
  readonly relative: number | null;
  /** The day at whose end counting begins. */
  readonly since: string;
  /** Whether that is all of the period. */
  readonly isWhole: boolean;
}

export interface KindFigures {
  /** `null` for what we have no name for. */
  readonly kind: PublicPostKind | null;
  readonly posts: number;
  /** Of all posts, 0..1. */
  readonly share: number;
  readonly perPost: Figure;
}

export interface BestPost {
  readonly opening: string;
  readonly url: string | null;
  readonly day: string;
  readonly kind: PublicPostKind | null;
  readonly interactions: number;
}

/** What a page did in a period, as anybody could see it. */
export interface PageFigures {
  readonly followers: Figure;
  /** The day on which they were last told; `null` where they never were. */
  readonly followersOn: string | null;
  /** `null` while followers are known of one day at most. */
  readonly growth: FollowerGrowth | null;
  /** Of how many days of the period the posts are known. */
  readonly days: number;
  readonly posts: number;
  readonly postsPerWeek: Figure;
  /** The posts on which the averages rest: two days old when measured, and their interactions known. */
  readonly counted: number;
  /** Whether the averages rest on so few posts that they say little. */
  readonly isThin: boolean;
  /** Posts of that age whose interactions the platform does not tell. */
  readonly hidden: number;
  readonly interactionsPerPost: Figure;
  /** By this pages of different size are compared: interactions per post for each 1,000 followers. */
  readonly perThousandFollowers: Figure;
  /** By kind, the most used first. */
  readonly kinds: readonly KindFigures[];
  readonly best: readonly BestPost[];
}

/** Reactions, comments and, where they are told, shares; not available where reactions or comments are not. */
export function interactionsOf({ reactions, comments, shares }: PublicPost): Figure {
  if (!reactions.available) return reactions;
  if (!comments.available) return comments;
  return figure(reactions.value + comments.value + (shares.available ? shares.value : 0));
}

/**
 * The figures of a page in a period, from its days, in order, with the days before and after the period where they are
 * known: the day after stands in where no followers are known of the period. Pure, and the same for a competitor as for a
 * channel of the workspace.
 */
export function pageFigures(days: readonly PageDay[], { from, to }: { from: string; to: string }): PageFigures {
  const within = days.filter(({ day }) => day >= from && day <= to);
  const known = within.flatMap(({ day, measuredAt, posts }) =>
    posts.available
      ? [{ day, posts: posts.list.map((post) => ({ ...post, day, age: measuredAt - post.publishedAt })) }]
      : [],
  );
  const posts = known.flatMap((one) => one.posts);
  const ripe = posts.filter(({ age }) => age >= ripeMs);
  const counted = ripe.flatMap((post) => {
    const interactions = interactionsOf(post);
    return interactions.available ? [{ ...post, interactions: interactions.value }] : [];
  });
  // A page that is watched only since the day after shows its followers, too.
  const isKnown = within.some((one) => one.followers.available);
  const seen = isKnown ? within : days.filter(({ day }) => day >= from && day <= addDays(to, 1));
  const followers = followersAt(seen);
  const hidden = ripe.length - counted.length;
  const perPost = averageOf(counted, hidden);
  return {
    followers,
    followersOn: seen.findLast((one) => one.followers.available)?.day ?? null,
    growth: growthOf(days, from, to),
    days: known.length,
    posts: posts.length,
    postsPerWeek: known.length > 0 ? figure((posts.length / known.length) * daysAWeek) : whyNoPosts(within),
    counted: counted.length,
    isThin: counted.length > 0 && counted.length < fewPosts,
    hidden,
    interactionsPerPost: known.length > 0 ? perPost : whyNoPosts(within),
    perThousandFollowers: known.length > 0 ? perThousand(perPost, followers) : whyNoPosts(within),
    kinds: kindsOf(posts, ripe, counted),
    best: counted
      .filter(({ interactions }) => interactions > 0)
      .toSorted((a, b) => b.interactions - a.interactions || b.publishedAt - a.publishedAt)
      .slice(0, shownBest)
      .map(({ opening, url, day, kind, interactions }) => ({ opening, url, day, kind, interactions })),
  };
}

type Counted = PublicPost & { readonly interactions: number };

function followersAt(days: readonly PageDay[]): Figure {
  const told = days.filter(({ followers }) => followers.available).at(-1) ?? days.at(-1);
  return told?.followers ?? notAvailable("not-yet");
}

function growthOf(days: readonly PageDay[], from: string, to: string): FollowerGrowth | null {
  const told = days.flatMap(({ day, followers }) =>
    followers.available && day <= to ? [{ day, value: followers.value }] : [],
  );
  const start = told.filter(({ day }) => day < from).at(-1) ?? told[0];
  const end = told.at(-1);
  if (!start || !end || start.day === end.day) return null;
  const change = end.value - start.value;
  return {
    change,
    relative: start.value > 0 ? change / start.value : null,
    since: start.day,
    isWhole: start.day < from,
  };
}

const averageOf = (counted: readonly Counted[], hidden: number): Figure =>
  counted.length > 0
    ? figure(counted.reduce((sum, { interactions }) => sum + interactions, 0) / counted.length)
    : notAvailable(hidden > 0 ? "not-given-by-platform" : "no-cases");

function perThousand(perPost: Figure, followers: Figure): Figure {
  if (!perPost.available) return perPost;
  if (!followers.available) return followers;
  return followers.value > 0 ? figure((perPost.value / followers.value) * 1000) : notAvailable("no-cases");
}

function whyNoPosts(days: readonly PageDay[]): Figure {
  const posts = days.at(-1)?.posts;
  return notAvailable(posts && !posts.available ? posts.reason : "not-yet");
}

function kindsOf(
  posts: readonly PublicPost[],
  ripe: readonly PublicPost[],
  counted: readonly Counted[],
): KindFigures[] {
  return [...publicPostKinds, null]
    .map((kind) => {
      const of = <Post extends PublicPost>(list: readonly Post[]) => list.filter((post) => post.kind === kind);
      const [all, its] = [of(posts).length, of(counted)];
      const perPost = averageOf(its, of(ripe).length - its.length);
      return { kind, posts: all, share: all / posts.length, perPost };
    })
    .filter((one) => one.posts > 0)
    .sort((a, b) => b.posts - a.posts);
}
