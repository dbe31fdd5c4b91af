import * as v from "valibot";
import type { ChannelCalls, Channels, ConnectorFor } from "../channels/connected/index.ts";
import type { Clock } from "../kernel/clock.ts";
import { epochMsSchema } from "../kernel/time.ts";
import type { Message } from "./model.ts";

/** How many follow a person of a platform, as it was told; kept for a while so that it is asked for once. */
export const authorReachSchema = v.object({
  workspaceId: v.string(),
  channelId: v.string(),
  /** The person's id on the platform, or `*` while nobody is asked for through the channel. */
  remoteId: v.string(),
  /** Absent where the platform does not say. */
  followers: v.optional(v.number()),
  /** Until when it holds, epoch ms. */
  until: epochMsSchema,
});
export type AuthorReach = v.InferOutput<typeof authorReachSchema>;

export interface AuthorReaches {
  /** Those of these people that are known at an instant, epoch ms. Eventually consistent. */
  getMany(
    workspaceId: string,
    channelId: string,
    remoteIds: readonly string[],
    nowMs: number,
  ): Promise<readonly AuthorReach[]>;
  put(reach: AuthorReach): Promise<void>;
}

export interface AuthorFollowersDeps {
  readonly authorReaches: AuthorReaches;
  readonly connectorFor: ConnectorFor;
  readonly channels: Pick<Channels, "get">;
  readonly channelCalls: Pick<ChannelCalls, "open">;
  readonly clock: Clock;
}

const everybody = "*";
const keptMs = 7 * 86_400_000;
/** Nobody is asked for so long when the platform is short of calls or answers with an error: posts and replies come first. */
const pauseMs = 3_600_000;
const mostUsage = 0.5;

/**
 * How many follow the author of a message; `undefined` where the platform does not say. Asked for once a week and author,
 * and not at all while the channel has used half of its calls. An error is no reason to hold anything up.
 */
export async function followersOf(deps: AuthorFollowersDeps, message: Message): Promise<number | undefined> {
  const { workspaceId, channelId, platform, author } = message;
  // Who has no name yet may have one next time; then it is worth asking.
  if (author?.name === undefined || author.followers !== undefined) return author?.followers;
  const authors = deps.connectorFor(platform)?.authors;
  if (!authors) return undefined;
  const now = deps.clock.nowMs();
  const { remoteId } = author;
  const known = await deps.authorReaches.getMany(workspaceId, channelId, [remoteId, everybody], now);
  const [reach = known[0]] = known.filter((one) => one.remoteId === remoteId);
  if (reach) return reach.followers;
  const channel = await deps.channels.get(workspaceId, channelId);
  const call = channel?.state === "connected" && (await deps.channelCalls.open(channel));
  if (!call) return undefined;
  const answer = await authors.followersOf(call, author).catch(() => undefined);
  const pause = () => deps.authorReaches.put({ workspaceId, channelId, remoteId: everybody, until: now + pauseMs });
  if (!answer?.ok) {
    await pause();
    return undefined;
  }
  const followers = answer.value.followers ?? undefined;
  await deps.authorReaches.put({ workspaceId, channelId, remoteId, followers, until: now + keptMs });
  if (answer.value.usage >= mostUsage) await pause();
  return followers;
}
