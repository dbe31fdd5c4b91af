import * as v from "valibot";
import { type Source, type Sources, sourceSchema } from "../../sources/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { sourceEntity } from "./entities/exchange.ts";
import { savedVersion } from "./versioned.ts";

const parse = (item: unknown): Source => v.parse(sourceSchema, item);

const waiting = "source";
const stored = (source: Source) => {
  const { nextReadAt, ...rest } = parse(source);
  return nextReadAt === undefined ? rest : { ...rest, nextReadAt, waiting };
};

/** Feeds and sites in the table. */
export function sourceRepository(dynamo: Dynamo): Sources {
  const sources = sourceEntity(dynamo);
  const get = async (workspaceId: string, id: string) => {
    const { data } = await sources.get({ workspaceId, id }).go({ consistent: true });
    return data ? parse(data) : null;
  };
  return {
    get,
    list: async (workspaceId) => {
      const { data } = await sources.query.primary({ workspaceId }).go({ pages: "all" });
      return data.map(parse);
    },
    create: (source) => happens(() => sources.create(stored(source)).go()),
    save: (source) =>
      savedVersion(
        source,
        (next) =>
          sources
            .put(stored(next))
            .where(({ version }, { eq }) => eq(version, source.version))
            .go(),
        () => get(source.workspaceId, source.id),
      ),
    remove: async (workspaceId, id) => {
      await sources.delete({ workspaceId, id }).go();
    },
    due: async (nowMs) => {
      const { data } = await sources.query
        .due({ waiting })
        .lt({ nextReadAt: nowMs + 1 })
        .go({ pages: "all" });
      return data.map(parse);
    },
  };
}
