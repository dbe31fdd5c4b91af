import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type ReportWorld, refused, reportWorld, schedules } from "#tests/support/report-world.ts";
import { maxAttempts } from "../kernel/mail-course.ts";
import { checkReport, reportGraceMs } from "./check-report.ts";
import { readerIdOf } from "./reader-choice.ts";

let dynamo: TestDynamo;
let world: ReportWorld;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  world = await reportWorld(dynamo);
});

const dayMs = 86_400_000;
/** The reports of other tests lie in the same index. */
const queued = (task: "send" | "check") =>
  world.queued.filter(({ message }) => message.reportId === world.report.id && message.task === task);
const periods = () => queued("send").map(({ message }) => message.period);

describe("planning due reports", () => {
  it.each([
    ["daily", "2026-11-20", "2026-11-22"],
    ["weekly", "2026-11-16", "2026-11-22"],
    ["monthly", "2026-10-01", "2026-10-31"],
    ["quarterly", "2026-08-25", "2026-11-22"],
  ] as const)("enqueues a %s report with its period once, and its check after the grace", async (kind, from, to) => {
    world = await reportWorld(dynamo, { schedule: schedules[kind] });
    await world.plan();
    await world.plan();
    expect(queued("send").map(({ message }) => message)).toEqual([
      { ...world.message, kind, period: { from, to }, dueAt: world.report.nextDueAt },
    ]);
    expect(queued("check").map(({ delayMs }) => delayMs)).toEqual([reportGraceMs]);
    const stored = await world.deps.reports.get(world.report.workspaceId, world.report.id);
    expect(stored?.nextDueAt).toBeGreaterThan(world.clock.nowMs());
  });

  it("sends the weeks that were missed one by one, in their order", async () => {
    world.clock.advance(15 * dayMs);
    for (let run = 0; run < 4; run++) await world.plan();
    expect(periods().map(({ from }) => from)).toEqual(["2026-11-16", "2026-11-23", "2026-11-30"]);
  });

  it("sends of the days that were missed the last alone", async () => {
    world = await reportWorld(dynamo, { schedule: schedules.daily });
    world.clock.advance(9 * dayMs);
    for (let run = 0; run < 3; run++) await world.plan();
    expect(periods()).toEqual([{ from: "2026-12-01", to: "2026-12-01" }]);
  });
});

describe("looking after a report", () => {
  const check = () => checkReport(world.deps, { ...world.message, task: "check" });
  const said = () => world.published.map(({ type, data }) => ({ type, data }));
  const late = (waiting: number) => ({
    type: "report.late",
    data: { reportId: world.report.id, from: "2026-11-16", dueAt: world.report.nextDueAt, waiting },
  });

  it("finds nothing when each reader got it, or may not get it", async () => {
    await world.deps.choices.save({
      workspaceId: world.report.workspaceId,
      reportId: world.report.id,
      id: readerIdOf(world.report.workspaceId, world.report.id, "en@example.com"),
      email: "en@example.com",
      stopped: true,
      at: 0,
      via: "link",
      version: 1,
    });
    await world.handle();
    expect(world.sentTo()).toEqual(["uk@example.com"]);
    expect(await check()).toEqual({ waiting: 0 });
    expect(said()).toEqual([]);
  });

  it("says that nobody got it when nothing was even begun", async () => {
    await check();
    expect(said()).toEqual([late(2)]);
  });

  it("says how many wait when the report cannot be built or its mail is not taken", async () => {
    world.failWith((mail) => (mail.to.address.startsWith("uk") ? refused() : undefined));
    await expect(world.handle()).rejects.toThrow();
    await check();
    expect(said()).toEqual([late(1)]);
  });

  it("repeats the word on a mail that was given up, should it have been lost", async () => {
    world.failWith((mail) => (mail.to.address.startsWith("uk") ? refused() : undefined));
    for (let attempt = 1; attempt <= maxAttempts; attempt++) await expect(world.handle()).rejects.toThrow();
    world.published.length = 0;
    await check();
    expect(said()).toMatchObject([{ type: "report.undelivered", data: { email: "uk@example.com", state: "failed" } }]);
  });

  it("is not troubled by a reader who was added or taken off meanwhile", async () => {
    world.failWith((mail) => (mail.to.address.startsWith("uk") ? refused() : undefined));
    await expect(world.handle()).rejects.toThrow();
    const recipients = world.report.recipients.map((reader) =>
      reader.email.startsWith("uk") ? { ...reader, email: "new@example.com" } : reader,
    );
    await world.deps.reports.replace({ ...world.report, recipients, version: 2 });
    await check();
    expect(said()).toEqual([]);
  });
});
