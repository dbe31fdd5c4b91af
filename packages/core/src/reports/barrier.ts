import { type Suspensions, suspensionOf } from "../mailing/index.ts";
import type { Barrier, ReportDelivery } from "./delivery.ts";
import type { ReaderChoices } from "./ports.ts";
import { readerIdOf } from "./reader-choice.ts";

/** What keeps a report from being mailed to a reader now; `undefined` when nothing does. */
export async function barrierOf(
  deps: { suspensions: Pick<Suspensions, "get">; choices: Pick<ReaderChoices, "get"> },
  { workspaceId, reportId, recipient: { email } }: Pick<ReportDelivery, "workspaceId" | "reportId" | "recipient">,
): Promise<Barrier | undefined> {
  const [choice, suspension] = await Promise.all([
    deps.choices.get(workspaceId, reportId, readerIdOf(workspaceId, reportId, email)),
    suspensionOf(deps, workspaceId, email),
  ]);
  if (choice?.stopped) return "stopped";
  return suspension && "suspended";
}
