import { authorize, type Workspaces } from "../../access/index.ts";
import { classify } from "../../inbox/index.ts";
import type { Actor } from "../../kernel/actor.ts";
import { type Failure, notFound } from "../../kernel/failure.ts";
import { inBatches } from "../../kernel/in-batches.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type ImportedDeps, type ImportedRow, storeImported } from "../../reviews/index.ts";
import { readSmallTable, type SmallTable } from "../csv/read-table.ts";
import { reviewTable } from "./review-table.ts";

export interface ImportReviewsDeps extends ImportedDeps {
  readonly workspaces: Pick<Workspaces, "get">;
}

/** Reads a table of reviews and stores nothing: how many rows are right, and what is wrong with the others. */
export async function checkReviewTable(
  deps: Pick<ImportReviewsDeps, "workspaces" | "clock">,
  actor: Actor,
  bytes: Uint8Array,
): Promise<Result<SmallTable<ImportedRow>, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const workspace = await deps.workspaces.get(actor.workspaceId);
  if (!workspace) return err(notFound());
  return readSmallTable(bytes, reviewTable({ timeZone: workspace.timeZone, nowMs: deps.clock.nowMs() }));
}

/** So many rows are stored by one request, and so many at once. */
const perRequest = 50;
const together = 5;

/**
 * Stores the good rows of a table of reviews from other places, from the `from`th on, some of them; `next` is where to go
 * on. A review is stored once, in whichever table it stands and however often it comes; `imported` counts the new ones and
 * those that the table corrected.
 */
export async function importReviews(
  deps: ImportReviewsDeps,
  actor: Actor,
  input: { bytes: Uint8Array; from: number },
): Promise<Result<{ imported: number; next?: number | undefined }, Failure>> {
  const table = await checkReviewTable(deps, actor, input.bytes);
  if (!table.ok) return table;
  const { good } = table.value;
  const some = good.slice(input.from, input.from + perRequest);
  let imported = 0;
  await inBatches(some, together, async ({ value }) => {
    if (await storeImported({ ...deps, readText: classify }, actor, value)) imported += 1;
  });
  const next = input.from + some.length;
  return ok({ imported, ...(next < good.length && { next }) });
}
