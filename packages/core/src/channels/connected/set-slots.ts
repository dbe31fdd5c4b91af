import { authorize } from "../../access/roles.ts";
import type { Actor } from "../../kernel/actor.ts";
import { type Failure, notFound } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Channel, Slot } from "./model.ts";
import type { Channels } from "./ports.ts";

/** Replaces a channel's weekly posting schedule; what is scheduled already stays where it is. */
export async function setSlots(
  deps: { channels: Pick<Channels, "setSlots"> },
  actor: Actor,
  input: { channelId: string; slots: readonly Slot[] },
): Promise<Result<Channel, Failure>> {
  const allowed = authorize(actor, "manage-channels");
  if (!allowed.ok) return allowed;
  const channel = await deps.channels.setSlots(actor.workspaceId, input.channelId, input.slots);
  return channel ? ok(channel) : err(notFound());
}
