import * as v from "valibot";
import { defineEvent } from "../../kernel/events.ts";

/** A person gave a channel's platform their consent, for the first time or anew. */
export const channelConnected = defineEvent("channel.connected", v.object({ channelId: v.string() }));
