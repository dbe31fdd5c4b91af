import type { Channels } from "../channels/connected/index.ts";
import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { DomainEvent, EventPublisher } from "../kernel/events.ts";
import { followUpCode } from "./errors.ts";
import * as events from "./events.ts";
import { handOver } from "./hand-over.ts";
import type { Publication } from "./model.ts";
import type { PublishingQueues } from "./ports.ts";
import { seenAt, type Turn, turnOf } from "./turn.ts";

export interface AnnounceDeps extends PublishingQueues {
  readonly channels: Pick<Channels, "markReconnect">;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/**
 * What follows a stored change of the post or, with `turn`, of a follow-up: the event, the mark on a channel that lost
 * its access, the message for what comes next. All of it may be done again for the same state: the event then has the
 * same id.
 */
export async function announce(deps: AnnounceDeps, publication: Publication, turn?: Turn): Promise<void> {
  const { workspaceId, channelId } = publication;
  const { state, failure } = seenAt(publication, turn);
  if (state === "failed" && failure?.class === "auth-expired") {
    await deps.channels.markReconnect(workspaceId, channelId, String(failure.params?.platformCode ?? failure.code));
  }
  const event = turn === undefined ? eventOf(deps.clock, publication) : followUpEventOf(deps.clock, publication, turn);
  if (event) await deps.events.publish([event]);
  await handOver(deps, publication);
}

/** Repeats what follows the newest state of the post and of its follow-ups, in case a worker died after its record. */
export async function announceAgain(deps: AnnounceDeps, publication: Publication): Promise<void> {
  await announce(deps, publication);
  const turn = turnOf(publication);
  if (turn !== undefined) await announce(deps, publication, turn);
}

/** The facts that every event of a publication carries. */
export function eventData({ id, postId, channelId, platform, dueAt, history }: Publication) {
  const codes = history.flatMap(({ what, params: { code, kind } = {} }) => {
    if (what !== "failed" || code === undefined) return [];
    return [kind === undefined ? String(code) : followUpCode(String(code))];
  });
  const failedBefore = codes.length > 0 ? [...new Set(codes)] : undefined;
  return { publicationId: id, postId, channelId, platform, dueAt, failedBefore };
}

function eventOf(clock: Clock, publication: Publication): DomainEvent | null {
  const actor = systemActor(publication.workspaceId, "publish");
  const event = made(clock, actor, publication);
  // What follows a published post changes its version; the event stays the same one.
  const which = publication.state === "published" ? (publication.remoteId ?? "") : String(publication.version);
  return event && { ...event, id: derivedId("evt", publication.id, event.type, which) };
}

function followUpEventOf(clock: Clock, publication: Publication, turn: number): DomainEvent | null {
  const { state, failure } = seenAt(publication, turn);
  const kind = publication.followUps?.[turn]?.kind;
  const actor = systemActor(publication.workspaceId, "publish");
  const data = eventData(publication);
  const id = (type: string, which: number) => derivedId("evt", publication.id, type, String(which));
  if (state === "published" && data.failedBefore) {
    const event = events.publicationFollowUpEnded.make(clock, actor, { ...data, givenUp: false });
    return { ...event, id: id(event.type, turn) };
  }
  if (state !== "failed" || !failure || !kind) return null;
  const event = events.publicationFollowUpFailed.make(clock, actor, { ...data, kind, failure });
  return { ...event, id: id(event.type, publication.version) };
}

function made(clock: Clock, actor: ReturnType<typeof systemActor>, publication: Publication): DomainEvent | null {
  const data = eventData(publication);
  const { state, failure, remoteId, url, publishedAt, looks } = publication;
  if (state === "published" && remoteId !== undefined && url !== undefined && publishedAt !== undefined) {
    return events.publicationPublished.make(clock, actor, { ...data, remoteId, url, publishedAt });
  }
  if (state === "failed" && failure) return events.publicationFailed.make(clock, actor, { ...data, failure });
  const newlyUnconfirmed = state === "unconfirmed" && looks?.absent === 0 && looks.unclear === 0;
  return newlyUnconfirmed ? events.publicationUnconfirmed.make(clock, actor, data) : null;
}
