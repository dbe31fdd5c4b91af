import { BatchWriteCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { intakeRig } from "#tests/support/inbox.ts";
import type { InboundItem, InboundLead, InboundMessage, InboundReview } from "../channels/inbound.ts";
import { fakeClock } from "../kernel/clock.ts";
import { handleDelivery } from "./receive-delivery.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

const start = 1_790_000_000_000;
const base = (second: number) => ({ channelRemoteId: "page-1", occurredAt: start + second * 1000 });
const second = fc.integer({ min: 0, max: 6 });
const text = fc.option(fc.constantFrom("Де моє замовлення?", "Жахливо", "Дякую, супер!", ""), { nil: undefined });

/** Few ids and few seconds, so that edits, removals and answers of the same message and of the same second meet. */
const message: fc.Arbitrary<InboundMessage> = fc
  .record({
    second,
    number: fc.integer({ min: 0, max: 3 }),
    change: fc.constantFrom("added", "added", "edited", "removed", "hidden", "unhidden"),
    text,
    named: fc.boolean(),
  })
  .map(({ second, number, change, text, named }) => ({
    ...base(second),
    kind: "message",
    messageKind: "comment",
    change: change as InboundMessage["change"],
    remoteId: `m${number}`,
    threadRemoteId: `t${number % 2}`,
    own: number === 3,
    postRemoteId: "post-1",
    author: named ? { remoteId: `p${number}`, name: `Person ${number}` } : undefined,
    text: change === "removed" ? undefined : text,
    attachments: [],
  }));

const review: fc.Arbitrary<InboundReview> = fc
  .record({
    second,
    change: fc.constantFrom("added", "edited", "removed"),
    rating: fc.integer({ min: 1, max: 5 }),
    text,
  })
  .map(({ second, change, ...opinion }) => ({
    ...base(second),
    kind: "review",
    change: change as InboundReview["change"],
    remoteId: "r1",
    ...(change === "removed" ? {} : opinion),
  }));

const lead: fc.Arbitrary<InboundLead> = fc
  .constantFrom(1, 2)
  .map((number) => ({ ...base(number), kind: "lead", remoteId: `l${number}`, formId: "form" }));

const item: fc.Arbitrary<InboundItem> = fc.oneof(
  { weight: 6, arbitrary: message },
  { weight: 2, arbitrary: review },
  { weight: 1, arbitrary: lead },
);

/** The items in one order and batching, each at least once. */
const deliveries = (items: readonly InboundItem[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...items], { minLength: items.length }),
      fc.array(fc.nat({ max: Math.max(0, items.length - 1) }), { maxLength: items.length }),
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
    )
    .map(([order, again, size, together]) => {
      const all = [...order, ...again.flatMap((index) => items[index] ?? [])];
      const batches: InboundItem[][] = [];
      for (let i = 0; i < all.length; i += size) batches.push(all.slice(i, i + size));
      return { batches, together };
    });

let workspaces = 0;

async function stored(batches: readonly InboundItem[][], together: boolean): Promise<unknown> {
  const workspaceId = `ws_${workspaces++}`;
  const rig = intakeRig(dynamo, workspaceId, fakeClock("2026-11-20T10:00:00Z"));
  const deliver = (items: InboundItem[], i: number) => handleDelivery(rig, rig.delivery(items, `d${i}`));
  if (together) await Promise.all(batches.map(deliver));
  else for (const [i, batch] of batches.entries()) await deliver(batch, i);
  return contentOf(workspaceId);
}

async function contentOf(workspaceId: string): Promise<unknown> {
  const rows: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const answer = await dynamo.client.send(
      new ScanCommand({
        TableName: dynamo.tableName,
        FilterExpression: "workspaceId = :w",
        ExpressionAttributeValues: { ":w": workspaceId },
        ExclusiveStartKey: from,
        ConsistentRead: true,
      }),
    );
    rows.push(...(answer.Items ?? []));
    from = answer.LastEvaluatedKey;
  } while (from);
  for (let i = 0; i < rows.length; i += 25) {
    const RequestItems = {
      [dynamo.tableName]: rows.slice(i, i + 25).map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
    };
    await dynamo.client.send(new BatchWriteCommand({ RequestItems }));
  }
  const anonymous = JSON.parse(JSON.stringify(rows).replaceAll(workspaceId, "ws"));
  return anonymous.sort((a: { pk: string; sk: string }, b: { pk: string; sk: string }) =>
    a.pk + a.sk < b.pk + b.sk ? -1 : 1,
  );
}

it(
  "stores the same whatever the order, the repetition, the batching and the workers at once",
  { timeout: 180_000 },
  () =>
    fc.assert(
      fc.asyncProperty(
        fc
          .array(item, { minLength: 1, maxLength: 9 })
          .chain((items) => fc.tuple(fc.constant(items), deliveries(items), deliveries(items))),
        async ([, one, other]) => {
          expect(await stored(one.batches, one.together)).toEqual(await stored(other.batches, other.together));
        },
      ),
      { numRuns: 100 },
    ),
);
