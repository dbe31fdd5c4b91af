import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Failure } from "../kernel/failure.ts";
import { versionSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { caseCausesChanged } from "./errors.ts";
import { caseCauseSchema } from "./model.ts";
import type { CaseCausesStore } from "./ports.ts";

/** The causes that have a name in each language, by which they are kept. */
export const usualCauses = ["service", "product", "waiting", "price", "delivery", "place", "mistake", "other"] as const;

const plain = (cause: string): string => cause.toLocaleLowerCase("uk");

/**
 * The causes that a workspace chooses from, in its order: usual ones and its own. A cause that is taken off the list stays
 * with the cases that have it: they hold its words.
 */
export const caseCausesSchema = v.object({
  causes: v.pipe(
    v.array(caseCauseSchema),
    v.minLength(1),
    v.maxLength(30),
    v.check((all) => new Set(all.map(plain)).size === all.length, "the same cause twice"),
  ),
  version: versionSchema,
});
export type CaseCauses = v.InferOutput<typeof caseCausesSchema>;

export const defaultCaseCauses: CaseCauses = { causes: [...usualCauses], version: 0 };

/** The causes of the actor's workspace. */
export async function readCaseCauses(
  deps: { caseCauses: Pick<CaseCausesStore, "get"> },
  actor: Actor,
): Promise<Result<CaseCauses, Failure>> {
  const allowed = authorize(actor, "read");
  return allowed.ok ? ok(await deps.caseCauses.get(actor.workspaceId)) : allowed;
}

/** Changes the causes, on the version that was read. Owners and managers. */
export async function changeCaseCauses(
  deps: { caseCauses: CaseCausesStore },
  actor: Actor,
  input: CaseCauses,
): Promise<Result<CaseCauses, Failure>> {
  const allowed = authorize(actor, "manage-cases");
  if (!allowed.ok) return allowed;
  const saved = await deps.caseCauses.save(actor.workspaceId, input);
  return saved ? ok({ ...input, version: input.version + 1 }) : err(caseCausesChanged());
}
