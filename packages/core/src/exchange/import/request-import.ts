import * as v from "valibot";
import { authorize, type Workspaces } from "../../access/index.ts";
import { uploadLifetime } from "../../content/index.ts";
import type { MemberActor } from "../../kernel/actor.ts";
import type { Clock } from "../../kernel/clock.ts";
import { derivedId } from "../../kernel/derived-id.ts";
import { type Failure, notFound } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { timeZoneSchema } from "../../kernel/time.ts";
import { importTooLarge } from "../errors.ts";
import { uploadKey } from "./files.ts";
import { type Import, importLimits } from "./model.ts";
import type { ImportFiles, Imports } from "./ports.ts";

/** What a browser knows of a table before it uploads it. */
export const requestImportSchema = v.object({
  fileName: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** SHA-256 of the file, hex in small letters. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "not a SHA-256")),
  /** The zone of times whose row names none; the workspace's when absent. */
  timeZone: v.optional(timeZoneSchema),
});

/** Where to PUT the file; absent when this very file is here already. */
export interface ImportUpload {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: number;
}

const contentType = "text/csv";

/**
 * Makes room for a table and gives an address that takes exactly it, for 15 minutes. The import's id is made of the
 * workspace and the content, so the same file uploaded again meets the first import and can't double what it made.
 */
export async function requestImport(
  deps: {
    imports: Imports;
    objects: Pick<ImportFiles, "presignPut">;
    workspaces: Pick<Workspaces, "get">;
    clock: Clock;
  },
  actor: MemberActor,
  input: v.InferOutput<typeof requestImportSchema>,
): Promise<Result<{ item: Import; upload?: ImportUpload }, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  if (input.bytes > importLimits.bytes) return err(importTooLarge(input.bytes, importLimits.bytes));
  const { workspaceId } = actor;
  const id = derivedId("imp", workspaceId, input.sha256);
  const now = deps.clock.nowMs();
  const known = await deps.imports.get(workspaceId, id);
  const timeZone = input.timeZone ?? (await deps.workspaces.get(workspaceId))?.timeZone;
  if (timeZone === undefined) return err(notFound());
  const { fileName, bytes, sha256 } = input;
  const fresh: Import = {
    id,
    workspaceId,
    state: "awaiting-file",
    fileName,
    bytes,
    sha256,
    timeZone,
    memberId: actor.memberId,
    createdAt: now,
    version: 1,
  };
  const item = known ?? ((await deps.imports.create(fresh)) ? fresh : await deps.imports.get(workspaceId, id));
  if (!item) throw new Error(`The import ${id} is neither new nor there`);
  if (item.state !== "awaiting-file" && item.state !== "failed") return ok({ item });
  const expiresInS = uploadLifetime.presignS;
  const url = await deps.objects.presignPut({ key: uploadKey(item), contentType, bytes: item.bytes, expiresInS });
  return ok({ item, upload: { url, headers: { "content-type": contentType }, expiresAt: now + expiresInS * 1000 } });
}
