import * as v from "valibot";
import { authorize } from "../../access/index.ts";
import { changedMeanwhile } from "../../content/index.ts";
import type { MemberActor } from "../../kernel/actor.ts";
import type { Clock } from "../../kernel/clock.ts";
import { type Failure, notFound } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { importHasBadRows, importHasNoGoodRows, importStateRefuses } from "../errors.ts";
import { type Import, importRunSchema } from "./model.ts";
import type { ImportQueue, Imports } from "./ports.ts";

/** Whether bad rows keep the whole file out, or only themselves. */
export const startRunSchema = v.object({ badRows: v.optional(importRunSchema.entries.badRows, "refuse") });

/** Longer than a request can last, ms. */
const surelySavedMs = 60_000;

/**
 * Begins to make posts of a checked table. With bad rows in it, only when it is chosen to skip them. Asked again while it
 * is under way, or when it is done, it answers how far it is.
 */
export async function startRun(
  deps: { imports: Imports; importQueue: ImportQueue; clock: Clock },
  actor: MemberActor,
  input: v.InferOutput<typeof startRunSchema> & { importId: string },
): Promise<Result<Import, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const item = await deps.imports.get(actor.workspaceId, input.importId);
  if (!item) return err(notFound());
  const { workspaceId, id } = item;
  if (item.state === "importing" || item.state === "done") return ok(item);
  if (item.state !== "checked" || !item.check) return err(importStateRefuses(item.state));
  const { rows, bad } = item.check;
  if (bad === rows) return err(importHasNoGoodRows());
  if (bad > 0 && input.badRows === "refuse") return err(importHasBadRows(bad));
  const message = { kind: "import-run", workspaceId, importId: id, from: 0 } as const;
  // Whoever dies right after the save has begun it all the same; where nothing was saved it finds nothing to do.
  await deps.importQueue.send(message, { delayMs: surelySavedMs });
  const saved = await deps.imports.save({
    ...item,
    state: "importing",
    memberId: actor.memberId,
    run: {
      badRows: input.badRows,
      next: 0,
      imported: 0,
      scheduled: 0,
      failed: 0,
      startedAt: deps.clock.nowMs(),
    },
  });
  if (!saved) return err(changedMeanwhile());
  await deps.importQueue.send(message);
  return ok(saved);
}
