import * as v from "valibot";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type ReportWorld, reportWorld, schedules } from "#tests/support/report-world.ts";
import type { Actor, Role } from "../kernel/actor.ts";
import { unwrap } from "../kernel/result.ts";
import { checkReport, reportGraceMs } from "./check-report.ts";
import { createReport, editReport, removeReport } from "./define-report.ts";
import { deliveryFor, deliverySchema } from "./delivery.ts";
import { reportSchema, reportSections, sectionsOfKind } from "./model.ts";
import { sendReportNow } from "./send-now.ts";

let dynamo: TestDynamo;
let world: ReportWorld;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  world = await reportWorld(dynamo);
});

const member = (role: Role = "manager"): Actor => ({
  type: "member",
  workspaceId: world.report.workspaceId,
  memberId: "mem_1",
  role,
  language: "uk",
});
const stored = () => world.deps.reports.get(world.report.workspaceId, world.report.id);
const edit = (change: Parameters<typeof editReport>[3]) => editReport(world.deps, member(), world.report.id, change);

describe("a new report", () => {
  it.each(Object.values(schedules))("of the kind $kind has the parts that are usual for it", async (schedule) => {
    const { recipients } = world.report;
    const report = unwrap(await createReport(world.deps, member(), { name: "x", schedule, recipients }));
    expect(report.sections).toEqual(sectionsOfKind[schedule.kind]);
    expect(report.channelIds).toBeUndefined();
    expect(report.nextDueAt).toBeGreaterThan(world.clock.nowMs());
  });

  it("is about channels of the workspace alone, and keeps one that is gone when something else is changed", async () => {
    const { name, schedule, recipients } = world.report;
    const refused = { ok: false, error: { code: "unknown-channel", field: "channelIds" } };
    const make = (channelIds: string[]) =>
      createReport(world.deps, member(), { name, schedule, recipients, channelIds });
    expect(await make(["chan_1", "chan_of_others"])).toMatchObject(refused);
    expect(await edit({ version: 1, channelIds: ["chan_of_others"] })).toMatchObject(refused);
    const { id } = unwrap(await make(["chan_1"]));
    world.deps.channels.list = async () => [];
    expect((await editReport(world.deps, member(), id, { version: 1, name: "x", channelIds: ["chan_1"] })).ok).toBe(
      true,
    );
  });

  it("is not for those who may not manage reports", async () => {
    const { name, schedule, recipients } = world.report;
    expect((await createReport(world.deps, member("author"), { name, schedule, recipients })).ok).toBe(false);
  });
});

describe("changing a report", () => {
  it("keeps what is due when the schedule stays: what is due now is not skipped by a new name", async () => {
    world.clock.advance(60_000);
    unwrap(await edit({ version: 1, name: "Інша назва", schedule: { ...world.report.schedule } }));
    expect((await stored())?.nextDueAt).toBe(world.report.nextDueAt);
  });

  it("counts a new schedule, and going on after a pause, from now", async () => {
    world.clock.advance(60_000);
    unwrap(await edit({ version: 1, paused: true }));
    expect((await stored())?.nextDueAt).toBeUndefined();
    unwrap(await edit({ version: 2, paused: false }));
    expect((await stored())?.nextDueAt).toBe((world.report.nextDueAt ?? 0) + 7 * 86_400_000);
    unwrap(await edit({ version: 3, schedule: schedules.daily }));
    expect((await stored())?.nextDueAt).toBe((world.report.nextDueAt ?? 0) + 86_400_000);
  });

  it("takes chosen channels, and all of them back", async () => {
    unwrap(await edit({ version: 1, channelIds: ["chan_1"], sections: ["risks", "summary"] }));
    expect(await stored()).toMatchObject({ channelIds: ["chan_1"], sections: ["risks", "summary"] });
    unwrap(await edit({ version: 2, name: "x" }));
    expect((await stored())?.channelIds).toEqual(["chan_1"]);
    unwrap(await edit({ version: 3, channelIds: null }));
    expect((await stored())?.channelIds).toBeUndefined();
  });

  it("is refused to whoever saw an older one", async () => {
    unwrap(await edit({ version: 1, name: "a" }));
    expect(await edit({ version: 1, name: "b" })).toMatchObject({ ok: false, error: { code: "changed-meanwhile" } });
  });

  it("takes it away for good, and its messages then send nothing", async () => {
    expect((await removeReport(world.deps, member("viewer"), world.report.id)).ok).toBe(false);
    unwrap(await removeReport(world.deps, member(), world.report.id));
    expect(await stored()).toBeNull();
    expect(await world.handle()).toEqual({ sent: 0 });
    expect((await removeReport(world.deps, member(), world.report.id)).ok).toBe(false);
  });
});

