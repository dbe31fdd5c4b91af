import { connectorFor } from "#core/channels/catalog.ts";
import { followersOf, type Message } from "#core/inbox/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import * as runtime from "./runtime.ts";

/** How many follow the author of a message, asked of the platform once in a while. */
export const authorFollowers = async (message: Message): Promise<number | undefined> =>
  followersOf(
    {
      ...{ connectorFor, clock: systemClock },
      authorReaches: runtime.authorReaches(),
      channels: runtime.channels(),
      channelCalls: await runtime.calls(),
    },
    message,
  );
