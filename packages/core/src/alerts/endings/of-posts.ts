import type { Posts } from "../../content/index.ts";
import type { Clock } from "../../kernel/clock.ts";
import { isLate, type Publication, type Publications } from "../../publishing/index.ts";
import type { Alert } from "../model.ts";
import type { Ending } from "./ending.ts";
import { endingOfPieces } from "./of-pieces.ts";

export interface PostEndingDeps {
  readonly publications: Pick<Publications, "getMany">;
  readonly posts: Pick<Posts, "get">;
  readonly clock: Clock;
}

/** The key of a post's evidence: its publication, the part of it that failed, the claim by which it failed or its time. */
const publicationIn = (key: string): string => key.split(" ")[0] ?? "";
const partIn = (key: string): string | undefined => key.split(" ").find((word) => isPart(word));
const isPart = (word: string): boolean => word === "thread-part" || word === "first-comment";

/** Asks for each of an alert's posts whether it has come past its trouble. */
const endingOfPosts = (
  { publications }: PostEndingDeps,
  alert: Alert,
  endingOf: (post: Publication, key: string) => Ending | undefined | Promise<Ending | undefined>,
): Promise<Ending | undefined> =>
  endingOfPieces(alert, async (keys) => {
    const found = await publications.getMany(alert.workspaceId, keys.map(publicationIn));
    const byId = new Map(found.map((post) => [post.id, post]));
    return Promise.all(
      keys.map((key) => {
        const post = byId.get(publicationIn(key));
        return post ? endingOf(post, key) : "gone";
      }),
    );
  });

/** Posts that failed over one cause: each is out, or given up with its post; another attempt is no end. */
export function endingOfFailed(deps: PostEndingDeps, alert: Alert): Promise<Ending | undefined> {
  const { code } = alert.params;
  return endingOfPosts(deps, alert, async (post, key) => {
    const part = partIn(key);
    if (part !== undefined) return endingOfPart(post, part, code);
    if (post.state === "published" || post.state === "canceled") return post.state;
    if (post.state !== "failed") return undefined;
    if (post.failure?.code !== code) return "failed-otherwise";
    const whole = await deps.posts.get(alert.workspaceId, post.postId);
    if (!whole) return "gone";
    return whole.state === "canceled" ? "canceled" : undefined;
  });
}

function endingOfPart({ followUps = [] }: Publication, part: string, code: unknown): Ending | undefined {
  const ofPart = followUps.filter(({ kind }) => kind === part);
  if (ofPart.length === 0) return "gone";
  const failed = ofPart.find(({ state }) => state === "failed");
  if (failed) return failed.failure?.code === code ? undefined : "failed-otherwise";
  if (ofPart.some(({ state }) => state === "canceled")) return "follow-up-given-up";
  return ofPart.every(({ state }) => state === "published") ? "follow-up-published" : undefined;
}

/** Posts past their time: each is out, off the calendar, given another time, or has failed, which is told for itself. */
export const endingOfLate = (deps: PostEndingDeps, alert: Alert): Promise<Ending | undefined> =>
  endingOfPosts(deps, alert, (post) => (isLate(post, deps.clock.nowMs()) ? undefined : endingByState(post)));

function endingByState({ state }: Publication): Ending | undefined {
  if (state === "published" || state === "canceled") return state;
  if (state === "failed") return "given-up";
  return state === "scheduled" ? "moved" : "tried-again";
}

/** A post of which it was not known whether it is out: it is known now. */
export async function endingOfUnconfirmed(deps: PostEndingDeps, alert: Alert): Promise<Ending | undefined> {
  const ids = alert.evidence.slice(-1).map(({ key }) => publicationIn(key));
  const [post] = await deps.publications.getMany(alert.workspaceId, ids);
  if (!post) return "gone";
  if (post.state === "unconfirmed") return undefined;
  return post.state === "scheduled" ? "tried-again" : endingByState(post);
}
