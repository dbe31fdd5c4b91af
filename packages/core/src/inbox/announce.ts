import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { DomainEvent } from "../kernel/events.ts";
import { type Review, saidAt } from "../reviews/index.ts";
import { messageChanged, messageReceived, reviewChanged, reviewReceived } from "./events.ts";
import type { Announcement, Message } from "./model.ts";

type Announced = Pick<Message, "known" | "revision" | "occurredAt" | "answeredAt" | "announced">;

/** What has to be noted once this state is announced. */
export const announcementOf = ({ revision, occurredAt, answeredAt }: Announced): Announcement => ({
  revision,
  occurredAt,
  answeredAt,
});

/** Whether the rest of the product knows this state already, or has no business to: nothing has been seen of it yet. */
export const isAnnounced = ({ known, revision, occurredAt, answeredAt, announced }: Announced): boolean =>
  !known ||
  (announced?.revision === revision && announced.occurredAt === occurredAt && announced.answeredAt === answeredAt);

/**
 * The events about a message or review that has come to a new state. A later answer alone makes none; what is known
 * only by its removal was never there for anybody.
 */
export function announcementsFor(clock: Clock, actor: Actor, item: Message | Review): DomainEvent[] {
  if (item.announced?.revision === item.revision) return [];
  const isNew = item.announced === undefined;
  if (isNew && item.removed) return [];
  if ("sentiment" in item) {
    const data = {
      channelId: item.channelId,
      threadId: item.threadId,
      reviewId: item.id,
      rating: item.rating,
      ratingBefore: item.history.at(-2)?.rating,
      recommends: item.recommends,
      sentiment: item.sentiment,
      removed: item.removed,
      postedAt: item.occurredAt,
      changedAt: saidAt(item),
    };
    return [(isNew ? reviewReceived : reviewChanged).make(clock, actor, data)];
  }
  const data = {
    channelId: item.channelId,
    threadId: item.threadId,
    messageId: item.id,
    kind: item.kind,
    own: item.own,
    postedAt: item.occurredAt,
    changedAt: item.edited ? item.facts.content?.at : undefined,
    removed: item.removed,
    classification: item.classification,
  };
  return [(isNew ? messageReceived : messageChanged).make(clock, actor, data)];
}
