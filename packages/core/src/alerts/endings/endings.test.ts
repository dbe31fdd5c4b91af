import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AlertsWorld, alertsWorld } from "#tests/support/alerts-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { comment, type InboxRig, intakeRig } from "#tests/support/inbox.ts";
import { aPost, aPublication } from "#tests/support/publishing-world.ts";
import { type Case, caseIdOf } from "../../cases/index.ts";
import type { InboundMessage, InboundReview } from "../../channels/inbound.ts";
import { alertTexts } from "../../i18n/alerts.ts";
import { handleDelivery, markThread, messageIdOf, threadIdOf } from "../../inbox/index.ts";
import type { MemberActor } from "../../kernel/actor.ts";
import { notMailed } from "../../kernel/mail-course.ts";
import { unwrap } from "../../kernel/result.ts";
import { aNewLead, type Lead } from "../../leads/index.ts";
import { type FollowUp, notBegun, type Publication } from "../../publishing/index.ts";
import { type Report, type ReportDelivery, reportSections } from "../../reports/index.ts";
import { reviewIdOf } from "../../reviews/index.ts";
import { lookAtOpen } from "../look-at-open.ts";
import { raiseAlert } from "../raise-alert.ts";
import { settleCause } from "../settle-alert.ts";
import { settleGivenUp } from "../settle-publishing.ts";
import type { Signal } from "../signal.ts";
import { watchFailed, watchLate } from "../watch-publishing.ts";
import { watchLateReport, watchUndelivered } from "../watch-reports.ts";
import { watchReview } from "../watch-review.ts";
import { watchOverdueAnswer, watchWaitingLead } from "../watch-waiting.ts";
import { endings } from "./ending.ts";

const minute = 60_000;
const day = 1440 * minute;
const lost = { class: "auth-expired", code: "channel-access-lost" };
let dynamo: TestDynamo;
let world: AlertsWorld;
let rig: InboxRig;
let ws: string;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  world = alertsWorld(dynamo, "2026-11-24T12:00:00Z");
  ws = world.workspace.id;
  rig = intakeRig(dynamo, ws, world.clock);
});

const now = () => world.clock.nowMs();
const listed = (state: "open" | "closed") => world.deps.alerts.list(ws, { state }, 50, undefined);
const openKinds = async () => (await listed("open")).map(({ kind }) => kind);
/** By what the only closed alert ended, after the register was looked through. */
const lookedThrough = async () => {
  await lookAtOpen(world.deps, ws);
  return (await listed("closed")).map(({ outcome }) => outcome?.because);
};
const hear = (...items: (InboundMessage | InboundReview)[]) => handleDelivery(rig, rig.delivery(items));
const eventOf = <Type extends string, Data>(type: Type, data: Data) => ({
  id: `evt_${JSON.stringify(data)}`,
  type,
  workspaceId: ws,
  actor: "system:test",
  occurredAt: now(),
  data,
});
const manager = (): MemberActor => ({
  type: "member",
  workspaceId: ws,
  memberId: "mem_manager",
  role: "manager",
  language: "uk",
});

