import { derivedId } from "../kernel/derived-id.ts";

/** Where something is on a platform and in a workspace. */
export interface ChannelPlace {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly platform: string;
}

/** The id of the thread that a platform's conversation is stored under, once. */
export const threadIdOf = (channelId: string, threadRemoteId: string): string =>
  derivedId("thr", channelId, threadRemoteId);

/** The id of the thread in which a review is answered. */
export const reviewThreadIdOf = (channelId: string, reviewRemoteId: string): string =>
  derivedId("thr", channelId, "review", reviewRemoteId);

/** The id that a platform's message is stored under, once. */
export const messageIdOf = (channelId: string, remoteId: string): string => derivedId("msg", channelId, remoteId);
