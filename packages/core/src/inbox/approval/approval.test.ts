import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type InboxRig, intakeRig } from "#tests/support/inbox.ts";
import { proposedAnswerRepository } from "../../adapters/dynamo/proposed-answer-repository.ts";
import { answerRuleRepository } from "../../adapters/dynamo/review-book-repository.ts";
import type { Actor, Role } from "../../kernel/actor.ts";
import { type FakeClock, fakeClock } from "../../kernel/clock.ts";
import { unwrap } from "../../kernel/result.ts";
import { reviewIdOf } from "../../reviews/index.ts";
import {
  type AnswerRule,
  approveAnswer,
  changeAnswerRule,
  handleDelivery,
  handleRespondMessage,
  listWaitingAnswers,
  returnAnswer,
  type SubmitAnswerDeps,
  submitAnswer,
} from "../index.ts";

let dynamo: TestDynamo;
let rig: InboxRig;
let clock: FakeClock;
let deps: SubmitAnswerDeps & { answerRules: ReturnType<typeof answerRuleRepository> };
let workspaceId: string;
let sent: string[];
let workspaces = 0;
const low = reviewIdOf("chan_1", "low");
const high = reviewIdOf("chan_1", "high");

beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  workspaceId = `ws_approval${workspaces++}`;
  clock = fakeClock("2026-11-20T10:00:00Z");
  rig = intakeRig(dynamo, workspaceId, clock);
  sent = [];
  deps = { ...rig, answerRules: answerRuleRepository(dynamo), proposedAnswers: proposedAnswerRepository(dynamo) };
  const idle = async () => ({ kind: "done" }) as const;
  rig.platform.replies = {
    reply: async (_call, _target, text) => {
      sent.push(text);
      return { kind: "done", remoteId: `answer-${sent.length}` };
    },
    findReply: async () => ({ kind: "absent" }),
    ...{ setHidden: idle, setLiked: idle, remove: idle },
  };
  const review = { kind: "review", change: "added", channelRemoteId: "page-1", occurredAt: clock.nowMs() } as const;
  await handleDelivery(
    rig,
    rig.delivery([
      { ...review, remoteId: "low", rating: 2, text: "Холодна кава" },
      { ...review, remoteId: "high", rating: 5, text: "Чудово" },
    ]),
  );
});

const as = (role: Role): Actor => ({ type: "member", workspaceId, memberId: `mem_${role}`, role, language: "uk" });
const rule = async (authors: AnswerRule["authors"]) => {
  const { version } = await deps.answerRules.get(workspaceId);
  unwrap(await changeAnswerRule(deps, as("manager"), { authors, version }));
};
let keys = 0;
const answer = (reviewId: string, role: Role, text = "Вибачте, виправимо") =>
  submitAnswer(deps, as(role), { reviewId, text, clientKey: `key-of-${keys++}-x` });
const stored = async () => (await deps.proposedAnswers.get(workspaceId, low)) ?? undefined;
const approve = (version: number, role: Role = "manager") => approveAnswer(deps, as(role), { reviewId: low, version });
/** Does what the respond queue holds. */
async function respond() {
  for (const { message } of rig.sent.splice(0)) await handleRespondMessage(rig, message);
}

describe("who answers", () => {
  it.each<[AnswerRule["authors"], string, Role, "sent" | "waits" | "refused"]>([
    ["none", low, "author", "refused"],
    ["none", high, "author", "refused"],
    ["low-waits", low, "author", "waits"],
    ["low-waits", high, "author", "sent"],
    ["all-wait", low, "author", "waits"],
    ["all-wait", high, "author", "waits"],
    ["all-wait", low, "manager", "sent"],
    ["all-wait", low, "owner", "sent"],
    ["all-wait", low, "viewer", "refused"],
  ])("by the rule %s: an answer to %s by the %s is %s", async (authors, reviewId, role, expected) => {
    await rule(authors);
    const submitted = await answer(reviewId, role);
    await respond();
    const outcome = !submitted.ok ? "refused" : "outgoing" in submitted.value ? "sent" : "waits";
    expect(outcome).toBe(expected);
    expect(sent).toEqual(expected === "sent" ? ["Вибачте, виправимо"] : []);
  });

  it("is decided by owners and managers, on what they read", async () => {
    expect(await changeAnswerRule(deps, as("author"), { authors: "all-wait", version: 0 })).toMatchObject({
      error: { code: "forbidden" },
    });
    await rule("all-wait");
    expect(await changeAnswerRule(deps, as("owner"), { authors: "none", version: 0 })).toMatchObject({ ok: false });
  });
});

