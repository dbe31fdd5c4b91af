import type { Workspaces } from "../../access/index.ts";
import {
  businessTimeBetween,
  type Messages,
  type PolicyAt,
  type ResponseTargetStore,
  readPolicy,
} from "../../inbox/index.ts";
import { contentTypeOf, type RawEvents } from "../../insights/index.ts";
import type { Leads } from "../../leads/index.ts";
import type { Publication, Publications } from "../../publishing/index.ts";
import type { Reviews } from "../../reviews/index.ts";
import { workspaceRepository } from "./access-repository.ts";
import type { Dynamo } from "./client.ts";
import { responseTargetRepository } from "./inbox-settings-repository.ts";
import { leadRepository } from "./lead-repository.ts";
import { messageRepository } from "./message-repository.ts";
import { publicationRepository } from "./publication-repository.ts";
import { reviewRepository } from "./review-repository.ts";

/** What the figures are counted from, read from the table. */
export const rawEvents = (dynamo: Dynamo): RawEvents =>
  rawEventsOf({
    workspaces: workspaceRepository(dynamo),
    responseTargets: responseTargetRepository(dynamo),
    messages: messageRepository(dynamo),
    reviews: reviewRepository(dynamo),
    leads: leadRepository(dynamo),
    publications: publicationRepository(dynamo),
  });

interface Stores {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly responseTargets: Pick<ResponseTargetStore, "list">;
  readonly messages: Pick<Messages, "listByChannelAndTime">;
  readonly reviews: Pick<Reviews, "listByChannelAndTime">;
  readonly leads: Pick<Leads, "listByChannelAndTime">;
  readonly publications: Pick<Publications, "list">;
}

/** How late, at the most, a publication is looked for after the time it was due, and how early. */
const latestMs = 48 * 3_600_000;
const earliestMs = 60_000;
const pageSize = 500;

/** The raw events as the other domains store them. */
export function rawEventsOf({ messages, reviews, leads, publications, ...policies }: Stores): RawEvents {
  return {
    talk: async (workspaceId, channelId, from, to) => {
      const policy = await readPolicy(policies, workspaceId, channelId);
      const all = await messages.listByChannelAndTime(workspaceId, channelId, from, to);
      const received = all
        .filter(({ own, known, removed }) => !own && known && !removed)
        .map(({ id, occurredAt, hidden, answeredAt, classification }) => ({
          id,
          occurredAt,
          needsAnswer: answeredAt !== undefined || (!hidden && classification?.intent !== "spam"),
          negative: classification?.sentiment === "negative",
          answered: answeredAt !== undefined,
          ...response(occurredAt, answeredAt, policy),
        }));
      const answers = all.flatMap(({ id, occurredAt, quality }) =>
        quality ? [{ id, occurredAt, score: quality.score }] : [],
      );
      return { messages: received, answers };
    },
    reviews: async (workspaceId, channelId, from, to) => {
      const policy = await readPolicy(policies, workspaceId, channelId);
      const all = await reviews.listByChannelAndTime(workspaceId, channelId, from, to);
      return all
        .filter(({ known, removed }) => known && !removed)
        .map(({ id, occurredAt, answeredAt, rating, recommends, imported }) => ({
          id,
          occurredAt,
          needsAnswer: true,
          rating: rating ?? null,
          recommends: recommends ?? null,
          answered: answeredAt !== undefined,
          ...(imported ? untimed : response(occurredAt, answeredAt, policy)),
        }));
    },
    leads: async (workspaceId, channelId, from, to) => {
      const all = await leads.listByChannelAndTime(workspaceId, channelId, from, to);
      return all
        .filter(({ mergedInto }) => mergedInto === undefined)
        .map(({ id, createdAt, sources, stage, value }) => ({
          id,
          createdAt,
          source: sources[0]?.kind ?? "manual",
          won: stage === "won",
          value: value ?? null,
        }));
    },
    publications: async (workspaceId, channelId, from, to) => {
      const due = { from: Math.max(0, from - latestMs), to: to + earliestMs };
      const all = await published(publications, workspaceId, channelId, due);
      return all.flatMap(({ id, remoteId, publishedAt, content, topic, campaignId }) =>
        remoteId !== undefined && publishedAt !== undefined && publishedAt >= from && publishedAt < to
          ? [{ id, remoteId, publishedAt, contentType: contentTypeOf(content), topic, campaignId }]
          : [],
      );
    },
  };
}

/** A table names days: how long an answer took cannot be told from them, nor whether it was in time. */
const untimed = { firstResponseMs: null, targetMs: null };

/** By the hours and the target that held when it was written, so that a day's figures stay what they were. */
function response(occurredAt: number, answeredAt: number | undefined, policy: PolicyAt) {
  const { hours, targetMs } = policy(occurredAt);
  const firstResponseMs = answeredAt === undefined ? null : businessTimeBetween(occurredAt, answeredAt, hours);
  return { firstResponseMs, targetMs };
}

async function published(
  publications: Stores["publications"],
  workspaceId: string,
  channelId: string,
  due: { from: number; to: number },
): Promise<readonly Publication[]> {
  const all: Publication[] = [];
  for (;;) {
    const last = all.at(-1);
    const after = last && { at: last.dueAt, id: last.id };
    const range = { ...due, channelIds: [channelId], states: ["published" as const], limit: pageSize, after };
    const page = await publications.list(workspaceId, range);
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}
