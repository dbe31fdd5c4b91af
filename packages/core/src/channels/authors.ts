import type { Result } from "../kernel/result.ts";
import type { ChannelCall } from "./connector.ts";
import type { ConnectorError } from "./errors.ts";
import type { Author } from "./inbound.ts";

/** How many follow a person, and how much of the calls that the platform allows are used up, 0..1. */
export interface AuthorFollowers {
  /** `null` where the platform does not show it of this person. */
  readonly followers: number | null;
  readonly usage: number;
}

/** What a platform tells of the people who write to a channel. */
export interface AuthorsCapability {
  /** One call. */
  followersOf(call: ChannelCall, author: Author): Promise<Result<AuthorFollowers, ConnectorError>>;
}
