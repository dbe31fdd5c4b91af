import { derivedId } from "../kernel/derived-id.ts";

/** Where something is on a platform and in a workspace. */
export interface ChannelPlace {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly platform: string;
}

/**
 * The id of the thread that a platform's conversation is stored under, once. A review begins the conversation of its own
 * remote id: comments that name it as their conversation stand in its thread.
 */
export const threadIdOf = (channelId: string, threadRemoteId: string): string =>
  derivedId("thr", channelId, threadRemoteId);

/** The id that a platform's message is stored under, once. */
export const messageIdOf = (channelId: string, remoteId: string): string => derivedId("msg", channelId, remoteId);
