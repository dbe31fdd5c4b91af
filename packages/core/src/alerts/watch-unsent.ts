import type * as v from "valibot";
import type { replyFailed, replyUnconfirmed, Threads } from "../inbox/index.ts";
import { excerpt } from "../kernel/text.ts";
import { type RaiseDeps, raiseAlert } from "./raise-alert.ts";
import { type SettleDeps, settleCause } from "./settle-alert.ts";

const excerptLength = 120;
type Unsent = v.InferOutput<(typeof replyFailed)["schema"]> | v.InferOutput<(typeof replyUnconfirmed)["schema"]>;

/**
 * A reply did not reach the person, or nobody knows whether it did: one alert for a channel and cause, as with posts. What
 * was dealt with meanwhile is not told.
 */
export async function watchUnsent(
  deps: RaiseDeps & { readonly threads: Pick<Threads, "get"> },
  { type, workspaceId, data, occurredAt }: Unsent,
): Promise<void> {
  const { kind, channelId, threadId, outgoingId, code } = data;
  if (kind !== "reply") return;
  const thread = await deps.threads.get(workspaceId, threadId);
  const isUnsure = type === "reply.unconfirmed";
  if (!thread || (!isUnsure && thread.unsent?.outgoingId !== outgoingId)) return;
  const failureParams = JSON.stringify(("params" in data && data.params) || {});
  await raiseAlert(deps, workspaceId, {
    kind: "answer-unsent",
    cause: causeOf(channelId, code),
    severity: isUnsure ? "medium" : "high",
    channelId,
    params: { code, failureParams },
    evidence: [
      {
        key: `${threadId} ${outgoingId}`,
        what: thread.review ? "review" : "message",
        id: threadId,
        channelId,
        ...(thread.person?.name && { person: thread.person.name }),
        excerpt: excerpt(thread.excerpt, excerptLength),
        at: occurredAt,
      },
    ],
  });
}

const causeOf = (channelId: string, code: string): string => `${channelId}:${code}`;

/** A reply has gone out, or its thread was marked done, after one had failed: the alert has ended unless others wait in it. */
export async function settleUnsent(
  deps: SettleDeps,
  workspaceId: string,
  { channelId, overcome }: { readonly channelId: string; readonly overcome?: string | undefined },
): Promise<void> {
  if (overcome !== undefined) await settleCause(deps, workspaceId, "answer-unsent", causeOf(channelId, overcome));
}
