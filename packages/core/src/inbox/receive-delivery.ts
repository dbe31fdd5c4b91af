import type { Channel, Channels, ConnectorFor } from "../channels/connected/index.ts";
import type { InboundItem, InboundLead, InboundMessage, InboundNotice, InboundReview } from "../channels/inbound.ts";
import { systemActor } from "../kernel/actor.ts";
import type { Queue } from "../kernel/queue.ts";
import { announceLead, type Leads, leadAnnounced } from "../leads/index.ts";
import { storeReview } from "../reviews/index.ts";
import { classify } from "./classify/classify.ts";
import { threadIdOf } from "./identity.ts";
import { factsOf, mergeFacts } from "./message-facts.ts";
import type { FetchMessage, IntakeMessage } from "./messages.ts";
import type { MessageFacts } from "./model.ts";
import { type ReadPolicyDeps, readPolicy } from "./response-targets.ts";
import { type SettleDeps, settleThread, type ThreadPlace } from "./settle-thread.ts";
import { storeMessage } from "./store-message.ts";

export interface IntakeDeps extends SettleDeps, ReadPolicyDeps {
  readonly connectorFor: ConnectorFor;
  readonly channels: Pick<Channels, "findByRemoteId">;
  readonly leads: Leads;
  readonly fetchQueue: Queue<FetchMessage>;
}

/** A delivery that nobody can read; it belongs into the dead-letter queue, with this cause. */
export class UnreadableDelivery extends Error {
  override readonly name = "UnreadableDelivery";
  /** It will not become readable by being delivered again. */
  readonly hopeless = true;
}

/**
 * Parts of a delivery are in a form that nobody can read, everything else is stored: a copy belongs into the dead-letter
 * queue, so that the parts can be taken in once the form is known.
 */
export class UnreadableParts extends Error {
  override readonly name = "UnreadableParts";
  readonly hopeless = true;
}

/** Parts of a delivery could not be stored; delivering it again stores the rest. */
export class DeliveryIncomplete extends AggregateError {
  override readonly name = "DeliveryIncomplete";
}

/** What became of a delivery, for the log: how many items were for connected channels, and for which there is none. */
export interface DeliveryOutcome {
  readonly items: number;
  /** How many of each sort Dopys has no use for, as `reaction 2`. */
  readonly ignored: string;
  readonly unknownChannels: readonly string[];
}

/**
 * Takes a verified delivery in: each item is stored once under an id derived from its channel and remote id, for any
 * order, repetition and batching of the items. One item's trouble does not keep its neighbours out. Throws
 * `UnreadableDelivery`, `UnreadableParts` or `DeliveryIncomplete`; delivering again is always safe.
 */
export async function handleDelivery(deps: IntakeDeps, message: IntakeMessage): Promise<DeliveryOutcome> {
  const webhook = deps.connectorFor(message.platform)?.webhook;
  if (!webhook) throw new UnreadableDelivery(`${message.deliveryId}: no webhooks of ${message.platform} are known`);
  const parsed = webhook.parse(message.rawBody);
  if (!parsed.ok) throw new UnreadableDelivery(`${message.deliveryId}: ${parsed.error}`);

  const byChannel = Map.groupBy(parsed.value, (item) => item.channelRemoteId);
  const unknownChannels: string[] = [];
  const failures: unknown[] = [];
  const unreadable: InboundItem[] = [];
  let taken = 0;
  for (const [remoteId, items] of byChannel) {
    const channels = await deps.channels.findByRemoteId(message.platform, remoteId);
    if (channels.length === 0) unknownChannels.push(remoteId);
    else {
      taken += items.length;
      unreadable.push(...items.filter(({ kind }) => kind === "unreadable"));
    }
    for (const channel of channels) failures.push(...(await takeIn(deps, channel, items)));
  }
  if (failures.length > 0)
    throw new DeliveryIncomplete(failures, `${message.deliveryId}: ${failures.length} not stored`);
  if (unreadable.length > 0) throw new UnreadableParts(`${message.deliveryId}: ${sortsOf(unreadable)}`);
  const ignored = sortsOf(parsed.value.filter(({ kind }) => kind === "ignored"));
  return { items: taken, ignored, unknownChannels };
}

const mostSorts = 20;
const longestSort = 60;

