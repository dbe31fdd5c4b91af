import * as v from "valibot";
import { type Experiments, experimentSchema } from "../../content/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { experimentEntity } from "./entities/content.ts";

/** The A/B tests of workspaces. */
export function experimentRepository(dynamo: Dynamo): Experiments {
  const experiments = experimentEntity(dynamo);
  return {
    get: async (workspaceId, id) => {
      const { data } = await experiments.get({ workspaceId, id }).go({ consistent: true });
      return data && v.parse(experimentSchema, data);
    },
    create: (experiment) => happens(() => experiments.create(experiment).go()),
    list: async (workspaceId) => {
      const { data } = await experiments.query.primary({ workspaceId }).go({ pages: "all" });
      return data.map((item) => v.parse(experimentSchema, item));
    },
    remove: async (workspaceId, id) => {
      await experiments.delete({ workspaceId, id }).go();
    },
  };
}
