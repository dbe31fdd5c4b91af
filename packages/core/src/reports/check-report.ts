import type { Clock } from "../kernel/clock.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { deliveryFor, type ReportDelivery, readersOf } from "./delivery.ts";
import { late, undelivered } from "./events.ts";
import type { ReportMessage } from "./messages.ts";
import type { ReportDeliveries, Reports } from "./ports.ts";

/** How long after it was due a report has to be with the mail service: 15 minutes, the longest delay of a queue. */
export const reportGraceMs = 15 * 60_000;

/**
 * Looks some time after a report was due, or was asked for by hand, whether it went out to each reader, and announces when it did not: whether the
 * report could not be built, its mail was refused, or the work never came to it. Changes nothing, so it may be asked
 * again.
 */
export async function checkReport(
  deps: {
    reports: Pick<Reports, "get">;
    deliveries: Pick<ReportDeliveries, "list">;
    events: EventPublisher;
    clock: Clock;
  },
  message: ReportMessage,
): Promise<{ waiting: number }> {
  const { workspaceId, reportId, dueAt } = message;
  const report = await deps.reports.get(workspaceId, reportId);
  if (!report || dueAt === undefined) return { waiting: 0 };
  const asked = new Set(readersOf(report.recipients, message).map((reader) => deliveryFor(message, reader, dueAt).id));
  const deliveries = (await deps.deliveries.list(workspaceId, reportId)).filter(({ id }) => asked.has(id));
  // Where none was even opened, everybody waits.
  const waiting = deliveries.length === 0 ? asked.size : deliveries.filter(isWaiting).length;
  const failed = deliveries.filter(({ state }) => state === "failed");
  const events = [
    // Said before, unless the worker died between its record and its word; an alert takes it once.
    ...failed.map((delivery) => undelivered(deps.clock, delivery, "failed")),
    ...(waiting > 0 ? [late(deps.clock, { ...message, dueAt }, waiting)] : []),
  ];
  if (events.length > 0) await deps.events.publish(events);
  return { waiting };
}

/** Whether a reader still waits for what may go out to them. */
const isWaiting = ({ withheld, state }: ReportDelivery): boolean =>
  !withheld && (state === "waiting" || state === "armed");
