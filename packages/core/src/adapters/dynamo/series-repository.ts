import * as v from "valibot";
import { type Series, type SeriesStore, seriesSchema } from "../../content/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { seriesEntity } from "./entities/planning.ts";
import { savedVersion } from "./versioned.ts";

const parse = (item: unknown): Series => v.parse(seriesSchema, item);

/** What gsi2 lists: in it only while the planner must look, so its attributes are there both or not at all. */
const waiting = "planner";

function stored(series: Series) {
  const { nextPlanAt, ...rest } = parse(series);
  return nextPlanAt === undefined ? rest : { ...rest, nextPlanAt, waiting };
}

/** Series in the table. */
export function seriesRepository(dynamo: Dynamo): SeriesStore {
  const series = seriesEntity(dynamo);
  const get = async (workspaceId: string, id: string) => {
    const { data } = await series.get({ workspaceId, id }).go({ consistent: true });
    return data ? parse(data) : null;
  };
  return {
    get,
    create: (item) => happens(() => series.create(stored(item)).go()),
    save: (item) =>
      savedVersion(
        item,
        (next) =>
          series
            .put(stored(next))
            .where(({ version }, { eq }) => eq(version, item.version))
            .go(),
        () => get(item.workspaceId, item.id),
      ),
    list: async (workspaceId) => {
      const { data } = await series.query.primary({ workspaceId }).go({ pages: "all" });
      return data.map(parse);
    },
    due: async (nowMs) => {
      const { data } = await series.query
        .due({ waiting })
        .lt({ nextPlanAt: nowMs + 1 })
        .go({ pages: "all" });
      return data.map(parse);
    },
  };
}
