import * as v from "valibot";
import { type Suspension, type Suspensions, suspensionSchema } from "../../mailing/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { suspensionEntity } from "./entities/mailing.ts";

const parse = (item: unknown): Suspension => v.parse(suspensionSchema, item);

/** Suspended addresses in the table. */
export function suspensionRepository(dynamo: Dynamo): Suspensions {
  const suspensions = suspensionEntity(dynamo);
  return {
    get: async (workspaceId, id) => {
      const { data } = await suspensions.get({ workspaceId, id }).go({ consistent: true });
      return data ? parse(data) : null;
    },
    save: (one) =>
      happens(() =>
        one.version === 1
          ? suspensions.create(parse(one)).go()
          : suspensions
              .put(parse(one))
              .where(({ version }, { eq }) => eq(version, one.version - 1))
              .go(),
      ),
  };
}
