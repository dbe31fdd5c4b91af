import type { DomainEvent } from "#core/kernel/events.ts";
import { isFinal, type Publication } from "#core/publishing/index.ts";
import { followUpsIn } from "#core/publishing/turn.ts";
import type { PaceWatch } from "./pace-watch.ts";
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
  /** What follows a post appears after it, in order. */
  "follow-ups keep their order": "lost",
  /** There is an event for the final state. */
  "the end is announced": "lost",
  /** Publications begin on a channel no faster than its pace lets them; see `paceWatch`. */
  "a channel's pace is kept": "hurried",
  /** Once a worker was told to wait with a channel, no other one calls the platform for it before. */
  "a closed channel is left alone": "hurried",
  /** What is held back is so because of its own channel. */
  "no channel waits for another": "stuck",
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
  readonly promises: Promises;
  /** Nothing was left to happen before the horizon. */
  readonly quietened: boolean;
  readonly paces: PaceWatch;
}

/** Every breach of an invariant in a run. */
export function breachesOf(facts: Facts): readonly Breach[] {
  const { promises, publications } = facts;
  const breaches: Breach[] = [...facts.paces.breaches()];
  const known = new Set(publications.map(({ id }) => id));
  for (const id of promises.scheduled) {
    if (!known.has(id)) breaches.push({ invariant: "accepted is kept", what: `${id} is not on the calendar` });
  }
  for (const publication of publications) breaches.push(...breachesBy(publication, facts));
  if (!facts.quietened) breaches.push({ invariant: "everything ends", what: "something goes on beyond the horizon" });
  return breaches;
}

function breachesBy(publication: Publication, facts: Facts): readonly Breach[] {
  const { events, promises } = facts;
  const { id, postId, channelId, state, content, failure, remoteId, history } = publication;
  const breaches: Breach[] = [];
  const breach: Report = (invariant, what) => {
    breaches.push({ invariant, what: `${postId} on ${channelId} is ${state}: ${what}` });
  };
  const { ours, unsettledTwins, sharesPost } = sharesOf(publication, facts);
  const visible = ours.filter((post) => post.parent === undefined);
  if (visible.length > 1 + unsettledTwins) breach("appears once", `it is on the platform ${visible.length} times`);
  if (sharesPost) breach("published is there", `${remoteId} is another publication's`);
  if (!isFinal(publication)) breach("everything ends", "it does not go on");
  if (state === "published") {
    const shown = visible.find((post) => post.id === remoteId);
    if (!shown) breach("published is there", `${remoteId} is not on the platform`);
    else if (shown.text !== content.text) breach("published is there", `"${shown.text}" instead of "${content.text}"`);
    const edit = promises.edits.get(id);
    if (edit && content.revision < edit.revision && content.text !== edit.text)
      breach("accepted edits appear", content.text);
  }
  if (state === "canceled" || (state === "failed" && mayBeBelieved(failure))) {
    if (visible.length > unsettledTwins)
      breach("not published is not there", `${visible[0]?.id} is visible; ${failure?.code}`);
  }
  if (promises.canceled.has(id) && !promises.rescheduled.has(id) && state !== "canceled") {
    breach("canceled stays canceled", "it was canceled in time");
  }
  const isAnnounced = (type: string): boolean => events.some((event) => event.type === type && isAbout(event.data, id));
  if (isFinal(publication) && !isAnnounced(`publication.${state}`))
    breach("the end is announced", `no publication.${state}`);
  checkFollowUps(
    publication,
    ours.filter((post) => post.parent !== undefined),
    breach,
  );
  if (promises.retried.has(id) && !history.some(({ what }) => what === "follow-up-retried"))
    breach("accepted is kept", "the retry of a follow-up");
  const followUpFailed = (publication.followUps ?? []).some((followUp) => followUp.state === "failed");
  if (followUpFailed && !isAnnounced("publication.follow-up-failed")) breach("the end is announced", "of a follow-up");
  return breaches;
}

/**
 * What is on the platform and may be a publication's: what begins like it and is not recorded for one that says the same.
 * Of twins that nobody could settle each may still own one.
 */
function sharesOf({ id, channelId, content, remoteId }: Publication, { publications, posts }: Facts) {
  const name = nameOf(content.text);
  const twins = publications.filter(
    (other) => other.id !== id && other.channelId === channelId && nameOf(other.content.text) === name,
  );
  const theirs = new Set(twins.flatMap((twin) => twin.remoteId ?? []));
  const rootOf = (post: VisiblePost): VisiblePost => {
    const parent = posts.find((each) => each.id === post.parent);
    return parent ? rootOf(parent) : post;
  };
  return {
    ours: posts.filter((post) => post.page === channelId && nameOf(post.text) === name && !theirs.has(rootOf(post).id)),
    unsettledTwins: twins.filter(({ state, failure }) => state === "failed" && !mayBeBelieved(failure)).length,
    sharesPost: remoteId !== undefined && theirs.has(remoteId),
  };
}

const nameOf = (text: string): string | undefined => text.split(" ")[0];

type Report = (invariant: Invariant, what: string) => void;

/** What follows a post stands below it: each once, in its order, under what it follows, and nothing after a failed one. */
function checkFollowUps(publication: Publication, below: readonly VisiblePost[], breach: Report): void {
  const { followUps = [], remoteId: post } = publication;
  const wanted = followUpsIn(publication.content);
  const allowed = publication.state === "published" ? wanted.length : 0;
  if (publication.state === "published" && followUps.length !== wanted.length)
    breach("accepted is kept", "a follow-up");
  let parent = post;
  let before = 0;
  let open = true;
  const accounted = new Set<string>();
  for (const [index, { kind, state, remoteId, failure }] of followUps.entries()) {
    const under = kind === "thread-part" ? parent : post;
    const text = wanted[index]?.text;
    const shown = below.filter((each) => each.parent === under && each.text === text);
    for (const each of shown) accounted.add(each.id);
    const what = `follow-up ${index + 1}`;
    if (shown.length > 1) breach("appears once", `${what} is there ${shown.length} times`);
    if (state === "published") {
      const mine = shown.find((each) => each.id === remoteId);
      if (!mine) breach("published is there", `${what}, ${remoteId}, is not there`);
      else if (mine.at < before) breach("follow-ups keep their order", what);
      before = mine?.at ?? before;
      parent = remoteId;
    } else if (shown.length > 0 && (state !== "failed" || mayBeBelieved(failure))) {
      breach("not published is not there", `${what} is ${state} and visible`);
    } else if (state !== "failed" && open) {
      breach("everything ends", `${what} is ${state}`);
    }
    if (state !== "published") open = false;
  }
  if (accounted.size < below.length || below.length > allowed)
    breach("appears once", "something stands below it that should not");
}

/** Whether a failure says for sure that nothing is there; the others say "look yourself". */
export const mayBeBelieved = (failure: { readonly code: string } | undefined): boolean =>
  !/-(unsettled|processing-too-long)$/.test(failure?.code ?? "");

const isAbout = (data: unknown, publicationId: string): boolean =>
  typeof data === "object" && data !== null && "publicationId" in data && data.publicationId === publicationId;
