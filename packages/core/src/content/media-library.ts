import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type Asset, altTextSchema } from "./asset.ts";
import { changedMeanwhile } from "./errors.ts";
import type { Assets, ObjectStore } from "./ports.ts";

/** How long the address of a preview works: an hour. */
const previewS = 3600;

/** A file with an address at which a browser can show it. */
export interface AssetView {
  readonly asset: Asset;
  /** Absent until the file is ready. */
  readonly url?: string;
}

export const describeAssetSchema = v.object({ assetId: v.string(), altText: altTextSchema });

/** Sets a file's alternative text; posts scheduled from now on carry it. */
export async function describeAsset(
  deps: { assets: Pick<Assets, "get" | "save"> },
  actor: Actor,
  input: v.InferOutput<typeof describeAssetSchema>,
): Promise<Result<Asset, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const asset = await deps.assets.get(actor.workspaceId, input.assetId);
  if (!asset) return err(notFound());
  const saved = await deps.assets.save({ ...asset, altText: input.altText });
  return saved ? ok(saved) : err(changedMeanwhile());
}

/** One file of the actor's workspace, with its preview. */
export async function getAsset(
  deps: { assets: Pick<Assets, "get">; objects: Pick<ObjectStore, "presignGet"> },
  actor: Actor,
  input: { assetId: string },
): Promise<Result<AssetView, Failure>> {
  const asset = await deps.assets.get(actor.workspaceId, input.assetId);
  return asset ? ok(await view(deps.objects, asset)) : err(notFound());
}

async function view(objects: Pick<ObjectStore, "presignGet">, asset: Asset): Promise<AssetView> {
  return asset.state === "ready" ? { asset, url: await objects.presignGet(asset.key, previewS) } : { asset };
}
