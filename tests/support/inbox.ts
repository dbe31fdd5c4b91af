import type { Member, Workspace } from "#core/access/index.ts";
import { answerBookRepository } from "#core/adapters/dynamo/answer-book-repository.ts";
import { wordBookRepository } from "#core/adapters/dynamo/campaign-repository.ts";
import { responseTargetRepository, savedReplyRepository } from "#core/adapters/dynamo/inbox-settings-repository.ts";
import {
  correctionRepository,
  presenceRepository,
  threadNoteRepository,
} from "#core/adapters/dynamo/inbox-team-repository.ts";
import { leadRepository } from "#core/adapters/dynamo/lead-repository.ts";
import { leadSettingsRepository, leadTermsOf } from "#core/adapters/dynamo/lead-terms.ts";
import { messageRepository } from "#core/adapters/dynamo/message-repository.ts";
import { outgoingRepository } from "#core/adapters/dynamo/outgoing-repository.ts";
import { pollMarkRepository } from "#core/adapters/dynamo/poll-mark-repository.ts";
import { reviewRepository } from "#core/adapters/dynamo/review-repository.ts";
import { threadRepository } from "#core/adapters/dynamo/thread-repository.ts";
import type { Channel } from "#core/channels/connected/index.ts";
import type { Connector, InboxCapability, LeadsCapability } from "#core/channels/connector.ts";
import type { InboundItem, InboundMessage } from "#core/channels/inbound.ts";
import type { RepliesCapability } from "#core/channels/replies.ts";
import type { ReviewsCapability } from "#core/channels/reviews.ts";
import type { FetchMessage, IntakeMessage, PollMessage, RespondMessage } from "#core/inbox/index.ts";
import type { FakeClock } from "#core/kernel/clock.ts";
import type { DomainEvent } from "#core/kernel/events.ts";
import type { Queue } from "#core/kernel/queue.ts";
import { err, ok } from "#core/kernel/result.ts";
import type { TestDynamo } from "./dynamo.ts";

/** A platform that exists for tests: its deliveries are JSON arrays of items, its calls are what the test says. */
export interface TestPlatform {
  replies: RepliesCapability | undefined;
  leads: LeadsCapability | undefined;
  reviews: ReviewsCapability | undefined;
  inbox?: InboxCapability | undefined;
  /** How long a person may still answer after the usual 24 hours; none where absent. */
  humanAgentHours?: number;
}

/** The channel `page-1` of a workspace. */
export const testChannel = (workspaceId: string): Channel => ({
  id: "chan_1",
  workspaceId,
  platform: "testbook",
  remoteId: "page-1",
  name: "Кав'ярня Листок",
  url: "https://testbook.example/page-1",
  state: "connected",
  sealedToken: "sealed",
  slots: [],
  connectedAt: 0,
  version: 1,
});

const kyivWorkspace = (id: string): Workspace => ({
  id,
  name: "Листок",
  timeZone: "Europe/Kyiv",
  language: "uk",
  currency: "UAH",
  createdAt: 0,
});

const theMember = (workspaceId: string): Member => ({
  id: "mem_1",
  workspaceId,
  email: "a@b.ua",
  name: "А",
  role: "manager",
  language: "uk",
  createdAt: 0,
});

/** A comment as a platform reports it. */
export const comment = (change: Partial<InboundMessage> = {}): InboundMessage => ({
  kind: "message",
  change: "added",
  messageKind: "comment",
  channelRemoteId: "page-1",
  remoteId: "c1",
  threadRemoteId: "c1",
  occurredAt: 1_795_168_800_000,
  own: false,
  postRemoteId: "post-1",
  author: { remoteId: "person-1", name: "Олена" },
  text: "Коли ви відкриваєтесь?",
  attachments: [],
  ...change,
});

/** A queue whose messages lie in a list. */
const listing = <Message>(sent: { push(entry: { message: Message; delayMs: number }): unknown }): Queue<Message> => ({
  send: async (message, options) => {
    sent.push({ message, delayMs: options?.delayMs ?? 0 });
  },
  sendAll: async (messages) => {
    for (const { message, delayMs } of messages) sent.push({ message, delayMs: delayMs ?? 0 });
  },
});

