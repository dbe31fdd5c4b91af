import {
  readerChoiceRepository,
  reportDeliveryRepository,
  reportRepository,
} from "#core/adapters/dynamo/report-repository.ts";
import { suspensionRepository } from "#core/adapters/dynamo/suspension-repository.ts";
import type { Channel } from "#core/channels/connected/index.ts";
import { fakeClock } from "#core/kernel/clock.ts";
import type { DomainEvent } from "#core/kernel/events.ts";
import { newId } from "#core/kernel/ids.ts";
import type { Mail } from "#core/kernel/mail.ts";
import type { MailEvent } from "#core/kernel/mail-course.ts";
import {
  periodBefore,
  planDueReports,
  type RenderedReport,
  type Report,
  type ReportContent,
  type ReportMessage,
  type ReportSchedule,
  type ReportScope,
  recordMailEvent,
  reportSections,
  sendReport,
} from "#core/reports/index.ts";
import type { TestDynamo } from "./dynamo.ts";

const rendered: RenderedReport = {
  subject: "s",
  html: "<html><body>h</body></html>",
  text: "t\n",
  images: [],
  pdf: { fileName: "r.pdf", bytes: new Uint8Array() },
  csv: { fileName: "r.csv", text: "" },
};

/** One schedule of each kind, due on Monday 23 November 2026 at 09:00 in Kyiv. */
export const schedules = {
  daily: { kind: "daily", weekdays: [1, 2, 3, 4, 5], time: "09:00" },
  weekly: { kind: "weekly", weekday: 1, time: "09:00" },
  monthly: { kind: "monthly", day: 23, time: "09:00" },
  quarterly: { kind: "quarterly", startDay: "2026-08-25", time: "09:00" },
} as const satisfies Record<ReportSchedule["kind"], ReportSchedule>;

const timeZone = "Europe/Kyiv";

/** A report with a reader who is a member and one from outside, due now; real tables, a mail service that can fail. */
export async function reportWorld(dynamo: TestDynamo, change: Partial<Report> = {}) {
  const clock = fakeClock("2026-11-23T07:00:00Z");
  const report: Report = {
    id: newId("rep"),
    workspaceId: newId("ws"),
    name: "Weekly",
    schedule: schedules.weekly,
    sections: reportSections,
    recipients: [
      { email: "uk@example.com", name: "У", language: "uk" },
      { email: "en@example.com", name: "E", language: "en" },
    ],
    paused: false,
    nextDueAt: clock.nowMs(),
    createdAt: clock.nowMs(),
    version: 1,
    ...change,
  };
  const { workspaceId } = report;
  const member = {
    id: newId("mem"),
    workspaceId,
    email: "uk@example.com",
    name: "У",
    role: "viewer" as const,
    language: "uk" as const,
    createdAt: 0,
  };
  const sent: Mail[] = [];
  const collected: ReportScope[] = [];
  const queued: { message: ReportMessage; delayMs?: number | undefined }[] = [];
  const published: DomainEvent[] = [];
  let fault: ((mail: Mail) => Error | undefined) | undefined;
  const deps = {
    clock,
    reports: reportRepository(dynamo),
    deliveries: reportDeliveryRepository(dynamo),
    choices: readerChoiceRepository(dynamo),
    suspensions: suspensionRepository(dynamo),
    members: { list: async () => [member], get: async (_: string, id: string) => (id === member.id ? member : null) },
    source: {
      collect: async (_: string, scope: ReportScope) => {
        collected.push(scope);
        return {} as ReportContent;
      },
    },
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
      sendAll: async (messages: readonly { message: ReportMessage; delayMs?: number }[]) => {
        queued.push(...messages);
      },
    },
    events: { publish: async (events: readonly DomainEvent[]) => void published.push(...events) },
    channels: { list: async () => [{ id: "chan_1" } as Channel] },
    workspaces: {
      get: async () => ({
        id: workspaceId,
        name: "W",
        timeZone,
        language: "uk" as const,
        currency: "UAH",
        createdAt: 0,
      }),
      listAll: async () => [],
      create: async () => true,
    },
    publicUrl: "https://dopys.example",
  };
  await deps.reports.create(report);
  const message: ReportMessage = {
    task: "send",
    workspaceId,
    reportId: report.id,
    kind: report.schedule.kind,
    period: periodBefore(report.schedule, clock.nowMs(), timeZone),
    dueAt: clock.nowMs(),
  };
  return {
    deps,
    report,
    member,
    sent,
    collected,
    queued,
    published,
    clock,
    message,
    handle: (one: ReportMessage = message) => sendReport(deps, one),
    plan: () => planDueReports(deps),
    deliveries: () => deps.deliveries.list(workspaceId, report.id),
    sentTo: () => sent.map(({ to }) => to.address).sort(),
    failWith: (make: typeof fault) => {
      fault = make;
    },
    /** Records an event of a mail that was sent. */
    say: (eventType: string, mail: Mail, more: Partial<MailEvent> = {}) =>
      recordMailEvent(deps, eventOf(eventType, mail, clock.nowMs(), more)),
  };
}
export type ReportWorld = Awaited<ReturnType<typeof reportWorld>>;

/** What the mail service says of a mail. */
export const eventOf = (eventType: string, mail: Mail, atMs: number, more: Partial<MailEvent> = {}): MailEvent => ({
  eventType,
  ...more,
  mail: {
    messageId: "m",
    timestamp: new Date(atMs).toISOString(),
    destination: [mail.to.address],
    tags: Object.fromEntries(Object.entries(mail.tags ?? {}).map(([name, value]) => [name, [value]])),
  },
});

/** A client error of the mail service: the mail was surely not taken. */
export const refused = () => Object.assign(new Error("refused"), { $metadata: { httpStatusCode: 400 } });
/** The mail was taken, and the answer got lost. */
export const answerLost = () => new Error("socket hang up");
