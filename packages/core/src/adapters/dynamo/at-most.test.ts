import { afterAll, beforeAll, expect, it } from "vitest";
import { type FakeClock, fakeClock } from "#core/kernel/clock.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { comment, type InboxRig, intakeRig } from "#tests/support/inbox.ts";
import { handleDelivery } from "../../inbox/index.ts";
import { listReviews } from "../../reviews/index.ts";
import { reviewRepository } from "./review-repository.ts";
import { threadRepository } from "./thread-repository.ts";

const workspaceId = "ws_1";
let dynamo: TestDynamo;
let clock: FakeClock;
let rig: InboxRig;

/** A list of thirty reviews and thirty threads in one workspace, and what reading them has cost. */
beforeAll(async () => {
  dynamo = await startTestDynamo();
  clock = fakeClock("2026-11-20T10:00:00Z");
  rig = intakeRig(dynamo, workspaceId, clock);
  const numbers = Array.from({ length: 30 }, (_, n) => n);
  const place = { kind: "review", change: "added", channelRemoteId: "page-1" } as const;
  await handleDelivery(
    rig,
    rig.delivery([
      ...numbers.map((n) => comment({ remoteId: `c${n}`, threadRemoteId: `c${n}`, occurredAt: clock.nowMs() + n })),
      ...numbers.map((n) => ({ ...place, remoteId: `r${n}`, rating: 1 + (n % 5), occurredAt: clock.nowMs() + n })),
    ]),
  );
}, 60_000);
afterAll(() => dynamo.stop());

/** How many items were read while something was asked of the table. */
async function readBy(ask: (metered: TestDynamo) => Promise<unknown>): Promise<number> {
  let read = 0;
  const send = dynamo.client.send.bind(dynamo.client) as (command: unknown) => Promise<{ ScannedCount?: number }>;
  const client = Object.create(dynamo.client, {
    send: {
      value: async (command: unknown) => {
        const answer = await send(command);
        read += answer.ScannedCount ?? 0;
        return answer;
      },
    },
  });
  await ask({ ...dynamo, client });
  return read;
}

it("reads no more of a list than it was asked for, however long the list is", async () => {
  expect(await readBy((metered) => threadRepository(metered).list(workspaceId, "open", 4, undefined))).toBe(4);
  expect(await readBy((metered) => reviewRepository(metered).list(workspaceId, "open", "newest", 5, undefined))).toBe(
    5,
  );
});

it("gives all that were asked for, also of what a filter leaves few of", async () => {
  const actor = { type: "member", workspaceId, memberId: "mem_1", role: "manager", language: "uk" } as const;
  const read = await readBy(async (metered) => {
    const found = await listReviews({ reviews: reviewRepository(metered) }, actor, { opinion: "5", limit: 50 });
    expect(found.ok && found.value.items.length).toBe(6);
  });
  expect(read).toBe(30);
});
