import * as v from "valibot";
import { type Import, type Imports, importSchema } from "../../exchange/index.ts";
import { atMost } from "./at-most.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { importEntity } from "./entities/exchange.ts";
import { savedVersion } from "./versioned.ts";

const parse = (item: unknown): Import => v.parse(importSchema, item);

/** Imports of tables in the table. */
export function importRepository(dynamo: Dynamo): Imports {
  const imports = importEntity(dynamo);
  const get = async (workspaceId: string, id: string) => {
    const { data } = await imports.get({ workspaceId, id }).go({ consistent: true });
    return data ? parse(data) : null;
  };
  return {
    get,
    create: (item) => happens(() => imports.create(parse(item)).go()),
    save: (item) =>
      savedVersion(
        item,
        (next) =>
          imports
            .put(parse(next))
            .where(({ version }, { eq }) => eq(version, item.version))
            .go(),
        () => get(item.workspaceId, item.id),
      ),
    list: async (workspaceId, limit) => {
      const { data } = await imports.query.byTime({ workspaceId }).go({ order: "desc", ...atMost(limit) });
      return data.map(parse);
    },
  };
}
