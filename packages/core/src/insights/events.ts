import * as v from "valibot";
import { defineEvent } from "../kernel/events.ts";

/** A channel's figures of today, and those of its recent publications, were asked for and stored. */
export const channelMeasured = defineEvent("channel.measured", v.object({ channelId: v.string() }));
