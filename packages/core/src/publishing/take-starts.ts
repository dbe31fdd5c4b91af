import type { Pace } from "../channels/manifest.ts";
import { newId } from "../kernel/ids.ts";
import type { Publication } from "./model.ts";
import { type ChannelPace, startsOf, type WantedStart } from "./pace.ts";
import { policy } from "./policy.ts";
import type { ChannelPaces } from "./ports.ts";

export interface PacingDeps {
  readonly paces: ChannelPaces;
  /** The pace of a platform's channels; what has none is not held back. */
  readonly paceOf: (platform: string) => Pace | undefined;
}

type Channel = Pick<Publication, "workspaceId" | "channelId" | "platform">;

const mostContentions = 20;

/** How busy a channel is, strongly consistent. */
export const paceState = async ({ paces }: Pick<PacingDeps, "paces">, channel: Channel): Promise<ChannelPace> => {
  const { workspaceId, channelId } = channel;
  const found = await paces.get(workspaceId, channelId);
  return found ?? { workspaceId, channelId, busyUntil: 0, closedUntil: 0, version: 0 };
};

/**
 * Takes starts on a channel, by one conditional write: no other worker or tick is given the same ones. `null` for one
 * that the pace would put beyond its `latest`. With `forgetSingle` a single start on an idle channel is given without a
 * write; at most one start in each minute then goes uncounted, and none where the pace is slower than that.
 */
export async function takeStarts(
  deps: PacingDeps,
  channel: Channel,
  wanted: readonly WantedStart[],
  { forgetSingle = false }: { forgetSingle?: boolean } = {},
): Promise<readonly (number | null)[]> {
  const pace = deps.paceOf(channel.platform);
  if (!pace) return wanted.map(({ at }) => at);
  for (let round = 0; round < mostContentions; round += 1) {
    const state = await paceState(deps, channel);
    const { starts, busyUntil } = startsOf(pace, state, wanted);
    if (busyUntil === state.busyUntil) return starts;
    const single = wanted.length === 1 ? wanted[0] : undefined;
    const idle = single !== undefined && state.busyUntil <= single.at && starts[0] === single.at;
    if (forgetSingle && idle && pace.everyMs <= policy.forgettable) return starts;
    if (await deps.paces.save({ ...state, busyUntil, writtenBy: newId("att") })) return starts;
  }
  throw new Error(`The pace of ${channel.channelId} lost ${mostContentions} races`);
}

/** Holds back a whole channel until the platform takes its calls again, so that not each publication must find out. */
export async function closeChannel(deps: Pick<PacingDeps, "paces">, channel: Channel, until: number): Promise<void> {
  for (let round = 0; round < mostContentions; round += 1) {
    const state = await paceState(deps, channel);
    if (state.closedUntil >= until) return;
    if (await deps.paces.save({ ...state, closedUntil: until, writtenBy: newId("att") })) return;
  }
}
