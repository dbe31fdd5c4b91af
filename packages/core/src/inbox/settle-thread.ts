import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { DirtyBuckets } from "../kernel/dirty-buckets.ts";
import type { DomainEvent, EventPublisher } from "../kernel/events.ts";
import { digestOf } from "../kernel/stamped.ts";
import { type AnswerQuality, type Review, type Reviews, reviewIdOf, withAnswer } from "../reviews/index.ts";
import { announcementOf, announcementsFor, isAnnounced } from "./announce.ts";
import { classify } from "./classify/classify.ts";
import type { ChannelPlace } from "./identity.ts";
import { stillUnsent } from "./mark-unsent.ts";
import type { Message, Thread } from "./model.ts";
import type { Messages, Threads } from "./ports.ts";
import type { PolicyAt } from "./response-targets.ts";
import { scoresIn } from "./score-answers.ts";
import { answersIn, differs, entryOfReview, ratingOf, summarise } from "./thread-summary.ts";

export interface SettleDeps {
  readonly messages: Messages;
  readonly threads: Threads;
  readonly reviews: Reviews;
  readonly dirtyBuckets: DirtyBuckets;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/** Which thread to settle. `remoteId` is the conversation's, or the review's. */
export interface ThreadPlace extends ChannelPlace {
  readonly threadId: string;
  readonly remoteId: string;
}

const maxPasses = 30;
/** What is marked to be counted anew: a busy hour is counted by its minutes, and zones may begin theirs at the half hour. */
const minuteMs = 60_000;

/**
 * Brings everything that follows from a thread's messages into line with them: the thread's summary, each message's first
 * answer, the events and marks for what is new. It reads all, writes what differs and reads again until nothing does, so
 * that it heals whatever was left half done, and of several workers at once the last leaves it right. Events go out
 * before the note that they did: at least once, and once when nothing breaks. Returns the thread, `null` if there is none.
 */
export async function settleThread(deps: SettleDeps, place: ThreadPlace, policy: PolicyAt): Promise<Thread | null> {
  for (let pass = 0; pass < maxPasses; pass++) {
    const stored = await deps.threads.get(place.workspaceId, place.threadId);
    const messages = await deps.messages.listByThread(place.workspaceId, place.threadId);
    const reviewId = reviewIdOf(place.channelId, place.remoteId);
    const review = (await deps.reviews.get(place.workspaceId, reviewId)) ?? undefined;
    if (messages.length === 0 && !review) return stored;
    const entries = review
      ? [entryOfReview(review, classify(review.text, { rating: ratingOf(review) })), ...messages]
      : messages;

    const { workspaceId, threadId, channelId, platform, remoteId } = place;
    const kept = stored ?? { workspaceId, id: threadId, channelId, platform, remoteId, labels: [], revision: 0 };
    const unsent = stillUnsent(stored?.unsent, messages);
    const summary = { ...summarise(entries, review, stored?.doneMark, policy), unsent };
    const thread: Thread = { ...kept, ...summary };
    if ((!stored || differs(stored, summary)) && !(await deps.threads.save(thread, stored))) continue;

    const following = { answers: answersIn(entries), scores: scoresIn(messages, review) };
    if (!(await announce(deps, messages, review, following))) return thread;
  }
  throw new Error(`Thread ${place.threadId} changes faster than it can be settled`);
}

/** What follows for single messages from all that are in the thread: when each was answered, and how good each answer is. */
interface Following {
  readonly answers: ReadonlyMap<string, number>;
  readonly scores: ReadonlyMap<string, AnswerQuality>;
}

const followsAnew = (now: Message, before: Message | undefined): boolean =>
  now.answeredAt !== before?.answeredAt || digestOf(now.quality) !== digestOf(before?.quality);

/** Announces what has changed and notes it; false when there was nothing to do. */
async function announce(
  deps: SettleDeps,
  messages: readonly Message[],
  review: Review | undefined,
  { answers, scores }: Following,
): Promise<boolean> {
  const changedMessages = messages
    .map((message) => ({ ...message, answeredAt: answers.get(message.id), quality: scores.get(message.id) }))
    .filter((message, i) => !isAnnounced(message) || followsAnew(message, messages[i]));
  const answered = review && withAnswer(review, answers.get(review.id));
  const changedReview = answered && (!isAnnounced(answered) || answered.state !== review.state) ? answered : undefined;
  const all = changedReview ? [changedReview, ...changedMessages] : changedMessages;
  const first = all[0];
  if (!first) return false;

  const actor = systemActor(first.workspaceId, "intake");
  const events: DomainEvent[] = all.flatMap((item) => announcementsFor(deps.clock, actor, item));
  if (events.length > 0) await deps.events.publish(events);
  const instants = all.flatMap((item) =>
    item.announced ? [item.occurredAt, item.announced.occurredAt] : [item.occurredAt],
  );
  const minutes = new Set(instants.map((at) => Math.floor(at / minuteMs) * minuteMs));
  for (const minute of minutes) await deps.dirtyBuckets.mark(first.workspaceId, first.channelId, minute);

  for (const message of changedMessages) {
    await deps.messages.save({ ...message, announced: announcementOf(message) }, message.revision);
  }
  if (changedReview) {
    await deps.reviews.save({ ...changedReview, announced: announcementOf(changedReview) }, changedReview.revision);
  }
  return true;
}
