import * as v from "valibot";
import { type Goals, goalSchema } from "../../strategy/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { goalEntity } from "./entities/strategy.ts";

/** The goals of workspaces. An id is derived from what a goal aims at and its due day, so each is there once. */
export function goalRepository(dynamo: Dynamo): Goals {
  const goals = goalEntity(dynamo);
  return {
    create: (goal) => happens(() => goals.create(goal).go()),
    list: async (workspaceId) => {
      const { data } = await goals.query.primary({ workspaceId }).go({ pages: "all" });
      return data.map((item) => v.parse(goalSchema, item));
    },
  };
}
