import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ApprovalWorld, approvalWorld, highReview, lowReview } from "#tests/support/approval-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import type { Role } from "../../kernel/actor.ts";
import { unwrap } from "../../kernel/result.ts";
import { type AnswerRule, approveAnswer, changeAnswerRule, listWaitingAnswers, returnAnswer } from "../index.ts";

let dynamo: TestDynamo;
let world: ApprovalWorld;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  world = await approvalWorld(dynamo);
});
const approve = (version: number, role: Role = "manager") =>
  approveAnswer(world.deps, world.as(role), { reviewId: lowReview, version });

describe("who answers", () => {
  it.each<[AnswerRule["authors"], string, Role, "sent" | "waits" | "refused"]>([
    ["none", lowReview, "author", "refused"],
    ["none", highReview, "author", "refused"],
    ["low-waits", lowReview, "author", "waits"],
    ["low-waits", highReview, "author", "sent"],
    ["all-wait", lowReview, "author", "waits"],
    ["all-wait", highReview, "author", "waits"],
    ["all-wait", lowReview, "manager", "sent"],
    ["all-wait", lowReview, "owner", "sent"],
    ["all-wait", lowReview, "viewer", "refused"],
  ])("by the rule %s: an answer to %s by the %s is %s", async (authors, reviewId, role, expected) => {
    await world.rule(authors);
    const submitted = await world.answer(reviewId, role);
    await world.respond();
    const outcome = !submitted.ok ? "refused" : "outgoing" in submitted.value ? "sent" : "waits";
    expect(outcome).toBe(expected);
    expect(world.sent).toEqual(expected === "sent" ? ["Вибачте, виправимо"] : []);
  });

  it("is decided by owners and managers, on what they read", async () => {
    expect(await changeAnswerRule(world.deps, world.as("author"), { authors: "all-wait", version: 0 })).toMatchObject({
      error: { code: "forbidden" },
    });
    await world.rule("all-wait");
    expect(await changeAnswerRule(world.deps, world.as("owner"), { authors: "none", version: 0 })).toMatchObject({
      ok: false,
    });
  });
});

describe("an answer that waits", () => {
  beforeEach(async () => {
    await world.rule("low-waits");
    unwrap(await world.answer(lowReview, "author"));
  });

  it("stands before those who approve, with its author", async () => {
    expect(unwrap(await listWaitingAnswers(world.deps, world.as("owner")))).toMatchObject([
      { reviewId: lowReview, text: "Вибачте, виправимо", by: "mem_author", state: "waiting", version: 1 },
    ]);
    expect(world.sent).toEqual([]);
  });

  it("goes out once, however often and by however many it is approved", async () => {
    const outcomes = await Promise.all([approve(1), approve(1, "owner"), approve(1)]);
    expect(outcomes.some(({ ok }) => ok)).toBe(true);
    await approve(1);
    await world.respond();
    expect(world.sent).toEqual(["Вибачте, виправимо"]);
    expect(await world.stored()).toMatchObject({ state: "sent" });
    expect(unwrap(await listWaitingAnswers(world.deps, world.as("owner")))).toEqual([]);
    expect(await approve(3)).toMatchObject({ error: { code: "answer-not-waiting" } });
  });

  it("is sent by approving again when something broke off after the decision", async () => {
    const proposed = await world.stored();
    if (!proposed) throw new Error("nothing waits");
    await world.deps.proposedAnswers.save({ ...proposed, state: "approved", version: 2 });
    expect(await world.answer(lowReview, "author", "Інше")).toMatchObject({ error: { code: "answer-on-its-way" } });
    const outcomes = await Promise.all([approve(1), approve(1, "owner")]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    await world.respond();
    expect(world.sent).toEqual(["Вибачте, виправимо"]);
  });

  it("is not approved in a version that nobody saw, nor by whoever may not", async () => {
    world.clock.advance(1000);
    unwrap(await world.answer(lowReview, "author", "Зовсім інше"));
    expect(await approve(1)).toMatchObject({ error: { code: "changed-meanwhile" } });
    expect(await approve(2, "author")).toMatchObject({ error: { code: "forbidden" } });
    await world.respond();
    expect(world.sent).toEqual([]);
    unwrap(await approve(2));
    await world.respond();
    expect(world.sent).toEqual(["Зовсім інше"]);
  });

  it("comes back with what is to be changed, and is proposed anew", async () => {
    const back = await returnAnswer(world.deps, world.as("owner"), {
      reviewId: lowReview,
      version: 1,
      note: "Запропонуйте каву",
    });
    expect(unwrap(back)).toMatchObject({ state: "returned", note: "Запропонуйте каву", decidedBy: "mem_owner" });
    expect(await approve(2)).toMatchObject({ error: { code: "answer-not-waiting" } });
    world.clock.advance(1000);
    unwrap(await world.answer(lowReview, "author", "Приходьте на каву"));
    expect(await world.stored()).toMatchObject({ state: "waiting", version: 3 });
    expect((await world.stored())?.note).toBeUndefined();
    unwrap(await approve(3));
    await world.respond();
    expect(world.sent).toEqual(["Приходьте на каву"]);
  });

  it("waits anew when it cannot be sent, and says why", async () => {
    world.rig.platform.replies = undefined;
    expect(await approve(1)).toMatchObject({ error: { code: "action-not-supported" } });
    expect(await world.stored()).toMatchObject({ state: "waiting" });
  });

  it("with a placeholder is not taken, and the same once more changes nothing", async () => {
    expect(await world.answer(lowReview, "author", "Вітаємо, {name}")).toMatchObject({
      error: { code: "placeholder-left" },
    });
    unwrap(await world.answer(lowReview, "author"));
    expect(await world.stored()).toMatchObject({ version: 1 });
  });
});
