import type { Clock } from "../kernel/clock.ts";
import { afterMailEvent, type MailEvent } from "../kernel/mail-course.ts";
import { withWake } from "./model.ts";
import type { ReviewRequests } from "./ports.ts";
import { requestMailTags } from "./send-request.ts";

/**
 * Records what the mail service says of a mail that asked for a review. Events of other mail, and repeated ones, change
 * nothing.
 */
export async function recordRequestMail(
  deps: { requests: Pick<ReviewRequests, "get" | "replace">; clock: Clock },
  event: MailEvent,
): Promise<"recorded" | "ignored"> {
  const workspaceId = event.mail.tags[requestMailTags.workspace]?.[0];
  const requestId = event.mail.tags[requestMailTags.request]?.[0];
  if (!workspaceId || !requestId) return "ignored";
  for (;;) {
    const request = await deps.requests.get(workspaceId, requestId);
    const next = request && afterMailEvent(request, event, deps.clock.nowMs());
    if (!next) return "ignored";
    if (await deps.requests.replace(withWake(next))) return "recorded";
  }
}
