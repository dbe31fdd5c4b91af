import { fileTypeFromBuffer } from "file-type";
import type { Clock } from "../kernel/clock.ts";
import type { Failure } from "../kernel/failure.ts";
import { answerFailure, type PublicWeb } from "../kernel/public-web.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type Asset, isMediaContentType, mediaTypes } from "./asset.ts";
import { mediaTypeUnsupported } from "./errors.ts";
import { inspectedBytes, inspectMedia } from "./inspect-media.ts";
import type { Assets, ObjectFiles } from "./ports.ts";

/** The largest file that is fetched: it passes through a function's memory. Larger ones are uploaded. */
export const fetchedBytes = 20_000_000;

export interface FetchAssetDeps {
  readonly web: PublicWeb;
  readonly assets: Pick<Assets, "get" | "create">;
  readonly objects: Pick<ObjectFiles, "write">;
  readonly clock: Clock;
}

/** Which file, under which id it is kept (made from where it comes from, so that it is fetched once), and for whom. */
export interface FetchAsset {
  readonly id: string;
  readonly workspaceId: string;
  readonly by: string;
  readonly address: string;
  readonly altText: string;
}

/**
 * Takes a file from an address on the public web into the library. What it is tell its bytes, as with an upload. Asked
 * again for the same id, it answers the file that is there.
 */
export async function fetchAsset(deps: FetchAssetDeps, wanted: FetchAsset): Promise<Result<Asset, Failure>> {
  const { id, workspaceId, by, address, altText } = wanted;
  const existing = await deps.assets.get(workspaceId, id);
  if (existing?.state === "ready") return ok(existing);
  const answer = await deps.web.get({ url: address, maxBytes: fetchedBytes, timeoutMs: 15_000 });
  const failure = answerFailure(answer);
  const fileName = fileNameOf(answer.kind === "answer" ? answer.url : address);
  if (failure || answer.kind !== "answer") return err(failure ?? mediaTypeUnsupported(fileName, "unknown"));
  const { body } = answer;
  const contentType = (await fileTypeFromBuffer(body))?.mime ?? "unknown";
  if (!isMediaContentType(contentType)) return err(mediaTypeUnsupported(fileName, contentType));
  const bytes = body.byteLength;
  const source = { bytes, read: async (from: number, length: number) => body.subarray(from, from + length) };
  const found = await inspectMedia(
    { contentType, bytes, fileName },
    { head: body.subarray(0, inspectedBytes), source },
  );
  if (!found.ok) return found;
  const key = `media/${workspaceId}/${id}`;
  await deps.objects.write(key, body, contentType);
  const asset: Asset = {
    id,
    workspaceId,
    state: "ready",
    key,
    fileName,
    kind: mediaTypes[contentType].kind,
    contentType,
    bytes,
    ...found.value,
    altText,
    uploadedBy: by,
    createdAt: deps.clock.nowMs(),
    version: 1,
  };
  if (await deps.assets.create(asset)) return ok(asset);
  return ok((await deps.assets.get(workspaceId, id)) ?? asset);
}

/** The last part of an address's path, as a person would read it. */
function fileNameOf(address: string): string {
  const { pathname, hostname } = new URL(address);
  const last = pathname.split("/").filter(Boolean).at(-1) ?? "";
  const name = decoded(last)
    .replace(/\p{Cc}/gu, "")
    .trim()
    .slice(0, 255)
    .trim();
  return name === "" ? hostname : name;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
