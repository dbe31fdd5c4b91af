import { type KpiDays, pageOf } from "../../insights/index.ts";
import type { Dynamo } from "./client.ts";
import { kpiSheetEntity } from "./entities/insights.ts";
import { unpackSheet } from "./kpi-sheet-codec.ts";

/** The rows of a scope for the dashboards: one query over pages, whatever the number of channels. */
export function kpiRepository(dynamo: Dynamo): KpiDays {
  const sheets = kpiSheetEntity(dynamo);
  return {
    between: async (workspaceId, scope, grain, from, to) => {
      const { data } = await sheets.query
        .primary({ workspaceId, scope, grain })
        .between({ page: pageOf(grain, from) }, { page: pageOf(grain, to) })
        .go({ pages: "all" });
      const rows = data.flatMap(({ page, packed }) => [...unpackSheet(page, packed)]);
      return new Map(rows.filter(([day]) => day >= from && day <= to));
    },
  };
}
