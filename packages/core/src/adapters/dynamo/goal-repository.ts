import * as v from "valibot";
import { type Goals, goalSchema } from "../../strategy/index.ts";
import { type Dynamo, isConditionFailure } from "./client.ts";
import { goalEntity } from "./entities/strategy.ts";

/** The goals of workspaces. An id is derived from what a goal aims at and its due day, so each is there once. */
export function goalRepository(dynamo: Dynamo): Goals {
  const goals = goalEntity(dynamo);
  return {
    create: async (goal) => {
      try {
        await goals.create(goal).go();
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },
    list: async (workspaceId) => {
      const { data } = await goals.query.primary({ workspaceId }).go({ pages: "all" });
      return data.map((item) => v.parse(goalSchema, item));
    },
  };
}
