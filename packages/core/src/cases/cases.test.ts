import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aMember } from "#tests/support/alerts-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { comment, type InboxRig, intakeRig } from "#tests/support/inbox.ts";
import { caseRepository } from "../adapters/dynamo/case-repository.ts";
import { caseCausesRepository } from "../adapters/dynamo/review-book-repository.ts";
import type { InboundReview } from "../channels/inbound.ts";
import {
  handleDelivery,
  messageChanged,
  messageReceived,
  reviewChanged,
  reviewReceived,
  threadIdOf,
} from "../inbox/index.ts";
import type { Actor, Role } from "../kernel/actor.ts";
import { type FakeClock, fakeClock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import { reviewIdOf } from "../reviews/index.ts";
import {
  type Case,
  type CaseState,
  caseIdOf,
  changeCase,
  changeCaseCauses,
  getCase,
  listCases,
  openCase,
  openCaseOfAnswer,
  readCaseCauses,
  watchComplaint,
  watchUnhappyReview,
} from "./index.ts";

let dynamo: TestDynamo;
let rig: InboxRig;
let clock: FakeClock;
let workspaceId: string;
let workspaces = 0;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  workspaceId = `ws_case${workspaces++}`;
  clock = fakeClock("2026-11-20T10:00:00Z");
  rig = intakeRig(dynamo, workspaceId, clock);
});

const as = (role: Role): Actor => ({ type: "member", workspaceId, memberId: `mem_${role}`, role, language: "uk" });
const deps = () => ({
  ...rig,
  cases: caseRepository(dynamo),
  caseCauses: caseCausesRepository(dynamo),
  members: { get: async (_: string, id: string) => (id === "mem_owner" ? aMember(workspaceId, "owner") : null) },
});
const review = (change: Partial<InboundReview> = {}): InboundReview => ({
  kind: "review",
  change: "added",
  channelRemoteId: "page-1",
  remoteId: "r1",
  occurredAt: clock.nowMs(),
  author: { remoteId: "person-1", name: "Ігор" },
  rating: 2,
  text: "Холодна кава",
  ...change,
});
/** Delivers, and hands every event of it to the watchers twice: each may come again. */
async function deliver(...items: Parameters<typeof rig.delivery>[0][number][]): Promise<void> {
  const before = rig.published.length;
  await handleDelivery(rig, rig.delivery(items));
  for (const _ of [1, 2]) {
    for (const event of rig.published.slice(before)) {
      if (event.type === reviewReceived.type || event.type === reviewChanged.type)
        await watchUnhappyReview(deps(), event as Parameters<typeof watchUnhappyReview>[1]);
      if (event.type === messageReceived.type || event.type === messageChanged.type)
        await watchComplaint(deps(), event as Parameters<typeof watchComplaint>[1]);
    }
  }
}
const listed = async (state: CaseState = "open"): Promise<readonly Case[]> =>
  unwrap(await listCases(deps(), as("viewer"), { state, limit: 50 })).items;
const only = async (): Promise<Case> =>
  unwrap(await getCase(deps(), as("viewer"), { caseId: caseIdOf(workspaceId, threadIdOf("chan_1", "r1")) }));