describe("posts", () => {
  const post = async (id: string, change: Partial<Publication> = {}): Promise<Publication> => {
    const one = aPublication({ id, workspaceId: ws, postId: `post_${id}`, dueAt: now() - 20 * minute, ...change });
    await world.deps.posts.create(aPost({ id: one.postId, workspaceId: ws, state: "scheduled" }));
    await world.deps.publications.create(one);
    return one;
  };
  const becomes = async (one: Publication, change: Partial<Publication>): Promise<Publication> => {
    const stored = await world.deps.publications.get(ws, one.id);
    const saved = stored && (await world.deps.publications.save({ ...stored, ...change }));
    if (!saved) throw new Error("not stored");
    return saved;
  };
  const data = ({ id, postId, channelId, platform, dueAt }: Publication) => ({
    ...{ publicationId: id, postId, channelId, platform, dueAt },
  });
  const fails = async (one: Publication): Promise<void> => {
    const failed = await becomes(one, { state: "failed", fence: one.fence + 1, failure: lost });
    await watchFailed(world.deps, eventOf("publication.failed", { ...data(failed), failure: lost }));
  };
  const late = (one: Publication, state: "scheduled" | "unconfirmed") =>
    watchLate(world.deps, {
      ...eventOf("publications.late", {
        channelId: one.channelId,
        publications: [{ ...data(one), state, excerpt: "Осіннє меню" }],
      }),
    });

  it.each([
    [{ state: "published" }, "published"],
    [{ state: "canceled" }, "canceled"],
    [{ state: "failed", failure: { ...lost, code: "platform-permission" } }, "failed-otherwise"],
    [{ state: "scheduled" }, undefined],
    [{ state: "unconfirmed" }, undefined],
  ] as const)("that failed and then are %o have ended by: %s", async (change, because) => {
    const one = await post("pub_1");
    await fails(one);
    await becomes(one, { failure: undefined, ...change });
    expect(await lookedThrough()).toEqual(because ? [because] : []);
  });

  it.each([
    [{ state: "published" }, "published"],
    [{ state: "failed" }, "given-up"],
    [{ dueAt: Date.parse("2026-11-25T12:00:00Z") }, "moved"],
    [{ state: "processing" }, "tried-again"],
    [{}, undefined],
  ] as const)("that were late and then are %o have ended by: %s", async (change, because) => {
    const one = await post("pub_1");
    await late(one, "scheduled");
    await becomes(one, change);
    expect(await lookedThrough()).toEqual(because ? [because] : []);
  });

  it.each([
    ["published", "published"],
    ["failed", "given-up"],
    ["scheduled", "tried-again"],
    ["unconfirmed", undefined],
  ] as const)("of which nobody knew and that then are %s have ended by: %s", async (state, because) => {
    const one = await post("pub_1", { state: "unconfirmed", dueAt: now() - 60 * minute });
    await late(one, "unconfirmed");
    await becomes(one, { state });
    expect(await lookedThrough()).toEqual(because ? [because] : []);
  });

  it("close the alert that names forty of them once the last has come to its end, and not before", async () => {
    const all = await Promise.all(Array.from({ length: 40 }, (_, n) => post(`pub_${n}`)));
    for (const one of all) await fails(one);
    const [alert] = await listed("open");
    expect(alert).toMatchObject({ count: 40 });
    expect(alert?.evidence).toHaveLength(12);
    expect(JSON.stringify(alert).length).toBeLessThan(6_000);
    for (const one of all.slice(0, 39)) await becomes(one, { state: "published", failure: undefined });
    const cause = `${all[0]?.channelId}:${lost.code}`;
    expect(await settleCause(world.deps, ws, "post-failed", cause)).toBeUndefined();
    await becomes(all[39] ?? aPublication(), { state: "canceled", failure: undefined });
    expect(await settleCause(world.deps, ws, "post-failed", cause)).toBe("several");
    const [closed] = await listed("closed");
    expect(closed?.evidence).toEqual(alert?.evidence);
  });

  it("leave an alert of more than is kept to a person", async () => {
    const signal: Signal = {
      kind: "post-failed",
      cause: `chan_1:${lost.code}`,
      severity: "high",
      params: { code: lost.code },
      evidence: [{ key: "pub_0 1", what: "post", id: "post_0", at: now() }],
    };
    const more = Array.from({ length: 220 }, (_, n) => ({ ...signal.evidence[0], key: `pub_${n} 1` }));
    await raiseAlert(world.deps, ws, { ...signal, evidence: [signal.evidence[0], ...more.slice(1)] });
    expect(await lookedThrough()).toEqual([]);
  });

  it("that are given up as a whole close the alert of what of them had failed", async () => {
    const one = await post("pub_1", { id: "pub_1" });
    await fails(one);
    const whole = await world.deps.posts.get(ws, one.postId);
    if (!whole) throw new Error("no post");
    const event = eventOf("post.canceled", { postId: one.postId, authorId: "mem_author" });
    await settleGivenUp(world.deps, event);
    expect(await openKinds()).toEqual(["post-failed"]);
    await world.deps.posts.save({ ...whole, state: "canceled" });
    await lookAtOpen(world.deps, ws);
    expect((await listed("closed"))[0]?.outcome?.because).toBe("canceled");
  });

  it.each([
    ["published", "follow-up-published"],
    ["canceled", "follow-up-given-up"],
    ["scheduled", undefined],
    ["failed", undefined],
  ] as const)("whose first comment failed and then is %s have ended by: %s", async (state, because) => {
    const part: FollowUp = { kind: "first-comment", ...notBegun, state: "failed", failure: lost };
    const one = await post("pub_1", { state: "published", followUps: [part] });
    const event = { ...data(one), kind: "first-comment" as const, failure: lost };
    await watchFailed(world.deps, eventOf("publication.follow-up-failed", event));
    expect(await lookedThrough()).toEqual([]);
    await becomes(one, { followUps: [{ ...part, state }] });
    expect(await lookedThrough()).toEqual(because ? [because] : []);
    await becomes(one, { followUps: [] });
    expect(await lookedThrough()).toEqual([because ?? "gone"]);
  });
});

