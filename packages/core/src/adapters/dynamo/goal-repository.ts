import * as v from "valibot";
import { type Goal, type Goals, goalSchema } from "../../strategy/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { goalEntity } from "./entities/strategy.ts";
import { savedVersion } from "./versioned.ts";

const parse = (item: unknown): Goal => v.parse(goalSchema, item);

/** The goals of workspaces, archived ones too. */
export function goalRepository(dynamo: Dynamo): Goals {
  const goals = goalEntity(dynamo);
  const get = async (workspaceId: string, id: string) => {
    const { data } = await goals.get({ workspaceId, id }).go({ consistent: true });
    return data ? parse(data) : null;
  };
  return {
    get,
    create: (goal) => happens(() => goals.create(parse(goal)).go()),
    list: async (workspaceId) => {
      const { data } = await goals.query.primary({ workspaceId }).go({ pages: "all" });
      return data.map(parse).sort((a, b) => (a.dueDay < b.dueDay ? -1 : a.dueDay > b.dueDay ? 1 : 0));
    },
    save: (goal) =>
      savedVersion(
        goal,
        (next) =>
          goals
            .put(parse(next))
            .where(({ version }, { eq }) => eq(version, goal.version))
            .go(),
        () => get(goal.workspaceId, goal.id),
      ),
  };
}