/** Everything that the inbox, reviews and leads need, on the real table of a test; what goes out is kept in lists. */
export function intakeRig(dynamo: TestDynamo, workspaceId: string, clock: FakeClock) {
  const published: DomainEvent[] = [];
  const marks: string[] = [];
  const sent: { message: RespondMessage; delayMs: number }[] = [];
  const reconnects: string[] = [];
  const polled: { message: FetchMessage | PollMessage; delayMs: number }[] = [];
  const platform: TestPlatform = { replies: undefined, leads: undefined, reviews: undefined };
  const channel = testChannel(workspaceId);
  const connector = (): Connector =>
    ({
      manifest: {
        platform: "testbook",
        messagingWindow: { hours: 24, ...(platform.humanAgentHours && { humanAgentHours: platform.humanAgentHours }) },
        privateReply: { hours: 7 * 24 },
        capabilities: { reply: true, replyPrivately: true, hide: true, like: true, remove: true },
      },
      webhook: {
        parse: (rawBody: string) => {
          try {
            return ok(JSON.parse(rawBody) as InboundItem[]);
          } catch {
            return err("not JSON");
          }
        },
      },
      replies: platform.replies,
      leads: platform.leads,
      reviews: platform.reviews,
      inbox: platform.inbox,
    }) as unknown as Connector;
  return {
    clock,
    published,
    marks,
    sent,
    polled,
    reconnects,
    platform,
    channel,
    messages: messageRepository(dynamo),
    threads: threadRepository(dynamo),
    outgoings: outgoingRepository(dynamo),
    answerBooks: answerBookRepository(dynamo),
    responseTargets: responseTargetRepository(dynamo),
    savedReplies: savedReplyRepository(dynamo),
    notes: threadNoteRepository(dynamo),
    presences: presenceRepository(dynamo),
    corrections: correctionRepository(dynamo),
    wordBooks: wordBookRepository(dynamo),
    reviews: reviewRepository(dynamo),
    leads: leadRepository(dynamo),
    pollMarks: pollMarkRepository(dynamo),
    fetchQueue: listing<FetchMessage>(polled),
    pollQueue: listing<PollMessage>(polled),
    leadTerms: leadTermsOf({
      workspaces: { get: async () => kyivWorkspace(workspaceId) },
      leadSettings: leadSettingsRepository(dynamo),
      responseTargets: { list: async () => [] },
    }),
    connectorFor: (name: string) => (name === "testbook" ? connector() : undefined),
    channels: {
      get: async (workspace: string, id: string) => (workspace === workspaceId && id === channel.id ? channel : null),
      findByRemoteId: async (name: string, remoteId: string) =>
        name === "testbook" && remoteId === channel.remoteId ? [channel] : [],
      markReconnect: async (_workspace: string, id: string, cause: string) => {
        reconnects.push(`${id} ${cause}`);
      },
    },
    channelCalls: {
      open: async () => ({
        http: { send: () => Promise.reject(new Error("no network in this test")) },
        channelRemoteId: channel.remoteId,
        accessToken: "token",
        nowMs: clock.nowMs(),
      }),
    },
    workspaces: { get: async (id: string) => kyivWorkspace(id) },
    members: {
      list: async (workspace: string) => (workspace === workspaceId ? [theMember(workspaceId)] : []),
      get: async (workspace: string, id: string) =>
        workspace === workspaceId && id === "mem_1" ? theMember(workspaceId) : null,
    },
    dirtyBuckets: {
      mark: async (_workspace: string, channelId: string, atMs: number) => {
        marks.push(`${channelId} ${atMs}`);
      },
    },
    events: {
      publish: async (events: readonly DomainEvent[]) => {
        published.push(...events);
      },
    },
    respondQueue: listing<RespondMessage>(sent),
    /** A delivery of these items as it lies in the intake queue. */
    delivery: (items: readonly InboundItem[], deliveryId = "d1"): IntakeMessage => ({
      deliveryId,
      platform: "testbook",
      rawBody: JSON.stringify(items),
      receivedAt: clock.nowMs(),
    }),
  };
}

export type InboxRig = ReturnType<typeof intakeRig>;
