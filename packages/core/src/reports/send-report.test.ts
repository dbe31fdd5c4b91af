import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { reportDeliveryRepository, reportRepository } from "../adapters/dynamo/report-repository.ts";
import { fakeClock } from "../kernel/clock.ts";
import type { DomainEvent } from "../kernel/events.ts";
import { newId } from "../kernel/ids.ts";
import type { Mail } from "../kernel/mail.ts";
import { armedGraceMs, maxAttempts } from "../kernel/mail-course.ts";
import type { RenderedReport, ReportContent } from "./content.ts";
import { deliveryTags, type ReportMessage } from "./messages.ts";
import { type Report, reportSections } from "./model.ts";
import { planDueReports } from "./plan-due-reports.ts";
import { recordMailEvent } from "./record-mail-event.ts";
import { handleReportMessage } from "./send-report.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

const rendered: RenderedReport = {
  subject: "s",
  html: "h",
  text: "t",
  images: [],
  pdf: { fileName: "r.pdf", bytes: new Uint8Array() },
  csv: { fileName: "r.csv", text: "" },
};

function setUp() {
  const clock = fakeClock("2026-11-23T07:00:00Z");
  const report: Report = {
    id: newId("rep"),
    workspaceId: newId("ws"),
    name: "Weekly",
    schedule: { kind: "weekly", weekday: 1, time: "09:00" },
    sections: reportSections,
    recipients: [
      { email: "uk@example.com", name: "У", language: "uk" },
      { email: "en@example.com", name: "E", language: "en" },
    ],
    paused: false,
    nextDueAt: clock.nowMs(),
    createdAt: clock.nowMs(),
    version: 1,
  };
  const sent: Mail[] = [];
  const queued: { message: ReportMessage; delayMs?: number | undefined }[] = [];
  const published: DomainEvent[] = [];
  let fault: ((mail: Mail) => Error | undefined) | undefined;
  const deps = {
    clock,
    reports: reportRepository(dynamo),
    deliveries: reportDeliveryRepository(dynamo),
    source: { collect: async () => ({}) as ReportContent },
    render: async () => rendered,
    mailer: {
      send: async (mail: Mail) => {
        const error = fault?.(mail);
        if (error?.message !== "refused") sent.push(mail);
        if (error) throw error;
        return { messageId: `m${sent.length}` };
      },
    },
    queue: {
      send: async (message: ReportMessage, options: { delayMs?: number } = {}) => {
        queued.push({ message, delayMs: options.delayMs });
      },
      sendAll: async () => {},
    },
    events: { publish: async (events: readonly DomainEvent[]) => void published.push(...events) },
    workspaces: {
      get: async () => ({
        id: report.workspaceId,
        name: "W",
        timeZone: "Europe/Kyiv",
        language: "uk" as const,
        currency: "UAH",
        createdAt: 0,
      }),
      listAll: async () => [],
      create: async () => true,
    },
  };
  const message = {
    workspaceId: report.workspaceId,
    reportId: report.id,
    period: { from: "2026-11-16", to: "2026-11-22" },
  };
  const handle = () => handleReportMessage(deps, message);
  return {
    deps,
    report,
    sent,
    queued,
    published,
    clock,
    message,
    handle,
    failWith: (make: typeof fault) => (fault = make),
  };
}

let world: ReturnType<typeof setUp>;
beforeEach(async () => {
  world = setUp();
  await world.deps.reports.create(world.report);
});

const refused = () => Object.assign(new Error("refused"), { $metadata: { httpStatusCode: 400 } });
const answerLost = () => new Error("socket hang up");

describe("sending a report", () => {
  it("reaches each reader once, however often the message comes", async () => {
    await Promise.all([world.handle(), world.handle()]);
    await world.handle();
    expect(world.sent.map(({ to }) => to.address).sort()).toEqual(["en@example.com", "uk@example.com"]);
  });

  it("tries again for the reader whose mail was refused, and only for that one", async () => {
    world.failWith((mail) => (mail.to.address.startsWith("uk") ? refused() : undefined));
    await expect(world.handle()).rejects.toThrow("1 mails");
    world.failWith(undefined);
    await world.handle();
    expect(world.sent).toHaveLength(2);
  });

  it("does not repeat a mail whose answer was lost, and believes the mail service's event", async () => {
    world.failWith((mail) => (mail.to.address.startsWith("uk") ? answerLost() : undefined));
    await world.handle();
    await world.handle();
    expect(world.sent).toHaveLength(2);
    expect(world.queued.at(-1)).toMatchObject({ delayMs: armedGraceMs });
    const armed = (await world.deps.deliveries.list(world.report.workspaceId, world.report.id)).find(
      ({ state }) => state === "armed",
    );
    const event = {
      eventType: "Delivery",
      mail: {
        messageId: "m",
        tags: { [deliveryTags.workspace]: [world.report.workspaceId], [deliveryTags.delivery]: [armed?.id ?? ""] },
      },
    };
    expect(await recordMailEvent(world.deps, event)).toBe("recorded");
    world.clock.advance(armedGraceMs);
    await world.handle();
    expect(world.sent).toHaveLength(2);
  });

  it("sends again when the mail service never spoke of the mail", async () => {
    world.failWith(() => answerLost());
    await world.handle();
    world.failWith(undefined);
    world.clock.advance(armedGraceMs);
    await world.handle();
    expect(
      (await world.deps.deliveries.list(world.report.workspaceId, world.report.id)).map(({ state }) => state),
    ).toEqual(["sent", "sent"]);
  });

  it("keeps the last word: a late delivery event does not undo a bounce", async () => {
    await world.handle();
    const [delivery] = await world.deps.deliveries.list(world.report.workspaceId, world.report.id);
    const tags = {
      [deliveryTags.workspace]: [world.report.workspaceId],
      [deliveryTags.delivery]: [delivery?.id ?? ""],
    };
    const say = (eventType: string) => recordMailEvent(world.deps, { eventType, mail: { messageId: "m", tags } });
    expect(await say("Bounce")).toBe("recorded");
    expect(await say("Delivery")).toBe("ignored");
    expect((await world.deps.deliveries.get(world.report.workspaceId, delivery?.id ?? ""))?.state).toBe("bounced");
    expect(world.published).toMatchObject([
      {
        type: "report.undelivered",
        data: { reportId: world.report.id, email: delivery?.recipient.email, state: "bounced" },
      },
    ]);
  });

  it("says so when the mail service refuses to the last attempt", async () => {
    world.failWith((mail) => (mail.to.address.startsWith("uk") ? refused() : undefined));
    for (let attempt = 1; attempt <= maxAttempts; attempt++) await expect(world.handle()).rejects.toThrow("1 mails");
    expect(await world.handle()).toEqual({ sent: 0 });
    expect(world.published).toMatchObject([{ type: "report.undelivered", data: { state: "failed" } }]);
  });
});

describe("planning due reports", () => {
  it("enqueues a due report with the week before and moves it on", async () => {
    await planDueReports(world.deps);
    await planDueReports(world.deps);
    const ours = world.queued.filter(({ message }) => message.reportId === world.report.id);
    expect(ours).toEqual([{ message: world.message, delayMs: undefined }]);
    const stored = await world.deps.reports.get(world.report.workspaceId, world.report.id);
    expect(stored?.nextDueAt).toBe((world.report.nextDueAt ?? 0) + 7 * 24 * 3_600_000);
  });
});
