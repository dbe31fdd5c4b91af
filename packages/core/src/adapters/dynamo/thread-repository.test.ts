import { BatchWriteCommand, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Thread, tellOverdue } from "#core/inbox/index.ts";
import { fakeClock } from "#core/kernel/clock.ts";
import type { DomainEvent } from "#core/kernel/events.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { threadRepository } from "./thread-repository.ts";

const clock = fakeClock("2026-11-20T10:00:00Z");
const now = clock.nowMs();
const hour = 3_600_000;

let dynamo: TestDynamo;
let workspaceId: string;
let workspaces = 0;
let readUnits = 0;
beforeAll(async () => {
  dynamo = await startTestDynamo();
  dynamo.client.middlewareStack.add(
    (next, context) => async (given) => {
      const isQuery = context.commandName === "QueryCommand";
      if (isQuery) Object.assign(given.input, { ReturnConsumedCapacity: "TOTAL" });
      const answer = await next(given);
      const output = answer.output as { ConsumedCapacity?: { CapacityUnits?: number } };
      if (isQuery) readUnits += output.ConsumedCapacity?.CapacityUnits ?? 0;
      return answer;
    },
    { step: "initialize" },
  );
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  workspaceId = `ws_${workspaces++}`;
});

/** A thread that has been overdue for an hour. */
const anOverdue = (id: string, change: Partial<Thread> = {}): Thread => ({
  workspaceId,
  id,
  channelId: "chan_1",
  platform: "testbook",
  remoteId: id,
  kind: "comment",
  basis: "b1",
  customers: "c1",
  state: "open",
  lastAt: now - 5 * hour,
  lastOwn: false,
  excerpt: "Чи ви відчинені? ".repeat(8),
  messageCount: 1,
  customerCount: 1,
  unanswered: 1,
  waitingSince: now - 5 * hour,
  dueAt: now - hour,
  participants: [],
  labels: [],
  revision: 0,
  ...change,
});
const store = async (thread: Thread) => {
  await threadRepository(dynamo).save(thread, null);
};
/** Stores as many more threads, that differ from a stored one in nothing but the id. */
const copy = async (id: string, count: number) => {
  const { client, tableName } = dynamo;
  const key = { pk: `$dopys#workspaceid_${workspaceId}#id_${id}`, sk: "$thread_1" };
  const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: key }));
  const puts = Array.from({ length: count }, (_, n) => ({
    PutRequest: { Item: JSON.parse(JSON.stringify(Item).replaceAll(id, `copy-${n}`)) },
  }));
  for (let at = 0; at < count; at += 25) {
    await client.send(new BatchWriteCommand({ RequestItems: { [tableName]: puts.slice(at, at + 25) } }));
  }
};
const sweep = async () => {
  const published: DomainEvent[] = [];
  const listAll = async () => [
    { id: workspaceId, name: "", timeZone: "UTC", language: "uk" as const, currency: "UAH", createdAt: 0, version: 1 },
  ];
  const publish = async (events: readonly DomainEvent[]) => {
    published.push(...events);
  };
  readUnits = 0;
  const told = await tellOverdue({
    workspaces: { listAll },
    threads: threadRepository(dynamo),
    events: { publish },
    clock,
  });
  return { told, published: published.length, readUnits };
};

describe("the sweep for overdue threads", () => {
  it("costs as much with a thousand threads that were told as with none", async () => {
    const idle = await sweep();
    await store(anOverdue("told-0", { toldDueAt: now - hour }));
    await copy("told-0", 999);
    expect(await threadRepository(dynamo).listByTarget(workspaceId, 1001, undefined)).toHaveLength(1000);
    expect(await sweep()).toEqual({ ...idle, told: 0 });
    await store(anOverdue("new"));
    expect(await sweep()).toMatchObject({ told: 1, published: 1, readUnits: 0.5 });
    expect(await sweep()).toEqual(idle);
  });

  it("finds a told thread again when a later message has a target of its own, and lists it all along", async () => {
    const threads = threadRepository(dynamo);
    const told = anOverdue("t1", { toldDueAt: now - hour });
    const other = anOverdue("t2", { dueAt: now + hour });
    await store(told);
    await store(other);
    const listed = async (limit: number, after?: { dueAt: number; id: string }) =>
      (await threads.listByTarget(workspaceId, limit, after)).map(({ id }) => id);
    expect(await listed(10)).toEqual(["t1", "t2"]);
    expect(await listed(1)).toEqual(["t1"]);
    expect(await listed(1, { dueAt: now - hour, id: "t1" })).toEqual(["t2"]);
    await threads.save({ ...told, dueAt: now - 1, revision: 1 }, told);
    expect(await sweep()).toMatchObject({ told: 1, published: 1 });
    expect(await listed(10)).toEqual(["t1", "t2"]);
  });

  it("reads a thread that was told under the key of before once more, tells nobody, and never again", async () => {
    const threads = threadRepository(dynamo);
    await store(anOverdue("old", { toldDueAt: now - hour }));
    await dynamo.client.send(
      new UpdateCommand({
        TableName: dynamo.tableName,
        Key: { pk: `$dopys#workspaceid_${workspaceId}#id_old`, sk: "$thread_1" },
        UpdateExpression: "SET gsi3pk = :before REMOVE toldKey",
        ConditionExpression: "attribute_exists(gsi3pk)",
        ExpressionAttributeValues: { ":before": `$dopys#workspaceid_${workspaceId}` },
      }),
    );
    expect(await threads.listByTarget(workspaceId, 10, undefined)).toMatchObject([{ id: "old" }]);
    expect(await threads.listOverdue(workspaceId, now, 10)).toHaveLength(1);
    expect(await sweep()).toMatchObject({ told: 0, published: 0 });
    expect(await threads.listOverdue(workspaceId, now, 10)).toEqual([]);
    expect(await threads.listByTarget(workspaceId, 10, undefined)).toMatchObject([{ id: "old" }]);
  });

  it("tells a thread behind more snoozed ones than it takes at once", async () => {
    const snooze = { until: now + hour, customers: "c1" };
    await store(anOverdue("snoozed-0", { snooze, dueAt: now - 2 * hour }));
    await copy("snoozed-0", 209);
    await store(anOverdue("new"));
    expect(await sweep()).toMatchObject({ told: 1, published: 1 });
  });
});
