import type { MediaFolders } from "../../content/index.ts";
import type { Dynamo } from "./client.ts";
import { folderEntity } from "./entities/media.ts";

/** The brand folders in the table. */
export function folderRepository(dynamo: Dynamo): MediaFolders {
  const folders = folderEntity(dynamo);
  return {
    list: async (workspaceId) => {
      const { data } = await folders.query.primary({ workspaceId }).go({ pages: "all", consistent: true });
      return data.map(({ name }) => name);
    },
    add: async (workspaceId, name) => {
      await folders.put({ workspaceId, name }).go();
    },
    remove: async (workspaceId, name) => {
      await folders.delete({ workspaceId, name }).go();
    },
  };
}
