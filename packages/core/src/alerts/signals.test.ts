import * as v from "valibot";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AlertsWorld, alertsWorld } from "#tests/support/alerts-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { comment, type InboxRig, intakeRig } from "#tests/support/inbox.ts";
import type { ChosenAdAccount } from "../ads/index.ts";
import type { Channel } from "../channels/connected/index.ts";
import type { InboundMessage, InboundReview } from "../channels/inbound.ts";
import {
  handleDelivery,
  messageChanged,
  messageReceived,
  reviewChanged,
  reviewReceived,
  threadIdOf,
} from "../inbox/index.ts";
import { noParts } from "../insights/index.ts";
import type { DomainEvent } from "../kernel/events.ts";
import { unwrap } from "../kernel/result.ts";
import { addDays, dayOf } from "../kernel/time.ts";
import { decideAlert } from "./decide-alert.ts";
import { consentNeeded, lookAtChannels, settleConsent, watchConsent } from "./watch-channels.ts";
import { watchMessage } from "./watch-message.ts";
import { watchLateReport, watchReader, watchUndelivered } from "./watch-reports.ts";
import { watchReview } from "./watch-review.ts";
import { settleAnswered, watchOverdueAnswer } from "./watch-waiting.ts";
import { wordsOf } from "./wording.ts";

let dynamo: TestDynamo;
let world: AlertsWorld;
let rig: InboxRig;
let remoteIds = 0;
const minute = 60_000;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
/** Tuesday, 14:00 in Kyiv. */
beforeEach(() => {
  world = alertsWorld(dynamo, "2026-11-24T12:00:00Z");
  rig = intakeRig(dynamo, world.workspace.id, world.clock);
});

/** Lets an event do what follows from it in the register. */
async function react(event: DomainEvent): Promise<void> {
  if (event.type === "message.received") await watchMessage(world.deps, v.parse(messageReceived.schema, event));
  if (event.type === "message.changed") {
    await watchMessage(world.deps, { ...v.parse(messageChanged.schema, event), type: "message.received" });
  }
  if (event.type === "review.received") await watchReview(world.deps, v.parse(reviewReceived.schema, event));
  if (event.type === "review.changed") await watchReview(world.deps, v.parse(reviewChanged.schema, event));
}

/** What people write, taken in as intake does; each of its events comes twice. */
async function hear(items: readonly (InboundMessage | InboundReview)[]): Promise<void> {
  rig.published.length = 0;
  await handleDelivery(rig, rig.delivery(items));
  for (const event of [...rig.published, ...rig.published]) await react(event);
}
const message = (text: string, change: Partial<InboundMessage> = {}): InboundMessage => {
  const remoteId = change.remoteId ?? `c${remoteIds++}`;
  const author = { remoteId: `person-${remoteId}`, name: "Олена" };
  return comment({ remoteId, threadRemoteId: remoteId, occurredAt: world.clock.nowMs(), author, text, ...change });
};
const review = (change: Partial<InboundReview>): InboundReview => ({
  kind: "review",
  change: "added",
  channelRemoteId: "page-1",
  remoteId: "r1",
  occurredAt: world.clock.nowMs(),
  author: { remoteId: "p1", name: "Марта" },
  ...change,
});
const open = async (state: "open" | "closed" = "open") =>
  (await world.deps.alerts.list(world.workspace.id, { state }, 50, undefined)).toSorted((a, b) =>
    a.kind < b.kind ? -1 : 1,
  );
const only = async () => {
  const [alert, ...others] = await open();
  expect(others).toEqual([]);
  if (!alert) throw new Error("no alert");
  return alert;
};

