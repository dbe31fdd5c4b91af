import { Entity } from "electrodb";
import type { PublishedPosts } from "../../publishing/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";

/** A platform's post by its remote id; the case of remote ids counts. */
const publishedPostEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "publishedPost", version: "1", service: "dopys" },
      attributes: {
        workspaceId: { type: "string", required: true },
        channelId: { type: "string", required: true },
        remoteId: { type: "string", required: true },
        publicationId: { type: "string", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "channelId"] },
          sk: { field: "sk", composite: ["remoteId"], casing: "none" },
        },
      },
    },
    { client, table: tableName },
  );

export function publishedPostRepository(dynamo: Dynamo): PublishedPosts {
  const published = publishedPostEntity(dynamo);
  return {
    put: async (post) => {
      await published.put(post).go();
    },
    claim: (post, insteadOf = post.publicationId) =>
      happens(() =>
        published
          .put(post)
          .where(({ publicationId }, { eq, notExists }) => {
            const isOurs = `${eq(publicationId, post.publicationId)} OR ${eq(publicationId, insteadOf)}`;
            return `${notExists(publicationId)} OR ${isOurs}`;
          })
          .go(),
      ),
    find: async (workspaceId, channelId, remoteId) => {
      const { data } = await published.get({ workspaceId, channelId, remoteId }).go();
      return data;
    },
  };
}
