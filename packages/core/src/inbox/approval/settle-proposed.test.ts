import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ApprovalWorld, approvalWorld, lowReview } from "#tests/support/approval-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { comment } from "#tests/support/inbox.ts";
import type { InboundMessage } from "../../channels/inbound.ts";
import { unwrap } from "../../kernel/result.ts";
import { approveAnswer, handleDelivery, listWaitingAnswers, settleAnswered, threadIdOf } from "../index.ts";

let dynamo: TestDynamo;
let world: ApprovalWorld;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  world = await approvalWorld(dynamo);
});
const approve = (version: number) => approveAnswer(world.deps, world.as("manager"), { reviewId: lowReview, version });

describe("an answer that waits while the review is answered otherwise", () => {
  const threadId = threadIdOf("chan_1", "low");
  const settle = () => settleAnswered(world.deps, { workspaceId: world.workspaceId, threadId });
  const waiting = async () =>
    unwrap(await listWaitingAnswers(world.deps, world.as("owner"))).map(({ reviewId }) => reviewId);
  const arrives = (change: Partial<InboundMessage>) =>
    handleDelivery(
      world.rig,
      world.rig.delivery([
        comment({ threadRemoteId: "low", remoteId: "outside", own: true, occurredAt: world.clock.nowMs(), ...change }),
      ]),
    );
  beforeEach(async () => {
    await world.rule("low-waits");
    unwrap(await world.answer(lowReview, "author"));
    world.clock.advance(60_000);
  });

  it("is asked of nobody any more, by a manager's own answer", async () => {
    unwrap(await world.answer(lowReview, "manager", "Приходьте ще"));
    await settle();
    // Until it stands it may still fail, and the one that waits may be needed.
    expect(await waiting()).toEqual([lowReview]);
    await world.respond();
    await settle();
    await settle();
    expect(await waiting()).toEqual([]);
    expect(await world.stored()).toMatchObject({ state: "overtaken", version: 2 });
    expect(await approve(2)).toMatchObject({ error: { code: "answer-not-waiting" } });
    expect(world.sent).toEqual(["Приходьте ще"]);
  });

  it("nor by one that was given on the platform, even before it was proposed", async () => {
    await arrives({ occurredAt: world.clock.nowMs() - 3_600_000 });
    await settle();
    expect(await waiting()).toEqual([]);
  });

  it("cannot be approved over an answer that nobody told of yet", async () => {
    await arrives({});
    expect(await approve(1)).toMatchObject({ error: { code: "answered-meanwhile" } });
    await world.respond();
    expect(world.sent).toEqual([]);
    expect(await world.stored()).toMatchObject({ state: "overtaken" });
  });

  it("waits on where it was proposed after that answer, or that answer was taken away", async () => {
    await arrives({});
    await settle();
    world.clock.advance(60_000);
    unwrap(await world.answer(lowReview, "author", "Краще так"));
    await settle();
    expect(await waiting()).toEqual([lowReview]);
    await arrives({ change: "removed", occurredAt: world.clock.nowMs() });
    await settle();
    expect(await waiting()).toEqual([lowReview]);
  });

  it("is asked of nobody once the review is gone", async () => {
    const gone = { kind: "review", change: "removed", channelRemoteId: "page-1", remoteId: "low" } as const;
    await handleDelivery(world.rig, world.rig.delivery([{ ...gone, occurredAt: world.clock.nowMs() }]));
    await settle();
    expect(await world.stored()).toMatchObject({ state: "overtaken" });
  });

  it("is known as sent when the worker died right after sending what was approved, and is listed until then", async () => {
    const proposed = await world.stored();
    if (!proposed) throw new Error("nothing waits");
    await world.deps.proposedAnswers.save({ ...proposed, state: "approved", version: 2 });
    expect(await waiting()).toEqual([lowReview]);
    const save = async () => {
      throw new Error("died");
    };
    const dead = { ...world.deps, proposedAnswers: { ...world.deps.proposedAnswers, save } };
    await expect(approveAnswer(dead, world.as("manager"), { reviewId: lowReview, version: 2 })).rejects.toThrow("died");
    await world.respond();
    await settle();
    expect(await world.stored()).toMatchObject({ state: "sent" });
    expect(world.sent).toEqual(["Вибачте, виправимо"]);
  });
});