describe("negative messages", () => {
  const complaints = ["Жахливо, кава холодна", "Дуже розчарована", "Нахабна бариста", "Огидний торт", "Ганьба"];
  const storm = async (count: number) => {
    for (let i = 0; i < count; i++) {
      world.clock.advance(minute);
      await hear([message(complaints[i % complaints.length] ?? "")]);
    }
  };

  it("of a burst are one alert with all of them as evidence, each once", async () => {
    await storm(4);
    expect(await open()).toEqual([]);
    await storm(5);
    const alert = await only();
    expect(alert).toMatchObject({ kind: "negative-burst", count: 9, channelId: "chan_1", state: "open" });
    expect(wordsOf("en", alert, "Page").title).toBe("9 negative messages within an hour, usually none (Page)");
    expect(new Set(alert.evidence.map(({ key }) => key)).size).toBe(9);
    expect(alert.evidence[0]).toMatchObject({ what: "message", person: "Олена", excerpt: "Жахливо, кава холодна" });
    expect(new Set(world.published.map(({ id }) => id)).size).toBe(alert.round);
  });

  it("are counted in the title exactly as they stand in the evidence, whatever came or went between", async () => {
    await storm(3);
    world.clock.advance(100 * minute);
    await hear([message("Ганьба", { remoteId: "hidden" })]);
    await hear([message("Ганьба", { remoteId: "hidden", change: "removed" })]);
    await storm(6);
    const alert = await only();
    const [, told] = /^(\d+) negative messages within 2 hours/.exec(wordsOf("en", alert, undefined).title) ?? [];
    expect([Number(told), alert.evidence.length]).toEqual([alert.count, alert.count]);
    world.clock.advance(3 * 60 * minute);
    const { id: alertId, version } = alert;
    const actor = {
      type: "member",
      workspaceId: world.workspace.id,
      memberId: "mem_manager",
      role: "manager",
    } as const;
    const decision = { what: "close", outcome: "handled" } as const;
    unwrap(await decideAlert(world.deps, { ...actor, language: "uk" }, { alertId, version, decision }));
    world.clock.advance(5 * 60 * minute);
    await storm(8);
    const again = await only();
    expect(again.count).toBeGreaterThan(8);
    expect(wordsOf("en", again, undefined).title).toMatch(/^8 negative messages within an hour/);
  });

  it("of a later wave are told anew with all of them, though the first one was never closed", async () => {
    await storm(6);
    const first = await only();
    const acknowledged = { at: world.clock.nowMs(), by: "mem_manager" };
    await world.deps.alerts.save({ ...first, state: "acknowledged", acknowledged, version: first.version + 1 });
    world.clock.advance(9 * 24 * 60 * minute);
    await storm(4);
    expect(await open()).toEqual([]);
    await storm(2);
    const again = await only();
    expect(again).toMatchObject({ id: first.id, round: 2, level: 0 });
    expect(wordsOf("en", again, undefined).title).toMatch(/^6 negative messages within an hour/);
  });

  it("are none on a channel that has so many every day at this hour", async () => {
    const today = dayOf(world.clock.nowMs(), "Europe/Kyiv");
    for (let back = 1; back <= 28; back++) {
      for (const slice of ["13", "14", "15"]) {
        const key = { workspaceId: world.workspace.id, channelId: "chan_1", day: addDays(today, -back), slice };
        const parts = { ...noParts, negative: { ...noParts.negative, messages: 8 } };
        await world.deps.slices.write(key, { parts, byMinutes: "no" }, 0);
      }
    }
    await storm(9);
    expect(await open()).toEqual([]);
    expect(await world.deps.hourlyNorms.get(world.workspace.id, "chan_1")).toMatchObject({ day: today });
  });

  it("that came long ago, or are ours, are no burst", async () => {
    const occurredAt = world.clock.nowMs() - 3 * 86_400_000;
    await hear(Array.from({ length: 9 }, () => message("Жахливо, огидно", { occurredAt })));
    await hear(Array.from({ length: 9 }, () => message("Жахливо, огидно", { own: true })));
    expect(await open()).toEqual([]);
  });
});

