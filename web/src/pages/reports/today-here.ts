import { dayOf } from "#core/kernel/time.ts";
import { now } from "../../clock.ts";
import { me } from "../../session-state.ts";

/** The workspace's zone, in which reports are due. */
export const zoneHere = (): string => me.value?.workspace.timeZone ?? "UTC";

/** Today's day in the workspace's zone. */
export const todayHere = (): string => dayOf(now.value, zoneHere());
