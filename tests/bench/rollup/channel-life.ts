import { workspaceRepository } from "#core/adapters/dynamo/access-repository.ts";
import { bucketRepository, dirtyMarkRepository } from "#core/adapters/dynamo/bucket-repository.ts";
import { channelRepository } from "#core/adapters/dynamo/channel-repository.ts";
import type { Dynamo } from "#core/adapters/dynamo/client.ts";
import { measurementRepository, publicationSampleRepository } from "#core/adapters/dynamo/measurement-repository.ts";
import { messageRepository } from "#core/adapters/dynamo/message-repository.ts";
import { rawEvents } from "#core/adapters/dynamo/raw-events.ts";
import { factsOf, messageFrom } from "#core/inbox/message-facts.ts";
import { aChannel, aWorkspace } from "#core/insights/fixtures/world.ts";
import { dirtyBuckets, handleRollupMessage, type RollupMessage } from "#core/insights/index.ts";
import { type FakeClock, fakeClock } from "#core/kernel/clock.ts";
import type { MeteredDynamo } from "./metered-dynamo.ts";

export const channelId = "chan_1";
/** How long a recount takes, with the poller's window; meanwhile an hour may be marked anew. */
const workMs = 1_000;

/** A workspace with one channel, on which things happen. */
export interface ChannelLife {
  readonly workspaceId: string;
  /** Stores messages of customers at these instants (rising) and has each rolled up, as intake and its queue do. */
  happen(times: readonly number[]): Promise<void>;
}

/** Makes the workspace. Storing messages is not measured, marking and recounting is. */
export async function beginChannelLife(
  { free, metered }: MeteredDynamo,
  workspaceId: string,
  startMs: number,
): Promise<ChannelLife> {
  await workspaceRepository(free).create({ ...aWorkspace(), id: workspaceId });
  await channelRepository(free).connect({ ...aChannel(channelId), workspaceId });
  const messages = messageRepository(free);
  const clock = fakeClock(new Date(startMs).toISOString());
  const waiting: { message: RollupMessage; dueAt: number }[] = [];
  const deps = rollupDeps(metered);
  const marks = dirtyBuckets({ ...deps, clock, rollupQueue: queueInto(waiting, clock) });
  const work = async (until: number) => {
    for (let next = waiting[0]; next && next.dueAt <= until; next = waiting[0]) {
      waiting.shift();
      clock.set(next.dueAt);
      await handleRollupMessage(deps, next.message);
    }
  };
  return {
    workspaceId,
    happen: async (times) => {
      for (const [index, at] of times.entries()) {
        await work(at);
        clock.set(at);
        await messages.save(messageAt(workspaceId, `${at}.${index}`, at), null);
        await marks.mark(workspaceId, channelId, at);
      }
      await work(Number.POSITIVE_INFINITY);
    },
  };
}

const rollupDeps = (dynamo: Dynamo) => ({
  workspaces: workspaceRepository(dynamo),
  channels: channelRepository(dynamo),
  marks: dirtyMarkRepository(dynamo),
  raw: rawEvents(dynamo),
  measurements: measurementRepository(dynamo),
  samples: publicationSampleRepository(dynamo),
  buckets: bucketRepository(dynamo),
});

function queueInto(waiting: { message: RollupMessage; dueAt: number }[], clock: FakeClock) {
  const send = async (message: RollupMessage, options?: { delayMs?: number }) => {
    waiting.push({ message, dueAt: clock.nowMs() + (options?.delayMs ?? 0) + workMs });
  };
  return {
    send,
    sendAll: async (all: readonly { message: RollupMessage }[]) => {
      for (const { message } of all) await send(message);
    },
  };
}

const words = "Дуже смачна кава, але чекали ми її довго; чи можна замовити наперед на суботу? ";

/** A comment of some 300 characters, with everything that is stored of one. */
function messageAt(workspaceId: string, remoteId: string, occurredAt: number) {
  const place = { workspaceId, channelId, platform: "double", threadId: `thr_${remoteId}`, remoteId };
  const text = words.repeat(4).slice(0, 250 + (occurredAt % 100));
  return messageFrom(
    place,
    factsOf({
      ...{ kind: "message", change: "added", messageKind: "comment", channelRemoteId: "remote-chan_1", own: false },
      ...{ remoteId, threadRemoteId: remoteId, postRemoteId: "1001", occurredAt, text, attachments: [] },
      author: { remoteId: `person-${occurredAt % 500}`, name: "Олена Петренко" },
    }),
  );
}
