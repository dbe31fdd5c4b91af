import type { ChannelCalls, Channels } from "../channels/connected/index.ts";
import type { Connector } from "../channels/connector.ts";
import type { ConnectorError } from "../channels/errors.ts";
import type { Poll } from "../channels/reviews.ts";
import type { Queue } from "../kernel/queue.ts";
import { isCompared, openComparison } from "./comparison.ts";
import { type PollMessage, type PollSubject, pollSubjectSchema } from "./messages.ts";
import type { PollMarks } from "./ports.ts";
import { type IntakeDeps, takeIn } from "./receive-delivery.ts";

export interface PollDeps extends IntakeDeps {
  readonly channels: Pick<Channels, "get" | "findByRemoteId">;
  readonly channelCalls: ChannelCalls;
  readonly pollMarks: PollMarks;
  readonly pollQueue: Queue<PollMessage>;
}

/** What became of a poll: how many entries were new, and whether it ended, goes on in another message, or waits. */
export interface PollOutcome {
  readonly taken: number;
  readonly end: "known" | "goes-on" | "later" | "given-up" | "not-pollable";
}

/** So many pages are asked for by one message; what remains is left to the next. */
const pagesPerMessage = 4;
/** Lists settle late: what changed so shortly before the newest known entry is looked at again. */
const overlapMs = 10 * 60_000;
const maxAttempts = 3;
const waitMs = 30_000;
const longestWaitMs = 900_000;

/** How each subject is asked for, and what a list tells of what is stored already: its news, or nothing. */
const polls: Readonly<Record<PollSubject, (connector: Connector) => Poll | undefined>> = {
  reviews: (connector) => connector.reviews?.list,
  ratings: (connector) => connector.inbox?.ratings,
  comments: (connector) => connector.inbox?.comments,
  conversations: (connector) => connector.inbox?.conversations,
  leads: (connector) => connector.leads?.list,
};
const fillsGapsOnly: ReadonlySet<PollSubject> = new Set(["comments", "conversations"]);

/** What of a platform's channels can be polled. */
export const subjectsOf = (connector: Connector | undefined): readonly PollSubject[] =>
  connector ? pollSubjectSchema.options.filter((subject) => polls[subject](connector) !== undefined) : [];

/**
 * Compares a channel's list with what is stored: walks it until a page is complete back to what is known, or to its end,
 * and takes in what is new, so that whatever a webhook lost is filled in. The mark of what is known moves only at the end
 * of a walk, and to no later than its beginning; one that breaks off is walked anew. Once an hour, and while something is
 * missing, what is known is compared too, for edits and removals. May be called at any time, any number of times. Throws
 * `ListDoubted` when the list leaves out too much at once.
 */
export async function pollChannel(deps: PollDeps, message: PollMessage): Promise<PollOutcome> {
  const { workspaceId, channelId, subject } = message;
  const channel = await deps.channels.get(workspaceId, channelId);
  const connector = channel?.state === "connected" ? deps.connectorFor(channel.platform) : undefined;
  const poll = connector && polls[subject](connector);
  const call = channel && poll ? await deps.channelCalls.open(channel) : null;
  if (!channel || !poll || !call) return { taken: 0, end: "not-pollable" };
  const { knownUntil, absences } = await deps.pollMarks.get(workspaceId, channelId, subject);
  const since = knownUntil === null ? -1 : knownUntil - overlapMs;
  const startedAt = message.walk?.startedAt ?? deps.clock.nowMs();
  const compare = isCompared(message, absences);
  const comparison = compare ? openComparison(deps, channel, message, absences, startedAt) : undefined;
  let walk = message.walk;
  let taken = 0;
  let askedAt = startedAt;
  for (let asked = 0; asked < pagesPerMessage; asked += 1) {
    askedAt = deps.clock.nowMs();
    const answer = await poll(call, walk?.page);
    if (!answer.ok) {
      const end = await postpone(deps, { ...message, compare, walk }, answer.error);
      await comparison?.close(askedAt);
      return { taken, end };
    }
    const { entries, completeSince, next } = answer.value;
    const news = entries.filter(({ changedAt }) => changedAt > since);
    const failures = await takeIn(
      deps,
      channel,
      news.flatMap(({ items }) => items),
      { gapsOnly: fillsGapsOnly.has(subject) },
    );
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} polled items not stored`);
    taken += news.length;
    await comparison?.look(answer.value, askedAt);
    const newestAt = Math.max(walk?.newestAt ?? 0, ...entries.map(({ sortedAt }) => Math.min(sortedAt, startedAt)));
    const isKnown = completeSince !== undefined && completeSince <= since && !comparison?.isWhole();
    if (next === undefined || isKnown) {
      if (newestAt > 0) await deps.pollMarks.advance(workspaceId, channelId, subject, newestAt);
      if (next === undefined) await comparison?.end(askedAt);
      await comparison?.close(askedAt);
      return { taken, end: "known" };
    }
    walk = { page: next, newestAt, startedAt, listed: comparison?.listed() };
  }
  await deps.pollQueue.send({ ...message, compare, walk, attempt: 0 });
  await comparison?.close(askedAt);
  return { taken, end: "goes-on" };
}

/** What fails in passing is asked again a few times; the next poll looks anyhow. */
async function postpone(deps: PollDeps, message: PollMessage, cause: ConnectorError): Promise<PollOutcome["end"]> {
  const passing = cause.class !== "auth-expired" && cause.class !== "permission" && cause.class !== "not-found";
  if (!passing || message.attempt + 1 >= maxAttempts) return "given-up";
  const asked = cause.class === "rate-limited" ? cause.resetAt - deps.clock.nowMs() : 0;
  const delayMs = Math.min(longestWaitMs, Math.max(asked, waitMs * 4 ** message.attempt));
  await deps.pollQueue.send({ ...message, attempt: message.attempt + 1 }, { delayMs });
  return "later";
}
