import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Asset } from "./asset.ts";
import { objectSource } from "./byte-source.ts";
import { changedMeanwhile, uploadMissing } from "./errors.ts";
import { inspectedBytes, inspectMedia } from "./inspect-media.ts";
import type { Assets, ObjectStore } from "./ports.ts";
import { keptThumbnail } from "./thumbnail.ts";

/**
 * Looks into an uploaded file and makes it usable, or refuses it with the reason; other files are not touched. Calling
 * it again answers what was decided. Fails with `upload-missing` while no file has arrived.
 */
export async function completeUpload(
  deps: { assets: Assets; objects: Pick<ObjectStore, "head" | "read" | "remove"> },
  actor: Actor,
  input: { assetId: string },
): Promise<Result<Asset, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const asset = await deps.assets.get(actor.workspaceId, input.assetId);
  if (!asset) return err(notFound());
  if (asset.state !== "pending") return decided(asset);
  const object = await deps.objects.head(asset.key);
  const head = object && (await deps.objects.read(asset.key, inspectedBytes));
  if (!object || !head) return err(uploadMissing(asset.fileName));
  const source = objectSource(deps.objects, { key: asset.key, head, bytes: object.bytes });
  const found = await inspectMedia(asset, { head, source });
  const { thumbnail: _announced, ...rest } = asset;
  const thumbnail = await keptThumbnail(deps.objects, asset);
  const next: Asset = found.ok
    ? { ...rest, ...found.value, ...(thumbnail && { thumbnail }), state: "ready" }
    : { ...asset, state: "refused", refusal: { code: found.error.code, params: found.error.params } };
  const saved = await deps.assets.save(next);
  return saved ? decided(saved) : err(changedMeanwhile());
}

const decided = (asset: Asset): Result<Asset, Failure> =>
  asset.refusal ? err({ kind: "invalid", code: asset.refusal.code, params: asset.refusal.params }) : ok(asset);
