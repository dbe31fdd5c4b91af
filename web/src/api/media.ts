import { err, ok } from "#core/kernel/result.ts";
import { t } from "../language.ts";
import { type Answer, answerOf, api } from "./client.ts";
import type { Asset } from "./contract.ts";
import { send } from "./files.ts";

/** Sends a file straight to the object store; `onProgress` hears the share sent, 0..1. */
export async function uploadImage(file: File, onProgress: (share: number) => void): Promise<Answer<Asset>> {
  const begun = await answerOf(
    api.media.$post({ json: { contentType: file.type, bytes: file.size, fileName: file.name } }),
  );
  if (!begun.ok) return begun;
  const { asset, upload } = begun.value;
  if (!(await send(file, upload, onProgress))) {
    return err({ status: 0, code: "upload-interrupted", ...t().compose.uploadInterrupted });
  }
  return describeAsset(asset.id, "");
}

/** Closes an upload, or changes what the picture is described as to those who do not see it. */
export async function describeAsset(id: string, altText: string): Promise<Answer<Asset>> {
  const done = await answerOf(api.media[":id"].complete.$post({ param: { id }, json: { altText } }));
  return done.ok ? ok(done.value.asset) : done;
}
