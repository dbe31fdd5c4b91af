import * as v from "valibot";
import { type Case, type Cases, caseSchema } from "../../cases/index.ts";
import { atMost } from "./at-most.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { caseEntity } from "./entities/cases.ts";

const parse = (item: unknown): Case => v.parse(caseSchema, item);

/** Cases in the table. */
export function caseRepository(dynamo: Dynamo): Cases {
  const cases = caseEntity(dynamo);
  return {
    get: async (workspaceId, id) => {
      const { data } = await cases.get({ workspaceId, id }).go({ consistent: true });
      return data ? parse(data) : null;
    },
    create: (one) => happens(() => cases.create(parse(one)).go()),
    save: (one) =>
      happens(() =>
        cases
          .put(parse(one))
          .where(({ version }, { eq }) => eq(version, one.version - 1))
          .go(),
      ),
    list: async (workspaceId, state, limit, after) => {
      const listed = cases.query.byState({ workspaceId, state });
      const rest = after ? listed.lt({ openedAt: after.at, id: after.id }) : listed;
      const { data } = await rest.go({ order: "desc", ...atMost(limit) });
      return data.map(parse);
    },
  };
}