/** How many there are of each sort, as `comment 2, leadgen 1`. */
function sortsOf(items: readonly InboundItem[]): string {
  const sorts = Map.groupBy(items, (item) => ("what" in item ? item.what.slice(0, longestSort) : item.kind));
  return [...sorts]
    .slice(0, mostSorts)
    .map(([what, { length }]) => `${what} ${length}`)
    .join(", ");
}

/** So many threads of a delivery are worked on at a time. */
const parallel = 8;

/**
 * Stores what belongs to one channel; gives what could not be, as the errors it met. `gapsOnly` leaves messages alone that
 * have been seen: for lists that know less of them than webhooks told.
 */
export async function takeIn(
  deps: IntakeDeps,
  channel: Channel,
  items: readonly InboundItem[],
  { gapsOnly = false } = {},
): Promise<unknown[]> {
  const place = { workspaceId: channel.workspaceId, channelId: channel.id, platform: channel.platform };
  const policy = await readPolicy(deps, channel.workspaceId, channel.id);
  const messages = items.filter((item): item is InboundMessage => item.kind === "message");
  const reviews = items.filter((item): item is InboundReview => item.kind === "review");
  const leads = items.filter((item): item is InboundLead => item.kind === "lead");

  const jobs: (() => Promise<unknown>)[] = [];
  for (const [remoteId, ofThread] of Map.groupBy(messages, (item) => item.threadRemoteId)) {
    const thread: ThreadPlace = { ...place, remoteId, threadId: threadIdOf(channel.id, remoteId) };
    jobs.push(async () => {
      for (const [messageRemoteId, facts] of factsByMessage(ofThread)) {
        await storeMessage(deps, { ...thread, remoteId: messageRemoteId }, facts, { gapsOnly });
      }
      await settleThread(deps, thread, policy);
    });
  }
  for (const [remoteId, ofReview] of Map.groupBy(reviews, (item) => item.remoteId)) {
    const thread: ThreadPlace = {
      ...place,
      remoteId,
      threadId: threadIdOf(channel.id, remoteId),
    };
    jobs.push(async () => {
      await storeReview({ reviews: deps.reviews, readText: classify }, thread, ofReview);
      await settleThread(deps, thread, policy);
    });
  }
  for (const lead of leads) jobs.push(() => takeLead(deps, place, lead));
  // Asked for whatever the state of the channel: what fails is tried again, and ends where an operator sees it.
  const notices = items.filter((item): item is InboundNotice => item.kind === "notice");
  for (const notice of new Map(notices.map((one) => [one.remoteId, one])).values()) {
    jobs.push(() => deps.fetchQueue.send(fetchFor(place, notice)));
  }
  return runAll(jobs);
}

function fetchFor({ workspaceId, channelId }: { workspaceId: string; channelId: string }, notice: InboundNotice) {
  const { remoteId } = notice;
  const wanted = { workspaceId, channelId, remoteId, attempt: 0 };
  if (notice.about === "review") return { kind: "fetch-review", ...wanted } as const;
  const { postRemoteId, occurredAt: announcedAt } = notice;
  return { kind: "fetch-mention", ...wanted, postRemoteId, announcedAt } as const;
}

function factsByMessage(items: readonly InboundMessage[]): ReadonlyMap<string, MessageFacts> {
  const facts = new Map<string, MessageFacts>();
  for (const item of items) facts.set(item.remoteId, mergeFacts(facts.get(item.remoteId), factsOf(item)));
  return facts;
}

async function takeLead(
  deps: IntakeDeps,
  place: { workspaceId: string; channelId: string },
  item: InboundLead,
): Promise<void> {
  const lead = await announceLead(deps, place, item);
  if (lead.details !== "awaited" || lead.mergedInto !== undefined || lead.fetchAttempts > 0) return;
  const { remoteId, formId, adId } = item;
  const data = { leadId: lead.id, channelId: place.channelId, remoteId, formId, adId, announcedAt: item.occurredAt };
  await deps.events.publish([leadAnnounced.make(deps.clock, systemActor(place.workspaceId, "intake"), data)]);
  await deps.dirtyBuckets.mark(place.workspaceId, place.channelId, lead.createdAt);
}

/** Runs all, a few at a time, and returns what the failing ones threw. */
async function runAll(jobs: readonly (() => Promise<unknown>)[]): Promise<unknown[]> {
  const waiting = [...jobs];
  const failures: unknown[] = [];
  const worker = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      await job().catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return failures;
}
