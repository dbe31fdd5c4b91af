import { createHash } from "node:crypto";
import type { Workspaces } from "../access/index.ts";
import type { Channel, Channels, ConnectorFor } from "../channels/connected/index.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Queue } from "../kernel/queue.ts";
import type { PollMessage } from "./messages.ts";
import { subjectsOf } from "./poll-channel.ts";

export interface PlanPollsDeps {
  readonly workspaces: Pick<Workspaces, "listAll">;
  readonly channels: Pick<Channels, "list">;
  readonly connectorFor: ConnectorFor;
  readonly pollQueue: Queue<PollMessage>;
  readonly clock: Clock;
}

/** How often the schedule asks. */
const runEveryMs = 5 * 60_000;
/** Each channel has its turn in every third run, a quarter of an hour apart; together they spread over the runs. */
const turns = 3;

/** Every fourth turn of a channel, once an hour, also compares what is known: that reads much of the table. */
const turnsPerComparison = 4;

/**
 * Called every five minutes: enqueues the lists of the connected channels whose turn it is. Without memory: a run that
 * fails costs the channel one turn. Answers how many.
 */
export async function planPolls(deps: PlanPollsDeps): Promise<number> {
  const run = Math.floor(deps.clock.nowMs() / runEveryMs);
  const turn = run % turns;
  const compare = Math.floor(run / turns) % turnsPerComparison === 0;
  const workspaces = await deps.workspaces.listAll();
  const lists = await Promise.all(workspaces.map(({ id }) => deps.channels.list(id)));
  const channels = lists.flat().filter(({ id, state }) => state === "connected" && turnOf(id) === turn);
  return enqueue(deps, channels, compare);
}

/** Has everything of newly connected channels read that can be polled. Answers how many lists. */
export const pollHistory = (
  deps: Pick<PlanPollsDeps, "connectorFor" | "pollQueue">,
  channels: readonly Channel[],
): Promise<number> => enqueue(deps, channels);

async function enqueue(
  deps: Pick<PlanPollsDeps, "connectorFor" | "pollQueue">,
  channels: readonly Channel[],
  compare = false,
): Promise<number> {
  const messages = channels.flatMap(({ workspaceId, id: channelId, platform }) =>
    subjectsOf(deps.connectorFor(platform)).map((subject) => ({
      message: { kind: "poll" as const, workspaceId, channelId, subject, compare, attempt: 0 },
    })),
  );
  if (messages.length > 0) await deps.pollQueue.sendAll(messages);
  return messages.length;
}

const turnOf = (channelId: string): number => (createHash("sha256").update(channelId).digest()[0] ?? 0) % turns;
