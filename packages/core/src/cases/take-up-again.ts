import type { Clock } from "../kernel/clock.ts";
import { outdated, untilCurrent } from "../kernel/until-current.ts";
import { type Case, noted } from "./model.ts";
import type { Cases } from "./ports.ts";

/**
 * Opens a closed case again when its person has complained anew since it was closed: it is one conversation and one case,
 * and not over. `saidAt`: when they did, epoch ms. What had been said before it was closed leaves it closed, however late
 * that is told. What was done and how it ended stays to be read.
 */
export async function takeUpAgain(
  deps: { readonly cases: Pick<Cases, "get" | "save">; readonly clock: Clock },
  { workspaceId, id }: Pick<Case, "workspaceId" | "id">,
  saidAt: number,
): Promise<void> {
  return untilCurrent(`The case ${id}`, async () => {
    const stored = await deps.cases.get(workspaceId, id);
    if (stored?.state !== "closed" || saidAt <= (stored.closedAt ?? 0)) return;
    const open: Case = { ...stored, state: "open", closedAt: undefined, version: stored.version + 1 };
    const entry = { at: deps.clock.nowMs(), by: "system:cases", what: "moved", state: "open" } as const;
    return (await deps.cases.save(noted(open, entry))) ? undefined : outdated;
  });
}
