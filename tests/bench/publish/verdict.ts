import type { Pace } from "#core/channels/manifest.ts";
import type { Publication } from "#core/publishing/index.ts";

/** A post as the sandbox has it. */
export interface SeenPost {
  readonly id: string;
  readonly pageId: string;
  readonly message: string;
  /** Epoch ms at which it appeared. */
  readonly createdAt: number;
}

/** What the last line of `--json` says; `README.md` tells what each means. */
export interface PublishFigures {
  readonly due: number;
  readonly published: number;
  readonly doubled: number;
  readonly lost: number;
  readonly lateMsP50: number;
  readonly lateMsP99: number;
  readonly writesPerPublication: number;
  readonly mutationsPerPublication: number;
  readonly callsPerEmptyTick: number;
}

/** How late each post appeared, ms, in rising order: against the second its channel's pace gave, and the one asked for. */
export function latenesses(publications: readonly Publication[], posts: readonly SeenPost[]) {
  const appeared = new Map(posts.map((post) => [post.id, post.createdAt]));
  const against = (second: (publication: Publication) => number) =>
    publications
      .flatMap((publication) => {
        const at = appeared.get(publication.remoteId ?? "");
        return at === undefined ? [] : [at - second(publication)];
      })
      .sort((a, b) => a - b);
  return { given: against(startOf), asked: against(({ dueAt }) => dueAt) };
}

/** The second at which its channel's pace let it begin. */
const startOf = ({ startAt, dueAt }: Publication): number => startAt ?? dueAt;

/** Posts that stand on a page more often than they were asked for. */
export const doubledIn = (posts: readonly SeenPost[]): number =>
  posts.length - new Set(posts.map(({ pageId, message }) => `${pageId} ${message}`)).size;

/** Channels that were begun on faster than their pace allows, or on which something appeared before its start. */
export function paceBreaches(
  publications: readonly Publication[],
  posts: readonly SeenPost[],
  pace: Pace,
): readonly string[] {
  const early = latenesses(publications, posts).given.filter((ms) => ms < 0).length;
  return [...(early > 0 ? [`${early} appeared before their start`] : []), ...crowdedChannels(publications, pace)];
}

/** Channels whose publications were given starts closer together than their pace allows. */
export function crowdedChannels(publications: readonly Publication[], { burst, everyMs }: Pace): readonly string[] {
  const byChannel = Map.groupBy(publications, ({ channelId }) => channelId);
  return [...byChannel].flatMap(([channelId, ofChannel]) => {
    const starts = ofChannel.map(startOf).sort((a, b) => a - b);
    const tooFast = starts.some((start, index) => {
      const within = starts.slice(index);
      return within.some((other, further) => further + 1 > burst + (other - start) / everyMs);
    });
    return tooFast ? [`${channelId} was begun on faster than its pace`] : [];
  });
}

/** The value below which the share of sorted values lies; 0 when there are none. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;

const steps = [500, 1000, 2000, 5000, 15_000, 60_000, 300_000, Number.POSITIVE_INFINITY];

/** The distribution of latenesses, a line for each step. */
export function distribution(sorted: readonly number[]): readonly string[] {
  let from = Number.NEGATIVE_INFINITY;
  return steps.flatMap((upTo) => {
    const count = sorted.filter((ms) => ms > from && ms <= upTo).length;
    from = upTo;
    if (count === 0) return [];
    const label = Number.isFinite(upTo) ? `up to ${upTo / 1000} s` : "later";
    const bar = "█".repeat(Math.max(1, Math.round((count / sorted.length) * 40)));
    return [`${label.padStart(12)} ${String(count).padStart(6)} ${bar}`];
  });
}
