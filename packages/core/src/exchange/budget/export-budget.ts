import { typedAmount } from "../../i18n/money.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { Language } from "../../kernel/language.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type ReadBudgetDeps, readBudget } from "../../strategy/index.ts";
import { byteOrderMark, tableLines } from "../csv/write-table.ts";
import { budgetColumns, headLine, kindWord } from "./budget-table.ts";

/** The lines of some months as a table that can be imported again. What was measured of ads is in no line. */
export async function exportBudget(
  deps: ReadBudgetDeps,
  actor: Actor,
  language: Language,
  months: { from: string; to: string },
): Promise<Result<string, Failure>> {
  const budget = await readBudget(deps, actor, months);
  if (!budget.ok) return budget;
  const rows = budget.value.months.flatMap(({ lines }) =>
    lines.map(({ month, kind, name, planned, spent, currency }) => {
      const amount = (minorUnits: number) => typedAmount(language, { minorUnits, currency });
      const cells = {
        ...{ month, name, currency },
        kind: kindWord(kind, language),
        planned: amount(planned),
        spent: spent === null ? "" : amount(spent),
      };
      return budgetColumns.map((column) => cells[column]);
    }),
  );
  return ok(byteOrderMark + headLine(language) + tableLines(rows));
}