describe("conversations and people", () => {
  const threadId = (n: number) => threadIdOf("chan_1", `c${n}`);
  const overdue = async (count: number): Promise<void> => {
    const asked = Array.from({ length: count }, (_, n) =>
      comment({ remoteId: `c${n}`, threadRemoteId: `c${n}`, occurredAt: now(), text: "Коли відкриваєтесь?" }),
    );
    await hear(...asked);
    world.clock.advance(2 * day);
    for (let n = 0; n < count; n++) {
      await watchOverdueAnswer(world.deps, ws, { channelId: "chan_1", threadId: threadId(n), dueAt: 1 });
    }
  };
  const answer = (n: number) =>
    hear(
      comment({
        ...{ remoteId: `a${n}`, threadRemoteId: `c${n}`, parentRemoteId: `c${n}` },
        ...{ occurredAt: now(), text: "Щодня з восьмої", own: true },
      }),
    );

  it("past their target close their alert only when all are answered, also of those that it does not show", async () => {
    await overdue(14);
    expect((await listed("open"))[0]).toMatchObject({ kind: "response-overdue", count: 14 });
    for (let n = 0; n < 14; n++) if (n !== 2) await answer(n);
    expect(await lookedThrough()).toEqual([]);
    await answer(2);
    expect(await lookedThrough()).toEqual(["answered"]);
  });

  it("that were marked done, or whose words were taken back, have ended too", async () => {
    await overdue(2);
    await answer(0);
    unwrap(await markThread(rig, manager(), { threadId: threadId(1), state: "done" }));
    expect(rig.published.at(-1)).toMatchObject({ type: "thread.done", data: { channelId: "chan_1" } });
    expect(await lookedThrough()).toEqual(["several"]);
  });

  const aLead = (change: Partial<Lead>): Lead =>
    aNewLead(
      { workspaceId: ws, id: "lead_1", createdAt: now(), sources: [{ id: "s", kind: "manual", at: now() }], ...change },
      "system:test",
    );
  const waiting = { since: 1, dueAt: 2 };

  it.each([
    [{}, "lead-answered"],
    [{ erasedAt: 5, waiting }, "lead-erased"],
    [{ mergedInto: "lead_2", waiting }, "lead-answered"],
    [{ waiting }, undefined],
  ] as const)("leads that waited and then are %o have ended by: %s", async (change, because) => {
    const id = `lead_${JSON.stringify(change)}`;
    await world.deps.leads.create(aLead({ id, waiting }));
    await world.deps.leads.create(aLead({ id: "lead_2" }));
    await watchWaitingLead(world.deps, ws, { leadId: id, ...waiting });
    expect(await openKinds()).toEqual(["lead-waiting"]);
    await world.deps.leads.save(aLead({ id, ...change, version: 2 }));
    expect(await lookedThrough()).toEqual(because ? [because] : []);
  });
});

describe("reviews", () => {
  const review = (change: Partial<InboundReview>): InboundReview => ({
    ...{ kind: "review", change: "added", channelRemoteId: "page-1", remoteId: "r1" },
    ...{ occurredAt: now(), author: { remoteId: "p1", name: "Марта" }, rating: 1, text: "Жах" },
    ...change,
  });
  const reviewId = reviewIdOf("chan_1", "r1");
  const told = async (one: InboundReview) => {
    await hear(one);
    const place = { channelId: "chan_1", threadId: threadIdOf("chan_1", "r1"), reviewId };
    const data = { ...place, sentiment: "neutral" as const, removed: false, postedAt: now() };
    await watchReview(world.deps, eventOf("review.received", data));
  };

  it.each([
    [{ change: "edited", rating: 5, text: "Усе виправили" }, "corrected"],
    [{ change: "removed" }, "gone"],
    [{ change: "edited", rating: 2, text: "Трохи краще" }, undefined],
  ] as const)("that were bad and then are %o have ended by: %s", async (change, because) => {
    await told(review({}));
    world.clock.advance(minute);
    await hear(review({ ...change, occurredAt: now() }));
    expect(await lookedThrough()).toEqual(because ? [because] : []);
  });

  it("that were bad end with their case, when it was closed since", async () => {
    await told(review({}));
    const [alert] = await listed("open");
    const threadId = alert?.evidence[0]?.id ?? "";
    const its: Case = {
      ...{ workspaceId: ws, id: caseIdOf(ws, threadId), threadId, reviewId },
      ...{ state: "open", openedAt: now(), history: [], version: 1 },
    };
    await world.deps.cases.create(its);
    expect(await lookedThrough()).toEqual([]);
    await world.deps.cases.save({ ...its, state: "closed", closedAt: now(), version: 2 });
    expect(await lookedThrough()).toEqual(["case-closed"]);
  });

  it("and words of praise that were taken back are no opportunity any more", async () => {
    await told(review({ rating: 5, text: "Щоразу повертаємось сюди з друзями й дітьми, дякуємо!" }));
    expect(await openKinds()).toEqual(["happy-customer"]);
    world.clock.advance(minute);
    await hear(review({ change: "edited", rating: 3, text: "Нормально", occurredAt: now() }));
    expect(await lookedThrough()).toEqual(["corrected"]);
  });
});