it("reads a report that was stored before there were sections, and a delivery from before there were kinds", () => {
  const { sections: _, ...old } = world.report;
  expect(v.parse(reportSchema, old)).toEqual({ ...old, sections: reportSections });
  const reader = { email: "a@b.ua", name: "А", language: "uk" } as const;
  const { kind: __, secretHashes: ___, ...sent } = deliveryFor(world.message, reader, 0);
  expect(v.parse(deliverySchema, sent)).toMatchObject({ kind: "weekly", secretHashes: [] });
});

describe("sending by hand", () => {
  const deps = () => ({ ...world.deps, reportQueue: world.deps.queue });
  const send = (input: Omit<Parameters<typeof sendReportNow>[2], "reportId">) =>
    sendReportNow(deps(), member(), { reportId: world.report.id, ...input });
  const clientKey = "2f1d8f2e-6f0a-4c55-9d43-0d6a3a1f9b11";
  const message = () => world.queued.filter(({ message }) => message.task === "send").at(-1)?.message;

  it("is of the last whole period by itself", async () => {
    expect(unwrap(await send({}))).toEqual({ from: "2026-11-16", to: "2026-11-22" });
    expect(message()).toEqual({
      task: "send",
      workspaceId: world.report.workspaceId,
      reportId: world.report.id,
      kind: "weekly",
      period: { from: "2026-11-16", to: "2026-11-22" },
      dueAt: world.clock.nowMs(),
    });
  });

  it.each([
    ["weekly", { from: "2026-11-23", to: "2026-11-29" }, 7],
    // The first 90 days of a plan are those of the pack also while they run.
    ["quarterly", undefined, 90],
  ] as const)("of a %s period that still runs takes nobody the whole of it", async (kind, period, days) => {
    const schedule = kind === "quarterly" ? { ...schedules.quarterly, startDay: "2026-11-23" } : schedules.weekly;
    world = await reportWorld(dynamo, { schedule });
    for (let press = 0; press < 2; press++) {
      const running = unwrap(await send({ period }));
      expect(running.from).toBe("2026-11-23");
      await world.handle(message());
    }
    expect(world.sentTo()).toEqual(["en@example.com", "uk@example.com"]);
    world.clock.advance(days * 86_400_000);
    unwrap(await send({}));
    await world.handle(message());
    expect(world.sent).toHaveLength(4);
  });

  it("is looked after: what does not go out is announced, of each wish by itself", async () => {
    await world.handle();
    unwrap(await send({ again: { readers: ["en@example.com"], clientKey } }));
    const check = world.queued.at(-1);
    expect(check).toMatchObject({ message: { task: "check" }, delayMs: reportGraceMs });
    if (!check) throw new Error("nothing looks after it");
    expect(await checkReport(world.deps, check.message)).toEqual({ waiting: 1 });
    expect(world.published).toMatchObject([{ type: "report.late", data: { waiting: 1 } }]);
    await world.handle(message());
    expect(await checkReport(world.deps, check.message)).toEqual({ waiting: 0 });
    expect(world.sentTo()).toEqual(["en@example.com", "en@example.com", "uk@example.com"]);
  });

  it("keeps the kind that a past period was sent as, though the report is of another kind now", async () => {
    await world.handle();
    unwrap(await edit({ version: 1, schedule: schedules.monthly }));
    unwrap(await send({ period: world.message.period, again: { readers: ["en@example.com"], clientKey } }));
    expect(message()).toMatchObject({ kind: "weekly", again: { by: "mem_1", readers: ["en@example.com"] } });
  });

  it("makes one wish of one key, and says which reader is none", async () => {
    for (let press = 0; press < 2; press++) {
      unwrap(await send({ again: { readers: ["en@example.com"], clientKey } }));
      const wish = message();
      if (wish) await world.handle(wish);
    }
    expect(world.sentTo()).toEqual(["en@example.com"]);
    expect(await send({ again: { readers: ["en@example.com", "x@example.com"], clientKey } })).toMatchObject({
      ok: false,
      error: { code: "not-a-reader", field: "again.readers.1" },
    });
  });

  it.each([
    ["2026-11-22", "2026-11-16", "not-a-period"],
    ["2026-11-24", "2026-11-30", "report-of-days-ahead"],
    ["2016-01-01", "2026-01-01", "report-too-long"],
    ["2026-07-01", "2026-10-01", "report-too-long"],
  ])("refuses a period from %s to %s", async (from, to, code) => {
    expect(await send({ period: { from, to } })).toMatchObject({ ok: false, error: { code, field: "period" } });
    expect(world.queued).toEqual([]);
  });

  it.each([
    ["2026-11-23", "2026-11-29"],
    ["2026-07-01", "2026-09-30"],
  ])("takes one that has begun, and a whole quarter: %s to %s", async (from, to) => {
    expect((await send({ period: { from, to } })).ok).toBe(true);
  });
});