describe("other words of customers", () => {
  it("of crisis are one alert for a channel and topic, as grave as the topic", async () => {
    await hear([message("Ми отруїлися вашим салатом"), message("Всю родину отруїли, викликали лікаря")]);
    await hear([message("Подам на вас до суду")]);
    const alerts = await open();
    expect(alerts.map(({ kind, severity, count, params }) => [kind, severity, count, params.topic])).toEqual(
      expect.arrayContaining([
        ["crisis-words", "critical", 2, "poisoning"],
        ["crisis-words", "high", 1, "lawsuit"],
      ]),
    );
    expect(alerts).toHaveLength(2);
  });

  it("that many ask are one alert with the first wording", async () => {
    await hear([message("Чи є у вас безлактозне молоко?"), message("Підкажіть, безлактозне молоко є?")]);
    expect(await open()).toEqual([]);
    await hear([message("А безлактозне молоко буває?")]);
    expect(await only()).toMatchObject({
      kind: "frequent-question",
      side: "opportunity",
      severity: "low",
      count: 3,
      params: { question: "Чи є у вас безлактозне молоко?", persons: 3 },
    });
  });

  it("of a happy customer and of somebody whom many follow are opportunities", async () => {
    await hear([message("Найкращі круасани в місті, неймовірно смачно, дякую вам!")]);
    await hear([message("Зайшла на каву", { author: { remoteId: "star", name: "Зірка", followers: 52_000 } })]);
    await hear([message("Зайшов на каву", { author: { remoteId: "small", name: "Іван", followers: 120 } })]);
    expect((await open()).map(({ kind, side }) => [kind, side])).toEqual([
      ["happy-customer", "opportunity"],
      ["influential-author", "opportunity"],
    ]);
  });

  it("that are neither are nothing", async () => {
    await hear([message("Ми з Одеси."), message("Дякую!"), message("Коли ви відкриваєтесь?")]);
    expect(await open()).toEqual([]);
  });
});

describe("reviews", () => {
  it("of one star are grave, of two less; corrected ones close their alert", async () => {
    await hear([review({ rating: 1, text: "Жах" }), review({ remoteId: "r2", rating: 2, text: "Так собі" })]);
    expect((await open()).map(({ kind, severity }) => [kind, severity]).toSorted()).toEqual([
      ["bad-review", "high"],
      ["bad-review", "medium"],
    ]);
    world.clock.advance(minute);
    await hear([review({ change: "edited", rating: 5, text: "Усе виправили" })]);
    expect(await only()).toMatchObject({ params: { rating: 2 } });
    expect((await open("closed"))[0]).toMatchObject({ outcome: { what: "settled" }, params: { rating: 1 } });
  });

  it("that were good for weeks and then are changed for the worse are news of today, each time anew", async () => {
    await hear([review({ rating: 5, text: "Смачно, дякуємо", occurredAt: world.clock.nowMs() - 40 * 1440 * minute })]);
    expect(await open()).toEqual([]);
    const changed = (rating: number, text: string) => hear([review({ change: "edited", rating, text })]);
    await changed(1, "Отруїлися вашим супом");
    expect((await open()).map(({ kind, severity }) => [kind, severity])).toEqual([
      ["bad-review", "high"],
      ["crisis-words", "critical"],
    ]);
    world.clock.advance(9 * 1440 * minute);
    await changed(5, "Усе з'ясували, дякуємо");
    expect((await open("closed")).map(({ kind }) => kind)).toEqual(["bad-review"]);
    world.clock.advance(minute);
    await changed(1, "Знову холодне");
    expect((await open()).find(({ kind }) => kind === "bad-review")).toMatchObject({ round: 2, count: 2 });
  });

  it("and comments that are changed into words of crisis days later are told of", async () => {
    const occurredAt = world.clock.nowMs() - 5 * 1440 * minute;
    await hear([message("Смачно", { remoteId: "c900", occurredAt })]);
    await hear([message("Ми отруїлися вашим супом!", { remoteId: "c900", change: "edited" })]);
    expect((await open()).map(({ kind }) => kind)).toContain("crisis-words");
  });

  it("that do not recommend are bad, those that delight are an opportunity, the others neither", async () => {
    await hear([review({ recommends: false, text: "Не раджу" })]);
    expect(await only()).toMatchObject({ kind: "bad-review", severity: "medium" });
    await hear([
      review({ remoteId: "r2", rating: 5, text: "Щоразу повертаємось сюди з друзями й дітьми, дякуємо!" }),
      review({ remoteId: "r3", rating: 5, text: "Ок" }),
      review({ remoteId: "r4", rating: 3, text: "Нормально" }),
    ]);
    expect((await open()).map(({ kind }) => kind)).toEqual(["bad-review", "happy-customer"]);
  });
});

