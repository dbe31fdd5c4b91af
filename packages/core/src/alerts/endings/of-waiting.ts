import type { Thread, Threads } from "../../inbox/index.ts";
import type { Clock } from "../../kernel/clock.ts";
import { type Leads, leadFor } from "../../leads/index.ts";
import type { Alert } from "../model.ts";
import type { Ending } from "./ending.ts";
import { endingOfPieces } from "./of-pieces.ts";

export interface WaitingEndingDeps {
  readonly threads: Pick<Threads, "get">;
  readonly leads: Pick<Leads, "get">;
  readonly clock: Clock;
}

/** Conversations past their target: each is answered, done, gone, or has another target. */
export const endingOfUnanswered = ({ threads, clock }: WaitingEndingDeps, alert: Alert): Promise<Ending | undefined> =>
  endingOfPieces(alert, (keys) =>
    Promise.all(
      keys.map(async (key) =>
        endingOfThread(await threads.get(alert.workspaceId, key.split(" ")[0] ?? ""), clock.nowMs()),
      ),
    ),
  );

function endingOfThread(thread: Thread | null, now: number): Ending | undefined {
  if (!thread || thread.state === "empty") return "gone";
  if (thread.unanswered === 0) return "answered";
  if (thread.state === "done") return "done";
  return isOverdue(thread, now) ? undefined : "target-changed";
}

/** Replies that did not reach the person: another one of each thread has, or a member has dealt with it. */
export const endingOfUnsent = ({ threads }: Pick<WaitingEndingDeps, "threads">, alert: Alert) =>
  endingOfPieces(alert, (keys) =>
    Promise.all(
      keys.map(async (key): Promise<Ending | undefined> => {
        const thread = await threads.get(alert.workspaceId, key.split(" ")[0] ?? "");
        if (!thread || thread.state === "empty") return "gone";
        if (thread.unsent) return thread.unsent.code === alert.params.code ? undefined : "failed-otherwise";
        return thread.state === "done" ? "done" : "reply-arrived";
      }),
    ),
  );

/** Whether somebody waits in a thread for longer than the channel's target allows. */
export const isOverdue = ({ dueAt, unanswered }: Thread, now: number): boolean =>
  unanswered > 0 && dueAt !== undefined && dueAt <= now;

/** A person without a first response: they, or the lead that theirs was united with, have one. */
export async function endingOfLead({ leads }: WaitingEndingDeps, alert: Alert): Promise<Ending | undefined> {
  const lead = await leadFor(leads, alert.workspaceId, alert.evidence[0]?.id ?? "");
  if (!lead || lead.erasedAt !== undefined) return "lead-erased";
  return lead.waiting ? undefined : "lead-answered";
}
