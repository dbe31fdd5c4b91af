import * as v from "valibot";
import { chunkRows, type Import, type RowChunk, rowChunkSchema } from "./model.ts";
import type { ImportFiles } from "./ports.ts";

const folder = ({ workspaceId, id }: Pick<Import, "workspaceId" | "id">) => `imports/${workspaceId}/${id}`;

/** Where the uploaded file lies; never made from its name. */
export const uploadKey = (item: Pick<Import, "workspaceId" | "id">): string => `${folder(item)}/table.csv`;

const chunkKey = (item: Import, chunk: number): string => `${folder(item)}/rows/${String(chunk).padStart(4, "0")}.json`;

/** The chunk in which the row with an index lies. */
export const chunkOf = (index: number): number => Math.floor(index / chunkRows);

/** Keeps a chunk of checked rows; the same chunk written again is the same. */
export const writeChunk = (files: Pick<ImportFiles, "write">, item: Import, chunk: number, rows: RowChunk) =>
  files.write(chunkKey(item, chunk), Buffer.from(JSON.stringify(rows)), "application/json");

/** A chunk of checked rows; `null` when the bucket has forgotten it. */
export async function readChunk(
  files: Pick<ImportFiles, "stream">,
  item: Import,
  chunk: number,
): Promise<RowChunk | null> {
  const stream = await files.stream(chunkKey(item, chunk));
  if (!stream) return null;
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return v.parse(rowChunkSchema, JSON.parse(Buffer.concat(parts).toString("utf8")));
}
