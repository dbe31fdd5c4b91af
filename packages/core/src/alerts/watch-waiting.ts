import type { Threads } from "../inbox/index.ts";
import { excerpt } from "../kernel/text.ts";
import type { Leads } from "../leads/index.ts";
import { isOverdue } from "./endings/of-waiting.ts";
import type { Evidence } from "./evidence.ts";
import { type RaiseDeps, raiseAlert } from "./raise-alert.ts";
import { type SettleDeps, settleCause } from "./settle-alert.ts";

const excerptLength = 120;

/** A thread whose response target passed without an answer; what waits on a channel is one alert. */
export async function watchOverdueAnswer(
  deps: RaiseDeps & { threads: Pick<Threads, "get"> },
  workspaceId: string,
  { channelId, threadId, dueAt }: { channelId: string; threadId: string; dueAt: number },
): Promise<void> {
  const thread = await deps.threads.get(workspaceId, threadId);
  if (!thread || !isOverdue(thread, deps.clock.nowMs())) return;
  const evidence: Evidence = {
    key: `${threadId} ${dueAt}`,
    what: thread.review ? "review" : "message",
    id: threadId,
    channelId,
    ...(thread.person?.name && { person: thread.person.name }),
    excerpt: excerpt(thread.excerpt, excerptLength),
    at: dueAt,
  };
  await raiseAlert(deps, workspaceId, {
    kind: "response-overdue",
    cause: channelId,
    severity: "medium",
    channelId,
    evidence: [evidence],
  });
}

/** Somebody was answered: when nothing that was told of on the channel waits any more, its alert has ended. */
export const settleAnswered = (deps: SettleDeps, workspaceId: string, channelId: string) =>
  settleCause(deps, workspaceId, "response-overdue", channelId);

/** A person with a buying interest who has had no first response in the agreed time. */
export async function watchWaitingLead(
  deps: RaiseDeps & { leads: Pick<Leads, "get"> },
  workspaceId: string,
  { leadId, since, dueAt }: { leadId: string; since: number; dueAt: number },
): Promise<void> {
  const lead = await deps.leads.get(workspaceId, leadId);
  if (!lead?.waiting || lead.mergedInto !== undefined) return;
  const person = lead.name ?? lead.emails[0] ?? lead.phones[0] ?? "";
  await raiseAlert(deps, workspaceId, {
    kind: "lead-waiting",
    cause: leadId,
    severity: "high",
    channelId: lead.channelId,
    params: { person },
    evidence: [
      {
        key: `${leadId} ${since}`,
        what: "lead",
        id: leadId,
        ...(lead.channelId && { channelId: lead.channelId }),
        ...(person && { person }),
        at: dueAt,
      },
    ],
  });
}

/** The person was answered or taken on: nobody waits any more. */
export const settleLead = (deps: SettleDeps, workspaceId: string, leadId: string) =>
  settleCause(deps, workspaceId, "lead-waiting", leadId);
