import * as v from "valibot";
import type { Actor } from "../kernel/actor.ts";
import { fromCursor, type TimePosition, toCursor } from "../kernel/cursor.ts";
import { type Failure, invalid } from "../kernel/failure.ts";
import { type Page, pageQuerySchema } from "../kernel/page.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type Asset, folderNameSchema } from "./asset.ts";
import type { Assets } from "./ports.ts";

/** A list's query string; `q` is looked for in names and alternative texts. */
export const listMediaSchema = v.object({
  ...pageQuerySchema.entries,
  folder: v.optional(folderNameSchema),
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100))),
  kind: v.optional(v.picklist(["image", "video"])),
});
export type ListMedia = v.InferOutput<typeof listMediaSchema>;

/** How many files one request reads at most, 100 at a time; what is behind them the cursor goes on to. */
const chunk = 100;
const maxChunks = 5;

/**
 * The files that can be used, the newest first. A search looks at 500 files at most, so a page of it may hold few or none
 * and still have a cursor.
 */
export async function listMedia(
  deps: { assets: Pick<Assets, "list"> },
  actor: Actor,
  input: ListMedia,
): Promise<Result<Page<Asset>, Failure>> {
  const { workspaceId } = actor;
  const { limit, folder } = input;
  const list = `media:${JSON.stringify([folder, input.q, input.kind])}`;
  const start = input.cursor === undefined ? undefined : fromCursor(workspaceId, list, input.cursor);
  if (start === null) return err(invalid("invalid-cursor", { field: "cursor" }));
  const found: Asset[] = [];
  let after: TimePosition | undefined = start;
  let more = true;
  for (let read = 0; read < maxChunks && more && found.length < limit; read++) {
    const files = await deps.assets.list(workspaceId, { folder, limit: chunk, after });
    const taken = upTo(files, limit - found.length, input);
    found.push(...taken.filter((asset) => isWanted(asset, input)));
    const last = taken.at(-1);
    more = taken.length < files.length || files.length === chunk;
    if (last) after = { at: last.createdAt, id: last.id };
  }
  return ok({ items: found, cursor: more && after ? toCursor(workspaceId, list, after) : undefined });
}

/** The files up to and with the `count`th that is wanted. */
function upTo(files: readonly Asset[], count: number, input: ListMedia): readonly Asset[] {
  let left = count;
  const end = files.findIndex((asset) => isWanted(asset, input) && --left === 0);
  return end < 0 ? files : files.slice(0, end + 1);
}

function isWanted(asset: Asset, { q = "", kind }: ListMedia): boolean {
  if (asset.state !== "ready" || (kind && asset.kind !== kind)) return false;
  const words = q.toLocaleLowerCase("uk").split(/\s+/);
  const said = `${asset.fileName} ${asset.altText}`.toLocaleLowerCase("uk");
  return words.every((word) => said.includes(word));
}
