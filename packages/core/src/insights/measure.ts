import type { Workspaces } from "../access/index.ts";
import type { ChannelCalls, Channels, ConnectorFor } from "../channels/connected/index.ts";
import type { ChannelCall, InsightsCapability } from "../channels/connector.ts";
import type { ConnectorError } from "../channels/errors.ts";
import { notAvailable } from "../channels/measurement.ts";
import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { EventPublisher } from "../kernel/events.ts";
import type { Queue } from "../kernel/queue.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { dayOf, dayRange } from "../kernel/time.ts";
import { hasAudience, lifetimeOf, lookBackDays, publicationLifeMs, unknownMeasurement } from "./count-measurements.ts";
import { channelMeasured } from "./events.ts";
import type { MeasureMessage, RollupMessage } from "./messages.ts";
import type { Measurements, PublicationResults, PublicationSamples, RawEvents } from "./ports.ts";
import { overlaySample } from "./restate.ts";

export interface MeasureDeps {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly channels: Pick<Channels, "get" | "markReconnect">;
  readonly channelCalls: ChannelCalls;
  readonly connectorFor: ConnectorFor;
  readonly raw: Pick<RawEvents, "publications">;
  readonly measurements: Pick<Measurements, "put" | "get" | "after">;
  readonly samples: Pick<PublicationSamples, "put" | "lastTwo">;
  readonly results: Pick<PublicationResults, "put">;
  readonly rollupQueue: Queue<RollupMessage>;
  readonly measureQueue: Queue<MeasureMessage>;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/** What became of a measurement; `later` was put back on the queue. */
export type MeasureOutcome = "measured" | "not-measurable" | "reconnect" | "later" | "given-up";

const maxAttempts = 5;
const maxDelayMs = 900_000;
const retryMs = 60_000;

/**
 * Asks a platform for a day of a channel and, when the day is today, for the lifetime figures of its recent publications;
 * stores them and has the days that depend on them recounted. Asking twice is harmless.
 */
export async function handleMeasureMessage(deps: MeasureDeps, message: MeasureMessage): Promise<MeasureOutcome> {
  const { workspaceId, channelId, day } = message;
  const [workspace, channel] = await Promise.all([
    deps.workspaces.get(workspaceId),
    deps.channels.get(workspaceId, channelId),
  ]);
  if (!workspace || channel?.state !== "connected") return "not-measurable";
  const insights = deps.connectorFor(channel.platform)?.insights;
  if (!insights) return noteSilence(deps, message);
  const call = await deps.channelCalls.open(channel);
  if (!call) return "reconnect";
  const measured = await measureDay(deps, insights, call, message, workspace.timeZone);
  if (!measured.ok) return postpone(deps, message, measured.error);
  const isToday = day === dayOf(deps.clock.nowMs(), workspace.timeZone);
  const sampled = isToday ? await samplePublications(deps, insights, call, message) : ok(undefined);
  if (isToday && sampled.ok) {
    await deps.events.publish([channelMeasured.make(deps.clock, systemActor(workspaceId, "measure"), { channelId })]);
  }
  await deps.rollupQueue.sendAll((await affectedDays(deps, message)).map((one) => ({ message: one })));
  return sampled.ok ? "measured" : postpone(deps, message, sampled.error);
}

/** A platform that gives no figures is no gap in the workspace's: that there are none is known. */
async function noteSilence(deps: MeasureDeps, message: MeasureMessage): Promise<MeasureOutcome> {
  const { workspaceId, channelId, day } = message;
  const measurement = unknownMeasurement(notAvailable("not-given-by-platform"));
  await deps.measurements.put(workspaceId, channelId, { day, measuredAt: deps.clock.nowMs(), measurement });
  await deps.rollupQueue.send({ workspaceId, channelId, day });
  return "not-measurable";
}

async function measureDay(
  deps: MeasureDeps,
  insights: InsightsCapability,
  call: ChannelCall,
  { workspaceId, channelId, day }: MeasureMessage,
  zone: string,
): Promise<Result<void, ConnectorError>> {
  const answer = await insights.measureChannel(call, { day, ...dayRange(day, zone) });
  if (!answer.ok && answer.error.class !== "permission") return answer;
  const measurement = answer.ok ? answer.value : unknownMeasurement(notAvailable("no-permission"));
  await deps.measurements.put(workspaceId, channelId, { day, measuredAt: deps.clock.nowMs(), measurement });
  return ok(undefined);
}

/** Publications that are gone from the platform, or may not be asked for, are passed over. */
async function samplePublications(
  deps: MeasureDeps,
  insights: InsightsCapability,
  call: ChannelCall,
  { workspaceId, channelId, day }: MeasureMessage,
): Promise<Result<void, ConnectorError>> {
  const now = deps.clock.nowMs();
  const recent = await deps.raw.publications(workspaceId, channelId, now - publicationLifeMs, now + 1);
  for (const { id, remoteId, publishedAt, contentType, topic, campaignId } of recent) {
    const answer = await insights.measurePublication(call, remoteId);
    if (answer.ok) {
      const [last] = await deps.samples.lastTwo(workspaceId, channelId, id, day);
      const measurement = overlaySample(last?.measurement, answer.value);
      const measuredAt = deps.clock.nowMs();
      await deps.samples.put(workspaceId, channelId, { publicationId: id, day, measuredAt, measurement });
      const filed = { topic, campaignId };
      const result = { publicationId: id, publishedAt, contentType, ...filed, measuredAt, ...lifetimeOf(measurement) };
      await deps.results.put(workspaceId, channelId, result);
    } else if (answer.error.class !== "not-found" && answer.error.class !== "permission") {
      return err(answer.error);
    }
  }
  return ok(undefined);
}

/** The day itself, and the later ones whose followers at the start or audience are carried over from it. */
async function affectedDays(
  { measurements }: Pick<MeasureDeps, "measurements">,
  { workspaceId, channelId, day }: MeasureMessage,
): Promise<RollupMessage[]> {
  const [own, later] = await Promise.all([
    measurements.get(workspaceId, channelId, day),
    measurements.after(workspaceId, channelId, day, lookBackDays),
  ]);
  const carriesAudience = own !== null && hasAudience(own.measurement);
  const independent = later.findIndex(
    ({ measurement }) => measurement.followers.available && (hasAudience(measurement) || !carriesAudience),
  );
  const dependent = independent === -1 ? later : later.slice(0, independent + 1);
  return [{ day }, ...dependent].map((one) => ({ workspaceId, channelId, day: one.day }));
}

/** What follows from a platform's error: only its own authorisation codes disconnect; the rest is asked again later. */
async function postpone(deps: MeasureDeps, message: MeasureMessage, cause: ConnectorError): Promise<MeasureOutcome> {
  const { workspaceId, channelId } = message;
  if (cause.class === "auth-expired") {
    await deps.channels.markReconnect(workspaceId, channelId, cause.code);
    return "reconnect";
  }
  if (message.attempt >= maxAttempts) return "given-up";
  const waitMs = cause.class === "rate-limited" ? cause.resetAt - deps.clock.nowMs() : retryMs * 2 ** message.attempt;
  const delayMs = Math.min(maxDelayMs, Math.max(retryMs, waitMs));
  await deps.measureQueue.send({ ...message, attempt: message.attempt + 1 }, { delayMs });
  return "later";
}
