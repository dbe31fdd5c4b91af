import { authorize } from "../../access/roles.ts";
import type { Actor } from "../../kernel/actor.ts";
import { type Failure, notFound } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { isSite } from "../sites.ts";
import { channelOnlyMeasured, scheduleChanged } from "./failures.ts";
import type { Channel, Slot } from "./model.ts";
import type { Channels } from "./ports.ts";

/**
 * Replaces a channel's weekly posting schedule; what is scheduled already stays where it is. Refused when the channel is
 * no longer at `version`, so that nobody's change is overwritten unseen.
 */
export async function setSlots(
  deps: { channels: Pick<Channels, "get" | "setSlots"> },
  actor: Actor,
  { channelId, version, slots }: { channelId: string; version: number; slots: readonly Slot[] },
): Promise<Result<Channel, Failure>> {
  const allowed = authorize(actor, "manage-channels");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const present = await deps.channels.get(workspaceId, channelId);
  if (!present) return err(notFound());
  if (isSite(present)) return err(channelOnlyMeasured());
  const channel = await deps.channels.setSlots(workspaceId, channelId, version, slots);
  return channel ? ok(channel) : err(scheduleChanged());
}

/** How often a lost race is run again. */
const mostTries = 4;

/** Makes a change on the schedule as it is stored, whoever else changes it meanwhile; `null` from `change` leaves it. */
export async function changeSchedule(
  deps: { channels: Pick<Channels, "get" | "setSlots"> },
  actor: Actor,
  channelId: string,
  change: (slots: readonly Slot[]) => readonly Slot[] | null,
): Promise<Result<Channel, Failure>> {
  for (let tried = 1; ; tried += 1) {
    const channel = await deps.channels.get(actor.workspaceId, channelId);
    if (!channel) return err(notFound());
    const slots = change(channel.slots);
    if (slots === null) return ok(channel);
    const set = await setSlots(deps, actor, { channelId, version: channel.version, slots });
    if (set.ok || set.error.code !== scheduleChanged().code || tried === mostTries) return set;
  }
}
