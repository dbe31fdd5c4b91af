import { authorize } from "../../access/roles.ts";
import type { Actor } from "../../kernel/actor.ts";
import { type Failure, notFound } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Channels } from "./ports.ts";

/** Forgets a channel with its token. What was received and measured stays; it can be connected again. */
export async function removeChannel(
  deps: { channels: Pick<Channels, "get" | "remove"> },
  actor: Actor,
  input: { channelId: string },
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "manage-channels");
  if (!allowed.ok) return allowed;
  const channel = await deps.channels.get(actor.workspaceId, input.channelId);
  if (!channel) return err(notFound());
  await deps.channels.remove(actor.workspaceId, channel.id);
  return ok(undefined);
}