describe("a case", () => {
  it("is opened once by a negative review, with what the person said", async () => {
    await deliver(review());
    expect(await listed()).toMatchObject([
      { person: "Ігор", excerpt: "Холодна кава", opinion: { rating: 2 }, state: "open", version: 1 },
    ]);
  });

  it.each([
    [{ rating: 3 }, 0],
    [{ rating: undefined, recommends: false }, 1],
    [{ rating: undefined, recommends: true }, 0],
    [{ rating: 1, occurredAt: Date.parse("2026-10-01T00:00:00Z") }, 0],
  ])("of a review %o is opened %i times", async (change, count) => {
    await deliver(review(change));
    expect(await listed()).toHaveLength(count);
  });

  it("is opened by a complaint, and by no praise", async () => {
    const occurredAt = clock.nowMs();
    await deliver(comment({ occurredAt, text: "Замовлення так і не привезли, поверніть гроші!" }));
    await deliver(comment({ occurredAt, remoteId: "c2", threadRemoteId: "c2", text: "Дуже смачно, дякую" }));
    expect(await listed()).toMatchObject([{ threadId: threadIdOf("chan_1", "c1") }]);
  });

  it("is opened by what is changed for the worse long after it was written, and not by what is old news", async () => {
    const occurredAt = clock.nowMs() - 40 * 86_400_000;
    await deliver(review({ rating: 5, text: "Смачно", occurredAt }), comment({ text: "Гарно", occurredAt }));
    expect(await listed()).toEqual([]);
    await deliver(
      review({ change: "edited", rating: 1, text: "Більше не прийду" }),
      comment({ change: "edited", text: "Замовлення не привезли, поверніть гроші!", occurredAt: clock.nowMs() }),
    );
    expect((await listed()).map(({ excerpt }) => excerpt).toSorted()).toEqual([
      "Більше не прийду",
      "Замовлення не привезли, поверніть гроші!",
    ]);
  });

  it("records that the rating changed later, each change once, and stays what it was otherwise", async () => {
    await deliver(review());
    clock.advance(60_000);
    await deliver(review({ change: "edited", rating: 5, text: "Виправились", occurredAt: clock.nowMs() }));
    const changed = await only();
    expect(changed).toMatchObject({ opinion: { rating: 2 }, opinionNow: { rating: 5 }, state: "open" });
    expect(changed.history.map(({ what }) => what)).toEqual(["opened", "rating-changed"]);
  });

  it("is open again when the person complains anew after it was closed, and not by what was said before", async () => {
    const complaint = (remoteId: string, occurredAt: number) =>
      comment({ remoteId, threadRemoteId: "c1", occurredAt, text: "Замовлення так і не привезли, поверніть гроші!" });
    const before = clock.nowMs();
    await deliver(complaint("c1", before), review());
    const closed = new Map<string, Case>();
    clock.advance(60_000);
    for (const { id, version } of await listed()) {
      const end = { version, state: "closed", cause: "product", outcome: "Повернули гроші" } as const;
      closed.set(id, unwrap(await changeCase(deps(), as("manager"), { caseId: id, ...end })));
    }
    await deliver(complaint("c2", before + 1000), review({ change: "edited", rating: 4, occurredAt: before + 2000 }));
    expect(await listed()).toEqual([]);
    clock.advance(60_000);
    await deliver(complaint("c3", clock.nowMs()), review({ change: "edited", rating: 1, occurredAt: clock.nowMs() }));
    const again = await listed();
    expect(again).toHaveLength(2);
    for (const one of again) {
      expect(one).toMatchObject({ outcome: "Повернули гроші", openedAt: closed.get(one.id)?.openedAt });
      expect(one.closedAt).toBeUndefined();
      expect(one.history.at(-1)).toMatchObject({ by: "system:cases", what: "moved", state: "open" });
    }
  });

  it("is opened by hand for any conversation, is the same when it is there, and nothing of another workspace", async () => {
    await handleDelivery(rig, rig.delivery([review({ rating: 4 })]));
    const threadId = threadIdOf("chan_1", "r1");
    const first = unwrap(await openCase(deps(), as("manager"), { threadId }));
    expect(unwrap(await openCase(deps(), as("owner"), { threadId }))).toEqual(first);
    const stranger: Actor = { ...as("owner"), workspaceId: "ws_other" };
    expect(await openCase(deps(), stranger, { threadId })).toMatchObject({ error: { code: "not-found" } });
    expect(await getCase(deps(), stranger, { caseId: first.id })).toMatchObject({ error: { code: "not-found" } });
    expect(await openCase(deps(), as("author"), { threadId })).toMatchObject({ error: { code: "forbidden" } });
  });
});