describe("reports", () => {
  const period = { from: "2026-11-16", to: "2026-11-22" };
  const recipient = { email: "a@b.ua", name: "А", language: "uk" as const };
  const aReport = (change: Partial<Report> = {}): Report => ({
    ...{ id: "rep_1", workspaceId: ws, name: "Тиждень", recipients: [recipient], paused: true },
    ...{ sections: reportSections, createdAt: 0, version: 1 },
    schedule: { kind: "weekly", weekday: 1, time: "09:00" },
    ...change,
  });
  const delivery = (state: ReportDelivery["state"], change: Partial<ReportDelivery> = {}): ReportDelivery => ({
    ...{ id: "mail_1", workspaceId: ws, reportId: "rep_1", kind: "weekly", period, recipient, secretHashes: [] },
    ...notMailed(now()),
    state,
    ...change,
  });
  const undelivered = () =>
    watchUndelivered(
      world.deps,
      eventOf("report.undelivered", {
        ...{ reportId: "rep_1", deliveryId: "mail_1", email: "a@b.ua", state: "bounced" as const },
      }),
    );
  const late = () =>
    watchLateReport(world.deps, eventOf("report.late", { reportId: "rep_1", from: period.from, dueAt: 1, waiting: 1 }));

  it("that were late end once each of their readers' mails is on its way", async () => {
    await world.deps.reports.create(aReport());
    await world.deps.reportDeliveries.open(delivery("waiting"));
    await late();
    expect(await lookedThrough()).toEqual([]);
    await world.deps.reportDeliveries.replace(delivery("delivered", { version: 2 }));
    expect(await lookedThrough()).toEqual(["delivered"]);
  });

  it.each(["failed", "bounced"] as const)("that were late and then %s are not said to have arrived", async (state) => {
    await world.deps.reports.create(aReport());
    await world.deps.reportDeliveries.open(delivery(state));
    await late();
    expect(await lookedThrough()).toEqual(["not-delivered"]);
  });

  it("that came back end when a later mail arrives, and not by one that had arrived before", async () => {
    await world.deps.reports.create(aReport());
    await world.deps.reportDeliveries.open(delivery("delivered", { id: "mail_0", changedAt: now() - minute }));
    await undelivered();
    expect(await lookedThrough()).toEqual([]);
    world.clock.advance(minute);
    await world.deps.reportDeliveries.open(delivery("delivered", { id: "mail_2" }));
    expect(await lookedThrough()).toEqual(["delivered"]);
  });

  it("end when the address is taken from the report, or the report is removed", async () => {
    await world.deps.reports.create(aReport());
    await undelivered();
    expect(await lookedThrough()).toEqual([]);
    await world.deps.reports.replace(aReport({ recipients: [{ ...recipient, email: "c@d.ua" }], version: 2 }));
    expect(await lookedThrough()).toEqual(["reader-removed"]);
    await late();
    await world.deps.reports.remove(ws, "rep_1");
    expect((await lookedThrough()).toSorted()).toEqual(["reader-removed", "report-removed"]);
  });
});

describe("opportunities", () => {
  const praise = (): Promise<unknown> => {
    const messageId = messageIdOf("chan_1", "praise");
    const threadId = threadIdOf("chan_1", "praise");
    return raiseAlert(world.deps, ws, {
      kind: "happy-customer",
      cause: threadId,
      severity: "low",
      evidence: [{ key: messageId, what: "message", id: threadId, at: now() }],
    });
  };

  it("have passed after two weeks that nobody took them up in; what is a threat stays", async () => {
    await hear(
      comment({ remoteId: "praise", threadRemoteId: "praise", text: "Найкращі круасани!", occurredAt: now() }),
    );
    await praise();
    await raiseAlert(world.deps, ws, {
      kind: "negative-burst",
      cause: "chan_1",
      severity: "high",
      evidence: [{ key: "m1", what: "message", id: "thr_1", at: now() }],
    });
    world.clock.advance(13 * day);
    expect(await lookedThrough()).toEqual([]);
    world.clock.advance(day);
    expect(await lookedThrough()).toEqual(["passed"]);
    expect(await openKinds()).toEqual(["negative-burst"]);
  });
});

it("says in both languages by what each ended", () => {
  for (const language of ["uk", "en"] as const) {
    const { ended } = alertTexts(language);
    for (const ending of endings) expect(ended[ending], `${language} ${ending}`).toMatch(/^\p{Lu}.+\.$/u);
  }
});