describe("what waits", () => {
  it("past its response target is one alert for a channel, and ends when all of it is answered", async () => {
    const first = message("Коли відкриваєтесь?", { remoteId: "w1" });
    const second = message("Де ви?", { remoteId: "w2" });
    await hear([first, second]);
    world.clock.advance(48 * 3_600_000);
    const tell = (remoteId: string) => {
      const threadId = threadIdOf("chan_1", remoteId);
      return watchOverdueAnswer(world.deps, world.workspace.id, { channelId: "chan_1", threadId, dueAt: 1 });
    };
    await tell("w1");
    await tell("w2");
    await tell("w2");
    expect(await only()).toMatchObject({ kind: "response-overdue", count: 2 });
    const answer = async (to: string) => {
      await hear([
        message("Щодня з восьмої", { remoteId: `${to}a`, threadRemoteId: to, parentRemoteId: to, own: true }),
      ]);
      await settleAnswered(world.deps, world.workspace.id, "chan_1");
    };
    await answer("w1");
    expect(await open()).toHaveLength(1);
    await answer("w2");
    expect(await open()).toEqual([]);
  });
});

describe("channels and reports", () => {
  const day = 86_400_000;
  /** Looks at the channel and its ad account as they are, and lets follow what does; everything twice. */
  const look = async (change: Partial<Channel>, chosen?: Partial<ChosenAdAccount>) => {
    const { channel, workspace, deps, published } = world;
    const account = { id: "act_1", name: "Листок", currency: "UAH", timeZone: "Europe/Kyiv" };
    const place = { workspaceId: workspace.id, channelId: channel.id };
    const kept = chosen ? { ...place, account, chosenBy: "mem_owner", chosenAt: 0, ...chosen } : null;
    const changed = {
      ...deps,
      channels: { get: async () => ({ ...channel, ...change }), list: async () => [{ ...channel, ...change }] },
      adAccounts: { get: async () => kept, list: async () => (kept ? [kept] : []) },
    };
    published.length = 0;
    await lookAtChannels(changed);
    for (const event of [...published, ...published].filter(({ type }) => type === consentNeeded.type)) {
      await watchConsent(changed, workspace.id, v.parse(consentNeeded.schema, event).data);
    }
    if (change.consentedAt !== undefined) await settleConsent(changed, workspace.id, { channelId: channel.id });
  };

  it("a channel is told of a week before its access ends, graver on the last day, and its alert ends when it is connected", async () => {
    const { clock } = world;
    await look({ tokenExpiresAt: clock.nowMs() + 8 * day });
    await look({ tokenExpiresAt: clock.nowMs() + 3 * day, sealedRefreshToken: "renewable" });
    expect(await open()).toEqual([]);
    const tokenExpiresAt = clock.nowMs() + 6 * day;
    await look({ tokenExpiresAt });
    await look({ tokenExpiresAt });
    expect(await only()).toMatchObject({ kind: "channel-consent", severity: "medium", count: 1 });
    clock.advance(5.5 * day);
    await look({ tokenExpiresAt });
    expect((await only()).severity).toBe("high");
    await look({ state: "reconnect", tokenExpiresAt });
    expect((await only()).params).toMatchObject({ stage: "ended" });
    const consentedAt = clock.nowMs();
    await look({ consentedAt });
    expect(await open("closed")).toMatchObject([{ outcome: { because: "connected" } }]);
    clock.advance(day);
    await look({ consentedAt, state: "reconnect" });
    expect(await only()).toMatchObject({ round: 3, params: { stage: "ended" } });
  });

  it("the ads of a channel are told of a week before the person's consent ends, with the cure, and when it has", async () => {
    const { clock } = world;
    const personTokenExpiresAt = clock.nowMs() + 60 * day;
    await look({ personTokenExpiresAt }, {});
    clock.advance(53 * day - 1);
    await look({ personTokenExpiresAt }, {});
    expect(await open()).toEqual([]);
    clock.advance(1);
    await look({ personTokenExpiresAt });
    expect(await open()).toEqual([]);
    await look({ personTokenExpiresAt }, {});
    const alert = await only();
    expect(alert).toMatchObject({ kind: "channel-consent", severity: "medium", count: 1, params: { of: "ads" } });
    expect(wordsOf("en", alert, "Page")).toMatchObject({
      title: "Access to the figures of ads ends on 23 January (Page)",
      decision: expect.stringMatching(/connects the channel again/),
    });
    expect(alert.evidence[0]?.excerpt).toContain("Листок");
    clock.advance(7 * day);
    await look({ personTokenExpiresAt }, {});
    expect(await only()).toMatchObject({ severity: "medium", count: 2, params: { stage: "ended" } });
    await look({ personTokenExpiresAt: clock.nowMs() + 60 * day, consentedAt: clock.nowMs() }, {});
    expect(await open("closed")).toMatchObject([{ outcome: { because: "connected" } }]);
  });

  it("access is said to end on the day that it is then in the workspace", async () => {
    await look({ tokenExpiresAt: Date.parse("2026-11-28T22:30:00Z") });
    const alert = await only();
    expect(wordsOf("en", alert, "Page").title).toBe("Access to Page ends on 29 November");
    expect(wordsOf("uk", alert, "Листок").title).toBe("Доступ до каналу «Листок» закінчиться 29 листопада");
  });

  it("ads whose consent was taken back are told of until somebody consents again, whatever was met before", async () => {
    const { clock } = world;
    const trouble = { trouble: "no-permission" as const, troubledAt: clock.nowMs() };
    await look({ personTokenExpiresAt: clock.nowMs() + 50 * day }, trouble);
    expect(await only()).toMatchObject({ params: { of: "ads", stage: "ended" } });
    clock.advance(minute);
    await look({ personTokenExpiresAt: clock.nowMs() + 60 * day, consentedAt: clock.nowMs() }, trouble);
    expect(await open()).toEqual([]);
    await look({}, { trouble: "not-found", troubledAt: clock.nowMs() });
    expect(await open()).toEqual([]);
  });

  it("a report that does not reach a reader is one alert for both", async () => {
    const event = {
      id: "evt_1",
      type: "report.undelivered" as const,
      workspaceId: world.workspace.id,
      actor: "system:mail",
      occurredAt: world.clock.nowMs(),
      data: { reportId: "rep_1", deliveryId: "mail_1", email: "a@b.ua", state: "bounced" as const },
    };
    await watchUndelivered(world.deps, event);
    await watchUndelivered(world.deps, event);
    await watchUndelivered(world.deps, { ...event, data: { ...event.data, deliveryId: "mail_2" } });
    expect(await only()).toMatchObject({
      kind: "report-undelivered",
      count: 2,
      params: { email: "a@b.ua", how: "bounced" },
    });
  });

  it.each([
    ["bounced", "Permanent/General", /correct it in the report/],
    ["bounced", "Transient/MailboxFull", /once more tomorrow/],
    ["bounced", undefined, /correct it in the report/],
    ["complained", undefined, /marked it as spam/],
    ["suspended", undefined, /“Try again”/],
    ["failed", "MessageRejected", /Send the report once more/],
  ] as const)("says what to do about a report that %s (%s)", async (state, cause, words) => {
    const data = { reportId: "rep_1", deliveryId: "mail_1", email: "a@b.ua", state, ...(cause && { cause }) };
    await watchUndelivered(world.deps, ofReport("report.undelivered", data));
    const alert = await only();
    for (const language of ["en", "uk"] as const)
      expect(wordsOf(language, alert, undefined).decision).toMatch(/^\p{Lu}.+\.$/u);
    expect(wordsOf("en", alert, undefined).decision).toMatch(words);
  });

  const ofReport = <Type extends string, Data>(type: Type, data: Data) => ({
    id: `evt_${JSON.stringify(data)}`,
    type,
    workspaceId: world.workspace.id,
    actor: "system:report",
    occurredAt: world.clock.nowMs(),
    data,
  });

  it("a report that is late is one alert, however many wait and however often it is late", async () => {
    const data = { reportId: "rep_1", from: "2026-11-16", dueAt: 1, waiting: 2 };
    for (const dueAt of [1, 1, 2]) await watchLateReport(world.deps, ofReport("report.late", { ...data, dueAt }));
    expect(await only()).toMatchObject({ kind: "report-undelivered", severity: "medium", count: 2 });
  });

  it("a reader from outside who stops a report is told of mildly, and settled when they have it again", async () => {
    const data = { reportId: "rep_1", email: "a@b.ua", stopped: true, via: "link" as const };
    await watchReader(world.deps, ofReport("report.reader-chose", { ...data, via: "member" as const }));
    expect(await open()).toEqual([]);
    await watchReader(world.deps, ofReport("report.reader-chose", data));
    expect(await only()).toMatchObject({ severity: "low", params: { how: "stopped", email: "a@b.ua" } });
    await watchReader(world.deps, ofReport("report.reader-chose", { ...data, stopped: false }));
    expect(await open()).toEqual([]);
  });
});