describe("working on a case", () => {
  const change = async (version: number, what: object, role: Role = "manager") =>
    changeCase(deps(), as(role), { caseId: (await only()).id, version, ...what });
  beforeEach(() => deliver(review()));

  it("goes from open to in work to closed, and back to work", async () => {
    expect(unwrap(await change(1, { ownerId: "mem_owner" }))).toMatchObject({ state: "in-work", ownerId: "mem_owner" });
    const closing = { state: "closed", cause: "waiting", done: "Подзвонили", outcome: "Прийшли знову" };
    expect(unwrap(await change(2, closing))).toMatchObject({ ...closing, closedAt: clock.nowMs() });
    expect(await listed("closed")).toHaveLength(1);
    expect(await listed("open")).toEqual([]);
    const told = rig.published.filter(({ type }) => type === "case.closed");
    expect(told).toMatchObject([{ data: { caseId: (await only()).id, reviewId: reviewIdOf("chan_1", "r1") } }]);
    const again = unwrap(await change(3, { state: "in-work" }));
    expect([again.state, again.closedAt]).toEqual(["in-work", undefined]);
    expect(again.history.map(({ what }) => what)).toEqual(["opened", "assigned", "moved", "edited", "moved", "moved"]);
  });

  it.each([
    [
      { state: "closed", outcome: "Готово" },
      { code: "case-unfinished", field: "cause" },
    ],
    [
      { state: "closed", cause: "price" },
      { code: "case-unfinished", field: "outcome" },
    ],
    [{ ownerId: "mem_nobody" }, { code: "unknown-case-owner" }],
    [{ cause: "Паркування" }, { code: "unknown-case-cause", field: "cause" }],
  ])("refuses %o and changes nothing", async (what, error) => {
    expect(await change(1, what)).toMatchObject({ error });
    expect(await only()).toMatchObject({ version: 1, state: "open" });
  });

  it("is done on what was seen, by whoever may", async () => {
    expect(await change(1, { state: "in-work" }, "author")).toMatchObject({ error: { code: "forbidden" } });
    unwrap(await change(1, { state: "in-work" }));
    expect(await change(1, { done: "Інше" })).toMatchObject({ error: { code: "case-changed-meanwhile" } });
  });
});

describe("the causes of a workspace", () => {
  const change = (causes: string[], version: number, role: Role = "manager") =>
    changeCaseCauses(deps(), as(role), { causes, version });

  it("are the usual ones until it names its own, on what was read", async () => {
    expect(unwrap(await readCaseCauses(deps(), as("viewer"))).causes).toContain("waiting");
    expect(await change(["Паркування"], 0, "author")).toMatchObject({ error: { code: "forbidden" } });
    expect(unwrap(await change(["service", "Паркування"], 0)).version).toBe(1);
    expect(await change(["service"], 0)).toMatchObject({ error: { code: "case-causes-changed" } });
    expect(unwrap(await readCaseCauses(deps(), as("viewer"))).causes).toEqual(["service", "Паркування"]);
  });

  it("are what a case may have; one that is taken off the list stays with the case that has it", async () => {
    await deliver(review());
    const caseId = (await only()).id;
    unwrap(await change(["Паркування"], 0));
    unwrap(await changeCase(deps(), as("manager"), { caseId, version: 1, cause: "Паркування" }));
    unwrap(await change(["price"], 1));
    const kept = { caseId, version: 2, cause: "Паркування", done: "Поставили знак" };
    expect(unwrap(await changeCase(deps(), as("manager"), kept))).toMatchObject({ cause: "Паркування" });
    const gone = { caseId, version: 3, cause: "service" };
    expect(await changeCase(deps(), as("manager"), gone)).toMatchObject({ error: { code: "unknown-case-cause" } });
  });
});

it("is opened once by an answer to our question, without a conversation", async () => {
  const answer = { requestId: "ask_1", person: "Олена", words: "Довго чекали" };
  const first = await openCaseOfAnswer(deps(), as("owner"), answer);
  const second = await openCaseOfAnswer(deps(), as("owner"), { ...answer, words: "І кава холодна" });
  expect(second.id).toBe(first.id);
  const cases = await listed();
  expect(cases).toMatchObject([{ requestId: "ask_1", person: "Олена", excerpt: "Довго чекали", state: "open" }]);
  expect(cases[0]?.threadId).toBeUndefined();
  const end = { state: "closed", cause: "waiting", outcome: "Вибачились" } as const;
  clock.advance(60_000);
  unwrap(await changeCase(deps(), as("manager"), { caseId: first.id, version: 1, ...end }));
  expect(await listed()).toEqual([]);
  clock.advance(60_000);
  await openCaseOfAnswer(deps(), as("owner"), { ...answer, words: "І знову чекали" });
  expect(await listed()).toMatchObject([{ id: first.id, state: "open", outcome: "Вибачились" }]);
});