describe("an answer that waits", () => {
  beforeEach(async () => {
    await rule("low-waits");
    unwrap(await answer(low, "author"));
  });

  it("stands before those who approve, with its author", async () => {
    expect(unwrap(await listWaitingAnswers(deps, as("owner")))).toMatchObject([
      { reviewId: low, text: "Вибачте, виправимо", by: "mem_author", state: "waiting", version: 1 },
    ]);
    expect(sent).toEqual([]);
  });

  it("goes out once, however often and by however many it is approved", async () => {
    const outcomes = await Promise.all([approve(1), approve(1, "owner"), approve(1)]);
    expect(outcomes.some(({ ok }) => ok)).toBe(true);
    await approve(1);
    await respond();
    expect(sent).toEqual(["Вибачте, виправимо"]);
    expect(await stored()).toMatchObject({ state: "sent" });
    expect(unwrap(await listWaitingAnswers(deps, as("owner")))).toEqual([]);
    expect(await approve(3)).toMatchObject({ error: { code: "answer-not-waiting" } });
  });

  it("is sent by approving again when something broke off after the decision", async () => {
    const proposed = await stored();
    if (!proposed) throw new Error("nothing waits");
    await deps.proposedAnswers.save({ ...proposed, state: "approved", version: 2 });
    expect(await answer(low, "author", "Інше")).toMatchObject({ error: { code: "answer-on-its-way" } });
    const outcomes = await Promise.all([approve(1), approve(1, "owner")]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    await respond();
    expect(sent).toEqual(["Вибачте, виправимо"]);
  });

  it("is not approved in a version that nobody saw, nor by whoever may not", async () => {
    clock.advance(1000);
    unwrap(await answer(low, "author", "Зовсім інше"));
    expect(await approve(1)).toMatchObject({ error: { code: "changed-meanwhile" } });
    expect(await approve(2, "author")).toMatchObject({ error: { code: "forbidden" } });
    await respond();
    expect(sent).toEqual([]);
    unwrap(await approve(2));
    await respond();
    expect(sent).toEqual(["Зовсім інше"]);
  });

  it("comes back with what is to be changed, and is proposed anew", async () => {
    const back = await returnAnswer(deps, as("owner"), { reviewId: low, version: 1, note: "Запропонуйте каву" });
    expect(unwrap(back)).toMatchObject({ state: "returned", note: "Запропонуйте каву", decidedBy: "mem_owner" });
    expect(await approve(2)).toMatchObject({ error: { code: "answer-not-waiting" } });
    clock.advance(1000);
    unwrap(await answer(low, "author", "Приходьте на каву"));
    expect(await stored()).toMatchObject({ state: "waiting", version: 3 });
    expect((await stored())?.note).toBeUndefined();
    unwrap(await approve(3));
    await respond();
    expect(sent).toEqual(["Приходьте на каву"]);
  });

  it("waits anew when it cannot be sent, and says why", async () => {
    rig.platform.replies = undefined;
    expect(await approve(1)).toMatchObject({ error: { code: "action-not-supported" } });
    expect(await stored()).toMatchObject({ state: "waiting" });
  });

  it("with a placeholder is not taken, and the same once more changes nothing", async () => {
    expect(await answer(low, "author", "Вітаємо, {name}")).toMatchObject({ error: { code: "placeholder-left" } });
    unwrap(await answer(low, "author"));
    expect(await stored()).toMatchObject({ version: 1 });
  });
});
