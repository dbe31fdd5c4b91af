import * as v from "valibot";
import type { PublishFollowUp } from "../channels/connector.ts";
import { courseSchema, type FollowUp, notBegun } from "./course.ts";
import { ofFollowUp } from "./errors.ts";
import type { Publication, PublicationContent } from "./model.ts";

/**
 * Whose turn it is: the post's (`undefined`), or that of the follow-up with this index. What follows the post takes the
 * same way as the post, step by step: it is looked at as a publication (`seenAt`), changed by the same transitions, and
 * kept in its place (`keptAt`). One lease, one fence and one version hold for all of it.
 */
export type Turn = number | undefined;

/** The first follow-up that is not published; the post while there is none, or when all are. */
export function turnOf({ followUps = [] }: Pick<Publication, "followUps">): Turn {
  const index = followUps.findIndex(({ state }) => state !== "published");
  return index < 0 ? undefined : index;
}

/** What follows the post of this content, in its order: the parts of the thread, then the first comment. */
export const followUpsIn = ({ thread = [], firstComment }: PublicationContent) => [
  ...thread.map((part) => ({ kind: "thread-part" as const, ...part })),
  ...(firstComment === undefined ? [] : [{ kind: "first-comment" as const, text: firstComment, media: [] }]),
];

/** A follow-up seen as a publication: with its own text, files and course, due when the post appeared. */
export function seenAt(publication: Publication, turn: Turn): Publication {
  const followUp = turn === undefined ? undefined : publication.followUps?.[turn];
  if (turn === undefined || !followUp) return publication;
  const { kind: _kind, ...course } = followUp;
  const { text = "", media = [] } = followUpsIn(publication.content)[turn] ?? {};
  const content = { revision: publication.content.revision, text, media };
  const dueAt = publication.publishedAt ?? publication.dueAt;
  return { ...publication, ...notBegun, ...course, followUps: undefined, content, dueAt };
}

/** The publication seen as that whose turn it is. */
export const inTurn = (publication: Publication): Publication => seenAt(publication, turnOf(publication));

/** The publication with what was seen of it put back; when a follow-up is published, the next one can begin at once. */
export function keptAt(publication: Publication, turn: Turn, seen: Publication, now: number): Publication {
  const kind = turn === undefined ? undefined : publication.followUps?.[turn]?.kind;
  if (turn === undefined || kind === undefined) return seen;
  const course = v.parse(courseSchema, { ...seen, failure: seen.failure && ofFollowUp(seen.failure) });
  const changed: FollowUp = { kind, ...course };
  const followUps = publication.followUps?.map((followUp, index) => (index === turn ? changed : followUp));
  const before = new Set(publication.history);
  const history = seen.history.map((entry) =>
    before.has(entry) ? entry : { ...entry, params: { ...entry.params, followUp: turn + 1, kind } },
  );
  const { lease, fence, nextAt, wakeAt } = seen;
  const next: Publication = { ...publication, followUps, history, lease, fence, nextAt, wakeAt };
  return seen.state === "published" && turnOf(next) !== undefined ? { ...next, nextAt: now, wakeAt: now } : next;
}

/** What the connector is told of the follow-up with this index; `media` are its files with their addresses. */
export function followUpAt(
  publication: Publication,
  turn: number,
  { text, media }: Pick<PublishFollowUp, "text" | "media">,
): PublishFollowUp {
  const { remoteId: postRemoteId = "", followUps = [] } = publication;
  const kind = followUps[turn]?.kind ?? "first-comment";
  const before = kind === "thread-part" ? followUps[turn - 1]?.remoteId : undefined;
  return { kind, text, media, postRemoteId, parentRemoteId: before ?? postRemoteId };
}
