import * as v from "valibot";
import type { Actor } from "../../kernel/actor.ts";
import { type Failure, notFound } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { readChunk } from "./files.ts";
import { type CheckedRow, chunkRows, type Import } from "./model.ts";
import type { ImportFiles, Imports } from "./ports.ts";

/** How many imports a list shows. */
const listed = 20;

/** An import of the actor's workspace. */
export async function getImport(
  deps: { imports: Pick<Imports, "get"> },
  actor: Actor,
  input: { importId: string },
): Promise<Result<Import, Failure>> {
  const item = await deps.imports.get(actor.workspaceId, input.importId);
  return item ? ok(item) : err(notFound());
}

/** The newest imports of the actor's workspace. */
export const listImports = (deps: { imports: Pick<Imports, "list"> }, actor: Actor): Promise<readonly Import[]> =>
  deps.imports.list(actor.workspaceId, listed);

/** Where a page of problems begins: the index of a row. */
export const problemsQuerySchema = v.object({
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/, "not a number"), v.transform(Number)), "0"),
});

/** Rows with problems and the file's headings; `next` is where the next page begins, absent on the last. */
export interface ProblemPage {
  readonly headings: readonly string[];
  readonly rows: readonly CheckedRow[];
  readonly next?: number;
}

/** A page ends with the chunk in which it reaches this many rows. */
const pageRows = 100;

/** The rows of an import that have problems, in the order of the file, page by page. */
export async function importProblems(
  deps: { imports: Pick<Imports, "get">; files: Pick<ImportFiles, "stream"> },
  actor: Actor,
  input: { importId: string; after: number },
): Promise<Result<ProblemPage, Failure>> {
  const item = await deps.imports.get(actor.workspaceId, input.importId);
  if (!item) return err(notFound());
  const total = item.state === "checking" ? 0 : (item.check?.rows ?? 0);
  const rows: CheckedRow[] = [];
  let headings: readonly string[] = [];
  let index = input.after - (input.after % chunkRows);
  for (; index < total && rows.length < pageRows; index += chunkRows) {
    const chunk = await readChunk(deps.files, item, index / chunkRows);
    // The bucket forgets the rows of old imports; the figures stay.
    if (!chunk) return ok({ headings, rows });
    headings = chunk.headings;
    rows.push(...chunk.rows.filter(({ problems }) => problems.length > 0));
  }
  return ok({ headings, rows, ...(index < total && { next: index }) });
}
