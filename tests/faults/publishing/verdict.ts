import type { DomainEvent } from "#core/kernel/events.ts";
import { isFinal, type Publication } from "#core/publishing/index.ts";
import type { Promises } from "./persons.ts";
import type { VisiblePost } from "./platform.ts";

/** The invariants of a run, and under which figure a breach of each is counted. */
export const invariants = {
  /** Each visible thing of a publication appears at most once. */
  "appears once": "doubled",
  /** `published` is on the platform under the remote id, as it was recorded. */
  "published is there": "lost",
  /** `failed` and `canceled` are not on the platform, unless the failure says that nobody could tell. */
  "not published is not there": "lost",
  /** What was accepted for the calendar is there to be published. */
  "accepted is kept": "lost",
  /** An edit that was accepted before the claim is what appears. */
  "accepted edits appear": "lost",
  /** What was canceled stays so. */
  "canceled stays canceled": "lost",
  /** There is an event for the final state. */
  "the end is announced": "lost",
  /** Everything is over within the horizon. */
  "everything ends": "stuck",
} as const;
export type Invariant = keyof typeof invariants;
export type Figure = (typeof invariants)[Invariant];

export interface Breach {
  readonly invariant: Invariant;
  readonly what: string;
}

/** What is known at the end of a run. */
export interface Facts {
  readonly publications: readonly Publication[];
  readonly posts: readonly VisiblePost[];
  readonly events: readonly DomainEvent[];
  /** Channel id → page on the platform. */
  readonly pages: ReadonlyMap<string, string>;
  readonly promises: Promises;
  /** Nothing was left to happen before the horizon. */
  readonly quietened: boolean;
}

/** Failures that say "look yourself": it may be there. */
const undecided: ReadonlySet<string> = new Set(["publication-unsettled", "publication-processing-too-long"]);

/** Every breach of an invariant in a run. */
export function breachesOf(facts: Facts): readonly Breach[] {
  const { promises, publications } = facts;
  const breaches: Breach[] = [];
  const known = new Set(publications.map(({ id }) => id));
  for (const id of promises.scheduled) {
    if (!known.has(id)) breaches.push({ invariant: "accepted is kept", what: `${id} is not on the calendar` });
  }
  for (const publication of publications) breaches.push(...breachesBy(publication, facts));
  if (!facts.quietened) breaches.push({ invariant: "everything ends", what: "something goes on beyond the horizon" });
  return breaches;
}

function breachesBy(publication: Publication, { posts, events, pages, promises }: Facts): readonly Breach[] {
  const { id, postId, channelId, state, content, failure, remoteId } = publication;
  const breaches: Breach[] = [];
  const breach = (invariant: Invariant, what: string): void => {
    breaches.push({ invariant, what: `${postId} on ${channelId} is ${state}: ${what}` });
  };
  const page = pages.get(channelId);
  const visible = posts.filter((post) => post.page === page && post.text.startsWith(`${postId} `));
  if (visible.length > 1) breach("appears once", `it is on the platform ${visible.length} times`);
  if (!isFinal(publication)) breach("everything ends", "it does not go on");
  if (state === "published") {
    const shown = visible.find((post) => post.id === remoteId);
    if (!shown) breach("published is there", `${remoteId} is not on the platform`);
    else if (shown.text !== content.text) breach("published is there", `"${shown.text}" instead of "${content.text}"`);
    if (content.revision < (promises.revisions.get(id) ?? 0)) breach("accepted edits appear", content.text);
  }
  if (state === "canceled" || (state === "failed" && !undecided.has(failure?.code ?? ""))) {
    if (visible.length > 0) breach("not published is not there", `${visible[0]?.id} is visible; ${failure?.code}`);
  }
  if (promises.canceled.has(id) && !promises.rescheduled.has(id) && state !== "canceled") {
    breach("canceled stays canceled", "it was canceled in time");
  }
  const announced = events.some(({ type, data }) => type === `publication.${state}` && isAbout(data, id));
  if (isFinal(publication) && !announced) breach("the end is announced", `no publication.${state}`);
  return breaches;
}

const isAbout = (data: unknown, publicationId: string): boolean =>
  typeof data === "object" && data !== null && "publicationId" in data && data.publicationId === publicationId;
