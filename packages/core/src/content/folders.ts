import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { folderNameSchema } from "./asset.ts";
import { folderNotEmpty } from "./errors.ts";
import type { Assets, MediaFolders } from "./ports.ts";

/** A brand folder by its name. */
export const folderSchema = v.object({ name: folderNameSchema });

/** Makes a folder; one that is there already stays. */
export async function addFolder(
  deps: { folders: Pick<MediaFolders, "add"> },
  actor: Actor,
  input: v.InferOutput<typeof folderSchema>,
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  return ok(await deps.folders.add(actor.workspaceId, input.name));
}

/** Takes an empty folder away; one that holds files is refused. */
export async function removeFolder(
  deps: { folders: Pick<MediaFolders, "remove">; assets: Pick<Assets, "list"> },
  actor: Actor,
  input: v.InferOutput<typeof folderSchema>,
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const [first] = await deps.assets.list(workspaceId, { folder: input.name, limit: 1 });
  if (first) return err(folderNotEmpty(input.name));
  return ok(await deps.folders.remove(workspaceId, input.name));
}
