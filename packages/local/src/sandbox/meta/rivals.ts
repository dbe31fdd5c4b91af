import { createHash } from "node:crypto";

/** A page of somebody else's: what it posts and how people take it follow from it and the day alone. */
export interface Rival {
  readonly id: string;
  /** The short name, as in its address. */
  readonly username: string;
  readonly name: string;
  /** On the first of January 2026, and how many come each day. */
  readonly followers: number;
  readonly daily: number;
  /** How many posts a week, of which kinds by turns. */
  readonly postsAWeek: number;
  readonly kinds: readonly RivalKind[];
  /** Reactions to a usual post for each 1,000 followers. */
  readonly liveliness: number;
  readonly texts: readonly string[];
  /** Nobody is told how many like its posts. */
  readonly hidesLikes?: true;
}

export type RivalKind = "image" | "video" | "carousel" | "link" | "text";

export interface RivalPost {
  readonly id: string;
  readonly createdAt: number;
  readonly kind: RivalKind;
  readonly text: string;
  readonly reactions: number;
  readonly comments: number;
  readonly shares: number;
}

const dayMs = 86_400_000;
const start = Date.UTC(2026, 0, 1);
/** Further back than anybody looks. */
const shownDays = 150;
/** Video is liked most, bare text least. */
const byKind: Readonly<Record<RivalKind, number>> = { image: 1, video: 1.8, carousel: 1.4, link: 0.5, text: 0.6 };

/** The same number, 0..1, for the same words. */
const chance = (...of: readonly (string | number)[]): number =>
  createHash("sha256").update(of.join("/")).digest().readUInt32BE(0) / 2 ** 32;

/** How many follow a page at an instant. */
export const rivalFollowers = ({ id, followers, daily }: Rival, at: number): number =>
  followers + Math.max(0, Math.round(((at - start) / dayMs) * daily + chance(id, Math.floor(at / dayMs)) * daily));

/** The posts of a page until an instant, the newest first: half of what people do comes at once, all within two days. */
export function rivalPosts(rival: Rival, at: number): readonly RivalPost[] {
  const posts: RivalPost[] = [];
  const today = Math.floor(at / dayMs);
  for (let day = today; day > today - shownDays; day -= 1) {
    const count = Math.floor(rival.postsAWeek / 7) + (chance(rival.id, day) < (rival.postsAWeek / 7) % 1 ? 1 : 0);
    for (let index = count - 1; index >= 0; index -= 1) {
      const post = postOf(rival, day, index, at);
      if (post.createdAt <= at) posts.push(post);
    }
  }
  return posts;
}

function postOf(rival: Rival, day: number, index: number, at: number): RivalPost {
  const { id, kinds, texts, liveliness } = rival;
  // Between 8 and 19 o'clock in Kyiv, those of a day one after another.
  const createdAt = day * dayMs + Math.round((6 + 5 * index + chance(id, day, index, "when") * 5) * 3_600_000);
  const turn = Math.floor(chance(id, day, index, "kind") * kinds.length);
  const kind = kinds[turn] ?? "image";
  const grown = 0.5 + 0.5 * Math.min(1, Math.max(0, at - createdAt) / (2 * dayMs));
  const usual = (rivalFollowers(rival, createdAt) / 1000) * liveliness * byKind[kind];
  const reactions = Math.round(usual * (0.6 + 0.8 * chance(id, day, index, "luck")) * grown);
  return {
    id: `${day}${index}`,
    createdAt,
    kind,
    text: texts[Math.floor(chance(id, day, index, "text") * texts.length)] ?? "",
    reactions,
    comments: Math.round(reactions * 0.07),
    shares: Math.round(reactions * 0.04),
  };
}
