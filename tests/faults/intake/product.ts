import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { connectorFor } from "#core/channels/catalog.ts";
import type { InboxCapability } from "#core/channels/connector.ts";
import { handleDelivery, type PollMessage, pollChannel } from "#core/inbox/index.ts";
import { fakeClock } from "#core/kernel/clock.ts";
import { startTestDynamo } from "#tests/support/dynamo.ts";
import { type Fault, faultsAt } from "#tests/support/faults.ts";
import { intakeRig } from "#tests/support/inbox.ts";
import { page } from "./events.ts";
import type { Intake } from "./intake.ts";
import type { SeenMessage, SeenReview, SeenThread, View } from "./oracle.ts";

const subjects = ["comments", "conversations", "ratings"] as const;

type Row = Readonly<Record<string, unknown>>;

export interface ProductIntake extends Intake {
  passDays(days: number): void;
  /** A look at the page's lists in which what is known is compared. */
  look(lists: InboxCapability): Promise<void>;
}

/** The product's intake, with its real reader and its real repositories on a table of its own. */
export async function productIntake(clock = fakeClock("2026-11-20T10:00:00Z")): Promise<ProductIntake> {
  const dynamo = await startTestDynamo();
  const rig = intakeRig(dynamo, "ws_1", clock);
  const channel = { ...rig.channel, platform: "facebook", remoteId: page };
  let deliveries = 0;
  const rows = async (): Promise<Row[]> => {
    const found: Row[] = [];
    let ExclusiveStartKey: Row | undefined;
    do {
      const { tableName: TableName } = dynamo;
      const answer = await dynamo.client.send(new ScanCommand({ TableName, ExclusiveStartKey, ConsistentRead: true }));
      found.push(...(answer.Items ?? []));
      ExclusiveStartKey = answer.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return found.sort((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1));
  };
  return {
    take: async (rawBody: string, fault?: Fault) => {
      deliveries += 1;
      const faults = fault ? faultsAt(fault) : faultsAt();
      const deps = {
        ...rig,
        connectorFor,
        channels: faults.guard("channels", {
          findByRemoteId: async (platform: string, id: string) =>
            platform === "facebook" && id === page ? [channel] : [],
        }),
        messages: faults.guard("messages", rig.messages),
        threads: faults.guard("threads", rig.threads),
        reviews: faults.guard("reviews", rig.reviews),
        leads: faults.guard("leads", rig.leads),
        dirtyBuckets: faults.guard("dirtyBuckets", rig.dirtyBuckets),
        events: faults.guard("events", rig.events),
      };
      const delivery = {
        deliveryId: `evt_${deliveries}`,
        platform: "facebook",
        rawBody,
        receivedAt: rig.clock.nowMs(),
      };
      await handleDelivery(deps, delivery);
    },
    look: async (inbox) => {
      const queue: PollMessage[] = subjects.map((subject) => ({
        ...{ kind: "poll", workspaceId: "ws_1", channelId: channel.id, subject, compare: true, attempt: 0 },
      }));
      const facebook = connectorFor("facebook");
      const pollQueue = {
        send: async (message: PollMessage) => void queue.push(message),
        sendAll: async () => Promise.reject(new Error("a look plans nothing")),
      };
      const deps = {
        ...{ ...rig, pollQueue, connectorFor: () => facebook && { ...facebook, inbox } },
        channels: { ...rig.channels, get: async () => channel },
      };
      for (let next = queue.shift(); next; next = queue.shift()) await pollChannel(deps, next);
    },
    passDays: (days) => clock.advance(days * 86_400_000),
    content: rows,
    view: async () => viewOf(await rows()),
    stop: () => dynamo.stop(),
  };
}

/** What the table says, in the oracle's words. */
function viewOf(rows: readonly Row[]): View {
  const of = (entity: string) => rows.filter((row) => row.__edb_e__ === entity);
  const threadRows = of("thread");
  const remoteIdOf = new Map(threadRows.map((row) => [row.id, String(row.remoteId)]));
  const withAnswer = (row: Row) => (row.answeredAt === undefined ? {} : { answeredAt: Number(row.answeredAt) });
  const messages = of("message").map((row): [string, SeenMessage] => {
    const { remoteId, threadId, occurredAt, own, text, removed, hidden } = row;
    const thread = remoteIdOf.get(threadId) ?? "none";
    const seen = { thread, at: Number(occurredAt), own: own === true, text: String(text) };
    return [String(remoteId), { ...seen, removed: removed === true, hidden: hidden === true, ...withAnswer(row) }];
  });
  const reviews = of("review").map((row): [string, SeenReview] => {
    const { remoteId, occurredAt, recommends, text, removed } = row;
    const seen = { at: Number(occurredAt), good: recommends === true, text: String(text), removed: removed === true };
    return [String(remoteId), { ...seen, ...withAnswer(row) }];
  });
  const threads = threadRows.map((row): [string, SeenThread] => [
    String(row.remoteId),
    { visible: Number(row.messageCount), waiting: Number(row.unanswered) },
  ]);
  const leads = of("lead").map((row) => (row.sources as readonly { remoteId?: string }[])[0]?.remoteId ?? "");
  const [byMessage, byReview, byThread] = [messages, reviews, threads].map((list) => Object.fromEntries(list)) as [
    View["messages"],
    View["reviews"],
    View["threads"],
  ];
  return { messages: byMessage, reviews: byReview, threads: byThread, leads: leads.sort() };
}
