import type { Workspaces } from "../access/index.ts";
import type { ChannelCalls, Channels, ConnectorFor } from "../channels/connected/index.ts";
import type { ConnectorError } from "../channels/errors.ts";
import { withoutSites } from "../channels/sites.ts";
import type { SiteVisits } from "../channels/visits.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Queue } from "../kernel/queue.ts";
import { addDays, dayOf } from "../kernel/time.ts";
import type { LinkSettingsStore } from "../links/index.ts";
import type { VisitMessage } from "./messages.ts";
import { rowsOfDay, type Site } from "./model.ts";
import { ownTags } from "./own-tags.ts";
import type { SiteDays, Sites } from "./ports.ts";

export interface MeasureVisitsDeps {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly channels: Pick<Channels, "get" | "list">;
  readonly channelCalls: ChannelCalls;
  readonly connectorFor: ConnectorFor;
  readonly linkSettings: Pick<LinkSettingsStore, "get">;
  readonly sites: Pick<Sites, "get" | "note">;
  readonly siteDays: Pick<SiteDays, "put">;
  readonly visitQueue: Queue<VisitMessage>;
  readonly clock: Clock;
}

/** What became of it; `later` was put back on the queue. */
export type MeasureVisitsOutcome = "measured" | "not-measurable" | "refused" | "later" | "given-up";

const maxAttempts = 5;
/** A quota is spent for a day at most: so many waits of a quarter of an hour are longer. */
const maxWaits = 110;
const maxDelayMs = 900_000;
const retryMs = 60_000;

/**
 * Asks a site's analytics who came from social on some days, and stores each day whole, also one without visits: that is
 * known then. Days are the site's own; one that has not begun there is none. Asking twice is harmless. A refusal is noted
 * at the site; a quota that is spent, or of which little is left, is waited for.
 */
export async function handleVisitMessage(
  deps: MeasureVisitsDeps,
  message: VisitMessage,
): Promise<MeasureVisitsOutcome> {
  const { workspaceId, channelId } = message;
  const [workspace, channel, site] = await Promise.all([
    deps.workspaces.get(workspaceId),
    deps.channels.get(workspaceId, channelId),
    deps.sites.get(workspaceId, channelId),
  ]);
  const visits = channel && deps.connectorFor(channel.platform)?.visits;
  if (!workspace || !channel || !visits) return "not-measurable";
  const now = deps.clock.nowMs();
  if (site?.restUntil !== undefined && site.restUntil > now) return wait(deps, message, site.restUntil);
  const call = await deps.channelCalls.open(channel);
  if (!call) return refused(deps, message, "no-permission");
  const [{ settings }, channels] = await Promise.all([
    deps.linkSettings.get(workspaceId),
    deps.channels.list(workspaceId),
  ]);
  const own = ownTags(settings, withoutSites(channels));
  const answer = await visits.visitDays(call, { ...message.visits, own });
  if (!answer.ok) return afterError(deps, message, answer.error);
  await store(deps, message, answer.value);
  return "measured";
}

async function store(deps: MeasureVisitsDeps, message: VisitMessage, answer: SiteVisits): Promise<void> {
  const { workspaceId, channelId, visits } = message;
  const { timeZone, currency, withheld, sampled, restUntil, since = visits.from } = answer;
  const measuredAt = deps.clock.nowMs();
  const last = earlierOf(visits.to, dayOf(measuredAt, timeZone));
  for (let day = laterOf(visits.from, since); day <= last; day = addDays(day, 1)) {
    const rows = answer.rows.filter((row) => row.day === day).map(({ day: _, ...figures }) => figures);
    const report = { channelId, day, currency, measuredAt, rows: rowsOfDay(rows), withheld, sampled };
    await deps.siteDays.put(workspaceId, report);
  }
  await deps.sites.note({ workspaceId, channelId }, { measuredAt, timeZone, restUntil });
}

async function afterError(
  deps: MeasureVisitsDeps,
  message: VisitMessage,
  cause: ConnectorError,
): Promise<MeasureVisitsOutcome> {
  if (cause.class === "auth-expired" || cause.class === "permission") return refused(deps, message, "no-permission");
  if (cause.class === "not-found") return refused(deps, message, "not-found");
  if (cause.class === "invalid-content") return refused(deps, message, "refused");
  if (cause.class === "rate-limited") {
    await deps.sites.note(message, { restUntil: cause.resetAt });
    return wait(deps, message, cause.resetAt);
  }
  if (message.attempt >= maxAttempts) return "given-up";
  const delayMs = Math.min(maxDelayMs, retryMs * 2 ** message.attempt);
  await deps.visitQueue.send({ ...message, attempt: message.attempt + 1 }, { delayMs });
  return "later";
}

async function wait(deps: MeasureVisitsDeps, message: VisitMessage, until: number): Promise<MeasureVisitsOutcome> {
  if (message.waits >= maxWaits) return "given-up";
  const delayMs = Math.min(maxDelayMs, Math.max(retryMs, until - deps.clock.nowMs()));
  await deps.visitQueue.send({ ...message, waits: message.waits + 1 }, { delayMs });
  return "later";
}

async function refused(
  { sites }: MeasureVisitsDeps,
  { workspaceId, channelId }: VisitMessage,
  trouble: NonNullable<Site["trouble"]>,
): Promise<MeasureVisitsOutcome> {
  await sites.note({ workspaceId, channelId }, { trouble });
  return "refused";
}

const laterOf = (a: string, b: string): string => (a > b ? a : b);
const earlierOf = (a: string, b: string): string => (a < b ? a : b);
