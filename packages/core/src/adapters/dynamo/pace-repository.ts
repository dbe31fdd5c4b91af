import { Entity } from "electrodb";
import * as v from "valibot";
import { type ChannelPaces, channelPaceSchema } from "../../publishing/index.ts";
import type { Dynamo } from "./client.ts";
import { savedVersion } from "./versioned.ts";

const day = 86_400_000;

/** How busy a channel is; forgotten a day after it is idle again. */
const channelPaceEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "channelPace", version: "1", service: "dopys" },
      attributes: {
        workspaceId: { type: "string", required: true },
        channelId: { type: "string", required: true },
        busyUntil: { type: "number", required: true },
        closedUntil: { type: "number", required: true },
        writtenBy: { type: "string" },
        version: { type: "number", required: true },
        expiresAt: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "channelId"] },
          sk: { field: "sk", composite: [] },
        },
      },
    },
    { client, table: tableName },
  );

/** The paces of channels in the table. */
export function paceRepository(dynamo: Dynamo): ChannelPaces {
  const paces = channelPaceEntity(dynamo);
  const get = async (workspaceId: string, channelId: string) => {
    const { data } = await paces.get({ workspaceId, channelId }).go({ consistent: true });
    return data ? v.parse(channelPaceSchema, data) : null;
  };
  return {
    get,
    save: (pace) =>
      savedVersion(
        pace,
        (next) => {
          const expiresAt = Math.ceil((Math.max(next.busyUntil, next.closedUntil) + day) / 1000);
          return paces
            .put({ ...next, expiresAt })
            .where(({ version }, { eq, notExists }) => `${notExists(version)} OR ${eq(version, pace.version)}`)
            .go();
        },
        () => get(pace.workspaceId, pace.channelId),
      ),
  };
}
