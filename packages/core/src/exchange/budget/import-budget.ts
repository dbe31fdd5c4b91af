import { authorize } from "../../access/index.ts";
import type { Actor } from "../../kernel/actor.ts";
import { type Failure, notFound } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type EditBudgetDeps, type NewBudgetLine, putBudgetLine } from "../../strategy/index.ts";
import { readSmallTable, type SmallTable } from "../csv/read-table.ts";
import { budgetTable } from "./budget-table.ts";

/** Reads a budget's table and stores nothing: how many rows are right, and what is wrong with the others. */
export async function checkBudgetTable(
  deps: Pick<EditBudgetDeps, "workspaces">,
  actor: Actor,
  bytes: Uint8Array,
): Promise<Result<SmallTable<NewBudgetLine>, Failure>> {
  const allowed = authorize(actor, "manage-goals");
  if (!allowed.ok) return allowed;
  const workspace = await deps.workspaces.get(actor.workspaceId);
  return workspace ? readSmallTable(bytes, budgetTable(workspace.currency)) : err(notFound());
}

/** So many rows are taken by one request. */
const perRequest = 50;

/**
 * Puts a table's lines into the budget, from the `from`th good row on, one after another, because several may be of one
 * month; `next` is where to go on. Counts the lines that are new or have other amounts than before.
 */
export async function importBudget(
  deps: EditBudgetDeps,
  actor: Actor,
  input: { bytes: Uint8Array; from: number },
): Promise<Result<{ imported: number; next?: number | undefined }, Failure>> {
  const table = await checkBudgetTable(deps, actor, input.bytes);
  if (!table.ok) return table;
  const some = table.value.good.slice(input.from, input.from + perRequest);
  let imported = 0;
  for (const { value } of some) {
    const put = await putBudgetLine(deps, actor, value);
    if (!put.ok) return put;
    if (put.value) imported += 1;
  }
  const next = input.from + some.length;
  return ok({ imported, ...(next < table.value.good.length && { next }) });
}
