import { err, ok } from "#core/kernel/result.ts";
import { t } from "../language.ts";
import { type Answer, answerOf, api, outliving } from "./client.ts";
import type { Asset } from "./contract.ts";
import { send } from "./files.ts";
import { smallPicture } from "./small-picture.ts";

/** Which files of the library are asked for; `q` is looked for in names and alternative texts. */
export interface MediaQuery {
  readonly folder?: string | undefined;
  readonly q?: string | undefined;
  readonly kind?: "image" | "video" | undefined;
}

export const listMedia = ({ folder, q, kind }: MediaQuery, cursor?: string) =>
  answerOf(
    api.media.$get({
      query: {
        limit: "60",
        ...(folder && { folder }),
        ...(q && { q }),
        ...(kind && { kind }),
        ...(cursor && { cursor }),
      },
    }),
  );

export const listFolders = () => answerOf(api.media.folders.$get());
export const addFolder = (name: string) => answerOf(api.media.folders.$post({ json: { name } }));
export const removeFolder = (name: string) => answerOf(api.media.folders.$delete({ query: { name } }));

/** Describes, renames or moves a file; a folder of `null` takes it out of the one it is in. */
export const changeAsset = (id: string, json: { altText?: string; fileName?: string; folder?: string | null }) =>
  answerOf(api.media[":id"].$patch({ param: { id }, json }));
export const removeAsset = (id: string, leaving: boolean) =>
  answerOf(api.media[":id"].$delete({ param: { id } }, outliving(leaving)));
/** The posts that show a file, with their publications. */
export const usesOfAsset = (id: string) => answerOf(api.media[":id"].uses.$get({ param: { id } }));

/** Sends a file straight to the object store; `onProgress` hears the share sent, 0..1. */
export async function uploadFile(
  file: File,
  folder: string | undefined,
  onProgress: (share: number) => void,
): Promise<Answer<Asset>> {
  const small = await smallPicture(file);
  const json = {
    contentType: file.type,
    bytes: file.size,
    fileName: file.name,
    ...(folder && { folder }),
    ...(small && { thumbnail: { contentType: small.type, bytes: small.blob.size } }),
  };
  const begun = await answerOf(api.media.$post({ json }));
  if (!begun.ok) return begun;
  const { asset, upload, thumbnail } = begun.value;
  // Lists do without when it does not arrive.
  if (small && thumbnail) await send(small.blob, thumbnail, () => {});
  if (!(await send(file, upload, onProgress))) {
    const { message, cure } = t().compose.uploadInterrupted;
    return err({ status: 0, code: "upload-interrupted", message: message(file.name), cure });
  }
  const done = await answerOf(api.media[":id"].complete.$post({ param: { id: asset.id }, json: {} }));
  return done.ok ? ok(done.value.asset) : done;
}
