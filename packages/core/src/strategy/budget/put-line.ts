import type { Actor } from "../../kernel/actor.ts";
import type { Failure } from "../../kernel/failure.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { addBudgetLine, type EditBudgetDeps, editBudgetLine } from "./edit-lines.ts";
import type { NewBudgetLine } from "./model.ts";

/**
 * Writes a line as a table has it: the month's line of that name gets these amounts, and is added where there is none.
 * What the table leaves open stays. Answers whether anything changed, so that the same table again changes nothing.
 */
export async function putBudgetLine(
  deps: EditBudgetDeps,
  actor: Actor,
  line: NewBudgetLine,
): Promise<Result<boolean, Failure>> {
  const { month, kind, name, planned } = line;
  const lines = await deps.budgetLines.between(actor.workspaceId, month, month);
  const found = lines.find((one) => one.kind === kind && one.name.toLowerCase() === name.toLowerCase());
  if (!found) {
    const added = await addBudgetLine(deps, actor, line);
    return added.ok ? ok(true) : added;
  }
  const spent = line.spent ?? found.spent;
  if (found.planned === planned && found.spent === spent) return ok(false);
  const changed = await editBudgetLine(deps, actor, {
    month,
    lineId: found.id,
    version: found.version,
    planned,
    spent,
  });
  return changed.ok ? ok(true) : changed;
}
