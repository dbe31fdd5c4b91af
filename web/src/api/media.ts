import { err, ok } from "#core/kernel/result.ts";
import { t } from "../language.ts";
import { type Answer, answerOf, api } from "./client.ts";
import type { Asset } from "./contract.ts";

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

interface Upload {
  readonly url: string;
  readonly method: "PUT";
  readonly headers: Readonly<Record<string, string>>;
}

function send(file: File, upload: Upload, onProgress: (share: number) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const call = new XMLHttpRequest();
    call.open(upload.method, upload.url);
    for (const [name, value] of Object.entries(upload.headers)) call.setRequestHeader(name, value);
    call.upload.onprogress = (event) => onProgress(event.loaded / Math.max(1, event.total));
    call.onload = () => resolve(call.status >= 200 && call.status < 300);
    call.onerror = () => resolve(false);
    call.send(file);
  });
}
