import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type Asset, altTextSchema, fileNameSchema, folderNameSchema } from "./asset.ts";
import { changedMeanwhile } from "./errors.ts";
import type { Assets, MediaFolders, ObjectStore } from "./ports.ts";

/** How long the address of a preview works: an hour. */
export const previewS = 3600;

/** A file with an address at which a browser can show it. */
export interface AssetView {
  readonly asset: Asset;
  /** Absent until the file is ready. */
  readonly url?: string;
}

/** A change of what is said of a file; what is absent stays, `null` takes it out of its folder. */
export const changeAssetSchema = v.object({
  assetId: v.string(),
  altText: v.optional(altTextSchema),
  fileName: v.optional(fileNameSchema),
  folder: v.optional(v.nullable(folderNameSchema)),
});
export type ChangeAsset = v.InferOutput<typeof changeAssetSchema>;

/**
 * Describes, renames or moves a file. Posts scheduled from now on carry the new alternative text. The folder it goes to
 * is made when it is not there.
 */
export async function changeAsset(
  deps: { assets: Pick<Assets, "get" | "save">; folders: Pick<MediaFolders, "add"> },
  actor: Actor,
  { assetId, ...change }: ChangeAsset,
): Promise<Result<Asset, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const asset = await deps.assets.get(actor.workspaceId, assetId);
  if (!asset || asset.state === "removed") return err(notFound());
  const { folder: present, ...rest } = asset;
  const folder = change.folder === undefined ? present : (change.folder ?? undefined);
  if (folder !== undefined && folder !== present) await deps.folders.add(actor.workspaceId, folder);
  const saved = await deps.assets.save({
    ...rest,
    ...(folder !== undefined && { folder }),
    altText: change.altText ?? asset.altText,
    fileName: change.fileName ?? asset.fileName,
  });
  return saved ? ok(saved) : err(changedMeanwhile());
}

/** One file of the actor's workspace, with its preview; `small` asks for its small picture where it has one. */
export async function getAsset(
  deps: { assets: Pick<Assets, "get">; objects: Pick<ObjectStore, "presignGet"> },
  actor: Actor,
  input: { assetId: string; small?: boolean },
): Promise<Result<AssetView, Failure>> {
  const asset = await deps.assets.get(actor.workspaceId, input.assetId);
  if (!asset) return err(notFound());
  if (asset.state !== "ready") return ok({ asset });
  const key = (input.small && asset.thumbnail?.key) || asset.key;
  return ok({ asset, url: await deps.objects.presignGet(key, previewS) });
}
