import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { ConnectorFor } from "../channels/connected/index.ts";
import type { Capability } from "../channels/manifest.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, type Result } from "../kernel/result.ts";
import { actionNotSupported, messageGone, ownMessage } from "./errors.ts";
import type { Outgoing } from "./outgoing.ts";
import type { Messages, Threads } from "./ports.ts";
import { targetOf } from "./reply-to-message.ts";
import { type RequestDeps, requestOutgoing } from "./request-outgoing.ts";

export const moderateSchema = v.object({
  action: v.picklist(["hide", "unhide", "like", "unlike", "remove"]),
  clientKey: v.pipe(v.string(), v.minLength(8), v.maxLength(100)),
});
export type ModerateInput = v.InferOutput<typeof moderateSchema> & {
  readonly threadId: string;
  readonly messageId: string;
};

const needed: Readonly<Record<ModerateInput["action"], Capability>> = {
  hide: "hide",
  unhide: "hide",
  like: "like",
  unlike: "like",
  remove: "remove",
};

/** Hides, likes or removes a comment on its platform, or takes that back. Own ones can only be removed. */
export async function moderateMessage(
  deps: RequestDeps & { threads: Threads; messages: Messages; connectorFor: ConnectorFor },
  actor: Actor,
  input: ModerateInput,
): Promise<Result<Outgoing, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const thread = await deps.threads.get(actor.workspaceId, input.threadId);
  if (!thread) return err(notFound());
  const message = await deps.messages.get(actor.workspaceId, thread.id, input.messageId);
  if (!message?.known) return err(notFound());
  const connector = deps.connectorFor(thread.platform);
  const possible = connector?.replies && connector.manifest.capabilities[needed[input.action]];
  if (!possible || message.kind === "direct") return err(actionNotSupported());
  if (message.removed) return err(messageGone());
  if (message.own && input.action !== "remove") return err(ownMessage());
  return requestOutgoing(deps, actor, thread, {
    kind: input.action,
    clientKey: input.clientKey,
    target: targetOf(message),
  });
}
