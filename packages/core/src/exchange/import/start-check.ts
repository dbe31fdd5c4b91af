import { authorize } from "../../access/index.ts";
import { changedMeanwhile, uploadMissing } from "../../content/index.ts";
import type { MemberActor } from "../../kernel/actor.ts";
import { type Failure, notFound } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { importFileDiffers, importStateRefuses } from "../errors.ts";
import { uploadKey } from "./files.ts";
import type { Import } from "./model.ts";
import type { ImportFiles, ImportQueue, Imports } from "./ports.ts";

/**
 * Starts the dry run of an uploaded table, which stores nothing but its report. It may be repeated until the import
 * begins, for instance after a missing channel was connected; it is done in the rights of who asks last.
 */
export async function startCheck(
  deps: { imports: Imports; objects: Pick<ImportFiles, "head">; importQueue: ImportQueue },
  actor: MemberActor,
  input: { importId: string },
): Promise<Result<Import, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const item = await deps.imports.get(actor.workspaceId, input.importId);
  if (!item) return err(notFound());
  const { workspaceId, id } = item;
  if (item.state === "importing" || item.state === "done") return err(importStateRefuses(item.state));
  const file = await deps.objects.head(uploadKey(item));
  if (!file) return err(uploadMissing(item.fileName));
  if (file.bytes !== item.bytes) return err(importFileDiffers());
  const { failure: _failure, check: _check, ...rest } = item;
  const saved = await deps.imports.save({ ...rest, state: "checking", memberId: actor.memberId });
  if (!saved) return err(changedMeanwhile());
  await deps.importQueue.send({ kind: "import-check", workspaceId, importId: id });
  return ok(saved);
}
