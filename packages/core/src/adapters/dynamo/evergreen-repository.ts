import * as v from "valibot";
import { type Evergreen, type Evergreens, evergreenSchema } from "../../content/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { evergreenEntity } from "./entities/planning.ts";
import { savedVersion } from "./versioned.ts";

const parse = (item: unknown): Evergreen => v.parse(evergreenSchema, item);

/** What gsi2 lists: in it only while slots must be looked at, so its attributes are there both or not at all. */
const waiting = "planner";

function stored(evergreen: Evergreen) {
  const { nextPlanAt, ...rest } = parse(evergreen);
  return nextPlanAt === undefined ? rest : { ...rest, nextPlanAt, waiting };
}

/** Evergreen posts in the table. */
export function evergreenRepository(dynamo: Dynamo): Evergreens {
  const evergreens = evergreenEntity(dynamo);
  const get = async (workspaceId: string, id: string) => {
    const { data } = await evergreens.get({ workspaceId, id }).go({ consistent: true });
    return data ? parse(data) : null;
  };
  return {
    get,
    create: (item) => happens(() => evergreens.create(stored(item)).go()),
    save: (item) =>
      savedVersion(
        item,
        (next) =>
          evergreens
            .put(stored(next))
            .where(({ version }, { eq }) => eq(version, item.version))
            .go(),
        () => get(item.workspaceId, item.id),
      ),
    list: async (workspaceId) => {
      const { data } = await evergreens.query.primary({ workspaceId }).go({ pages: "all", consistent: true });
      return data.map(parse);
    },
    dueWorkspaces: async (nowMs) => {
      const { data } = await evergreens.query
        .due({ waiting })
        .lt({ nextPlanAt: nowMs + 1 })
        .go({ pages: "all" });
      return [...new Set(data.map(({ workspaceId }) => workspaceId))];
    },
  };
}
