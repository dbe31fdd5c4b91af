import * as v from "valibot";
import { type Advice, type AdviceBooks, adviceSchema } from "../../recommendations/index.ts";
import type { Dynamo } from "./client.ts";
import { adviceEntity } from "./entities/strategy.ts";
import { savedVersion } from "./versioned.ts";

const parse = (item: unknown): Advice => v.parse(adviceSchema, item);

/** What is recommended to workspaces, one item each. */
export function adviceRepository(dynamo: Dynamo): AdviceBooks {
  const books = adviceEntity(dynamo);
  const get = async (workspaceId: string) => {
    const { data } = await books.get({ workspaceId }).go({ consistent: true });
    return data ? parse(data) : null;
  };
  return {
    get,
    save: (advice) =>
      savedVersion(
        advice,
        (next) =>
          books
            .put(parse(next))
            .where((of, { eq, notExists }) =>
              advice.version === 0 ? notExists(of.version) : eq(of.version, advice.version),
            )
            .go(),
        () => get(advice.workspaceId),
      ),
  };
}
