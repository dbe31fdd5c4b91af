import * as v from "valibot";
import { addMonths, type BudgetLine, type BudgetLines, budgetLineSchema } from "../../strategy/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { budgetLineEntity } from "./entities/budget.ts";
import { savedVersion } from "./versioned.ts";

const parse = (item: unknown): BudgetLine => v.parse(budgetLineSchema, { spent: null, ...(item as object) });

/** What months are planned to cost and have cost. */
export function budgetRepository(dynamo: Dynamo): BudgetLines {
  const lines = budgetLineEntity(dynamo);
  const get = async (workspaceId: string, month: string, id: string) => {
    const { data } = await lines.get({ workspaceId, month, id }).go({ consistent: true });
    return data ? parse(data) : null;
  };
  return {
    get,
    create: (line) => happens(() => lines.create(parse(line)).go()),
    save: (line) =>
      savedVersion(
        line,
        (next) =>
          lines
            .put(parse(next))
            .where(({ version }, { eq }) => eq(version, line.version))
            .go(),
        () => get(line.workspaceId, line.month, line.id),
      ),
    remove: ({ workspaceId, month, id, version }) =>
      happens(() =>
        lines
          .delete({ workspaceId, month, id })
          .where((of, { eq, notExists }) => `${notExists(of.version)} OR ${eq(of.version, version)}`)
          .go(),
      ),
    between: async (workspaceId, from, to) => {
      const { data } = await lines.query
        .primary({ workspaceId })
        // A key goes on after its month, so that the month after the last is where the range ends.
        .between({ month: from }, { month: addMonths(to, 1) })
        .go({ pages: "all", consistent: true });
      return data.map(parse);
    },
  };
}
