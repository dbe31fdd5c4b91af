import type { ChannelCall } from "./connector.ts";
import type { ConnectorError } from "./errors.ts";

export type ReplyAnswer =
  | { readonly kind: "done" /** The remote id of what was created. */; readonly remoteId?: string | undefined }
  | { readonly kind: "retry"; readonly afterMs: number; readonly cause: ConnectorError }
  | { readonly kind: "reconnect"; readonly cause: ConnectorError }
  | { readonly kind: "rejected"; readonly cause: ConnectorError }
  | { readonly kind: "unknown"; readonly cause: ConnectorError };

/** The message acted upon. */
export interface MessageTarget {
  readonly kind: "comment" | "mention" | "direct" | "review";
  readonly remoteId: string;
  readonly parentRemoteId?: string | undefined;
  /** The person written to; needed for direct messages. */
  readonly authorRemoteId?: string | undefined;
  /** The answer to a comment goes to its author alone, as a direct message; a platform allows one. */
  readonly privately?: true | undefined;
  /** The usual messaging window is over and a person answers by the platform's rule for people. */
  readonly byHumanAgent?: boolean | undefined;
}

export interface RepliesCapability {
  /** Answers a message. Creates something visible: never repeated after `unknown`, looked for by `findReply`. */
  reply(call: ChannelCall, target: MessageTarget, text: string): Promise<ReplyAnswer>;
  /** Looks for an answer whose outcome is not known. */
  findReply(
    call: ChannelCall,
    target: MessageTarget,
    wanted: { text: string; armedAt: number },
  ): Promise<FindReplyAnswer>;
  /** Setting a state is idempotent; each may be repeated. */
  setHidden(call: ChannelCall, target: MessageTarget, hidden: boolean): Promise<ReplyAnswer>;
  setLiked(call: ChannelCall, target: MessageTarget, liked: boolean): Promise<ReplyAnswer>;
  remove(call: ChannelCall, target: MessageTarget): Promise<ReplyAnswer>;
}

export type FindReplyAnswer =
  | { readonly kind: "found"; readonly remoteId: string }
  | { readonly kind: "absent" }
  | { readonly kind: "unknown"; readonly cause: ConnectorError };
