import type { FindAnswer } from "../channels/connector.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Publication } from "./model.ts";
import { policy } from "./policy.ts";
import type { Publications } from "./ports.ts";
import type { PublishedPosts } from "./published-posts.ts";
import { allPublications } from "./read-publications.ts";

export interface TwinDeps {
  readonly publications: Pick<Publications, "getMany" | "list">;
  readonly publishedPosts: Pick<PublishedPosts, "claim" | "find">;
  readonly clock: Clock;
}

/** Publications of the channel due within this of the one looked for may be mistaken for it, ms. */
const neighbourhood = 48 * 3_600_000;
const mostTwins = 5;
/** Within this of a call, what it has done is seen by whoever looks, ms. */
const seenWithin = Math.max(...policy.looks);

/**
 * What a look finds that is no other publication's. Twins, which say the same on one channel, are told apart only by
 * this: what was found is taken for one of them by a conditional write, and nothing is taken while a twin is in the
 * hands of a worker, who may be about to learn that it is his. Which twin takes which post does not matter; but one that
 * was taken for a twin may leave that twin's own behind, so nothing counts as absent until that one would be seen too.
 */
export async function untaken(
  deps: TwinDeps,
  publication: Publication,
  find: (knownRemoteIds: ReadonlySet<string>) => Promise<FindAnswer>,
): Promise<FindAnswer> {
  const lookedAt = deps.clock.nowMs();
  const known = new Set((await around(deps, publication)).flatMap(({ remoteId }) => remoteId ?? []));
  for (let round = 0; round < mostTwins; round += 1) {
    const answer = await find(known);
    if (answer.kind === "unknown") return answer;
    const others = await newestAround(deps, publication);
    if (answer.kind === "absent") {
      const isAwaited = others.some((other) => saysTheSame(other, publication) && isFresh(other, lookedAt));
      return isAwaited ? unclear("twin-just-published", "What a twin has left may not be seen yet") : answer;
    }
    const { remoteId } = answer;
    const isTaken = others.some((other) => other.remoteId === remoteId);
    if (!isTaken && others.some((other) => isInTheAir(other, publication)))
      return unclear("twin-under-way", "Another publication says the same");
    if (!isTaken && (await take(deps, publication, remoteId))) return answer;
    known.add(remoteId);
  }
  return unclear("found-a-twin", "What was found is another publication");
}

/**
 * Takes a post for a publication; false when it is another's. One that was found for a twin, whose own answer then came
 * and named another post, is nobody's: without this it would be there for ever, and its publication appear twice.
 */
async function take(
  { publications, publishedPosts }: TwinDeps,
  { id, workspaceId, channelId }: Publication,
  remoteId: string,
): Promise<boolean> {
  const post = { workspaceId, channelId, remoteId, publicationId: id };
  if (await publishedPosts.claim(post)) return true;
  const holder = (await publishedPosts.find(workspaceId, channelId, remoteId))?.publicationId;
  if (holder === undefined) return false;
  const [twin] = await publications.getMany(workspaceId, [holder]);
  const isLeft = twin?.state === "published" && twin.remoteId !== remoteId;
  return isLeft && publishedPosts.claim(post, holder);
}

/** The channel's other publications around this one that are published or may be. */
async function around({ publications }: TwinDeps, { id, workspaceId, channelId, dueAt, armed }: Publication) {
  const all = await allPublications(publications, workspaceId, {
    from: Math.max(0, dueAt - neighbourhood),
    to: (armed?.at ?? dueAt) + neighbourhood,
    channelIds: [channelId],
    states: ["scheduled", "publishing", "processing", "unconfirmed", "published"],
  });
  return all.filter((other) => other.id !== id);
}

/** The same, and the newest state of those that say the same: the calendar may be a moment behind. */
async function newestAround(deps: TwinDeps, publication: Publication): Promise<readonly Publication[]> {
  const others = await around(deps, publication);
  const open = others.filter((other) => other.state !== "published" && saysTheSame(other, publication));
  const newest = await deps.publications.getMany(
    publication.workspaceId,
    open.map(({ id }) => id),
  );
  return [...others.filter(({ state }) => state === "published"), ...newest];
}

const saysTheSame = (a: Publication, b: Publication): boolean => a.content.text.trim() === b.content.text.trim();

/**
 * A visible call of it is under way, or the platform took it and works on it: then it may still hear what is its own,
 * even if it has to be looked for, as the one that looks may not when its call was not taken.
 */
const isInTheAir = ({ state, armed, acceptedAt }: Publication, looking: Publication): boolean =>
  ((state === "publishing" || state === "processing") && (armed !== undefined || acceptedAt !== undefined)) ||
  (acceptedAt !== undefined && looking.acceptedAt === undefined);

/** Published, and what its own call has done may not be seen yet: it may have taken another's post instead. */
const isFresh = ({ state, publishedAt = 0 }: Publication, now: number): boolean =>
  state === "published" && publishedAt > now - seenWithin;

const unclear = (code: string, message: string): FindAnswer => ({
  kind: "unknown",
  cause: { class: "unknown", code, message },
});
