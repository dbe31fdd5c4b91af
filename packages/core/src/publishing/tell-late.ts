import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { excerpt } from "../kernel/text.ts";
import { publicationsLate } from "./events.ts";
import type { Publication } from "./model.ts";

/** How long after its time a publication is worth a word, ms: a retry or two, a busy channel's pace. */
export const lateAfterMs = 10 * 60_000;
/** How long it may stay unknown whether it is out. */
const unknownAfterMs = 30 * 60_000;
/** So many are named of a channel; the next tick names others. */
const mostNamed = 10;
const excerptLength = 80;

/** Whether a post is past its time by so much that somebody should be told. A video in a platform's hands is not late. */
export function isLate({ state, dueAt }: Publication, now: number): boolean {
  if (state === "unconfirmed") return now - dueAt >= unknownAfterMs;
  return (state === "scheduled" || state === "publishing") && now - dueAt >= lateAfterMs;
}

/** Tells of late publications, one event for each channel. Told again whenever they are found again. */
export async function tellLate(
  deps: { events: EventPublisher; clock: Clock },
  late: readonly Publication[],
): Promise<void> {
  const byChannel = Map.groupBy(late, ({ workspaceId, channelId }) => `${workspaceId} ${channelId}`);
  const events = [...byChannel.values()].flatMap((list) => {
    const [first] = list;
    if (!first) return [];
    const publications = list.slice(0, mostNamed).map(({ id, postId, dueAt, state, content }) => ({
      publicationId: id,
      postId,
      dueAt,
      state,
      excerpt: excerpt(content.text, excerptLength),
    }));
    const actor = systemActor(first.workspaceId, "tick");
    return [publicationsLate.make(deps.clock, actor, { channelId: first.channelId, publications })];
  });
  if (events.length > 0) await deps.events.publish(events);
}
