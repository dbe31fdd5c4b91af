import { type Members, may } from "../../access/index.ts";
import type { MemberActor } from "../../kernel/actor.ts";
import type { Failure } from "../../kernel/failure.ts";
import { importMemberGone, importRowsGone } from "../errors.ts";
import { chunkOf, readChunk, writeChunk } from "./files.ts";
import { type ImportedRow, type ImportRowDeps, importRow } from "./import-row.ts";
import { memberOf } from "./member.ts";
import { type CheckedRow, chunkRows, type Import, type ImportRun, type RowChunk, type RowProblem } from "./model.ts";
import type { ImportFiles, ImportQueue, Imports } from "./ports.ts";

export interface RunImportDeps extends ImportRowDeps {
  readonly imports: Pick<Imports, "get" | "save">;
  readonly files: Pick<ImportFiles, "stream" | "write">;
  readonly members: Pick<Members, "get">;
  readonly importQueue: ImportQueue;
}

/** Rows at work at once. */
const together = 4;
/** After so many ms the rest of a chunk is left to another message: fetching pictures may take long. */
const budgetMs = 20_000;

/**
 * Imports the rows of one chunk from an index on, counts them, and sends the next message. A message that comes twice
 * does nothing twice: rows are made once, and only the count that began where the import stood is kept.
 */
export async function runImport(
  deps: RunImportDeps,
  message: { workspaceId: string; importId: string; from: number },
): Promise<string> {
  const item = await deps.imports.get(message.workspaceId, message.importId);
  if (item?.state !== "importing" || !item.run || !item.check) return "nothing-to-do";
  if (message.from > item.run.next) return "nothing-to-do";
  if (message.from < item.run.next) return sendNext(deps, item, item.run.next);
  const actor = await memberOf(deps.members, item);
  const chunk = await readChunk(deps.files, item, chunkOf(message.from));
  if (!actor || !may(actor, "write")) return giveUp(deps, item, importMemberGone());
  if (!chunk) return giveUp(deps, item, importRowsGone());
  const run = await workChunk(deps, item, { actor, chunk, run: item.run });
  const done = run.next >= item.check.rows;
  const saved = await deps.imports.save({
    ...item,
    state: done ? "done" : "importing",
    run: done ? { ...run, finishedAt: deps.clock.nowMs() } : run,
  });
  if (!saved) return "overtaken";
  return done ? "done" : sendNext(deps, item, run.next);
}

async function sendNext({ importQueue }: RunImportDeps, { workspaceId, id }: Import, from: number): Promise<string> {
  await importQueue.send({ kind: "import-run", workspaceId, importId: id, from });
  return `to-go-on-from-${from}`;
}

async function giveUp({ imports }: RunImportDeps, item: Import, failure: Failure): Promise<string> {
  await imports.save({ ...item, state: "failed", failure: { code: failure.code, params: failure.params } });
  return failure.code;
}

async function workChunk(
  deps: RunImportDeps,
  item: Import,
  work: { actor: MemberActor; chunk: RowChunk; run: ImportRun },
): Promise<ImportRun> {
  const { actor, chunk } = work;
  const rows = [...chunk.rows];
  const started = deps.clock.nowMs();
  let run = work.run;
  let failures = 0;
  for (let at = run.next % chunkRows; at < rows.length; at += together) {
    const some = rows.slice(at, at + together);
    const outcomes = await Promise.all(some.map((row) => workRow(deps, actor, item, row)));
    for (const [index, outcome] of outcomes.entries()) {
      run = counted(run, outcome);
      const row = some[index];
      if (!outcome?.failure || !row) continue;
      rows[at + index] = afterFailure(row, outcome);
      failures += 1;
    }
    if (deps.clock.nowMs() - started > budgetMs) break;
  }
  if (failures > 0) await writeChunk(deps.files, item, chunkOf(work.run.next), { ...chunk, rows });
  return run;
}

/** What became of a row: nothing when it was skipped, a post, a failure, or both. */
type Outcome = (Partial<ImportedRow> & { readonly failure?: Failure }) | null;

async function workRow(
  deps: RunImportDeps,
  actor: MemberActor,
  item: Import,
  { row, plan }: CheckedRow,
): Promise<Outcome> {
  if (!plan) return null;
  const made = await importRow(deps, actor, { importId: item.id, row, plan });
  return made.ok ? made.value : { failure: made.error };
}

const counted = (run: ImportRun, outcome: Outcome): ImportRun => ({
  ...run,
  next: run.next + 1,
  imported: run.imported + (outcome?.post ? 1 : 0),
  scheduled: run.scheduled + (outcome?.scheduled ? 1 : 0),
  failed: run.failed + (outcome?.failure ? 1 : 0),
});

/**
 * The row with what went wrong. Where its post was made, the report says so and leaves the cells out, so that importing
 * the corrected report makes no second one.
 */
function afterFailure(row: CheckedRow, { post, failure }: NonNullable<Outcome>): CheckedRow {
  const problems = failure ? problemsOf(failure) : [];
  if (!post) return { ...row, problems };
  const { cells: _cells, ...rest } = row;
  return { ...rest, problems: [{ field: "date", code: "csv-made-unscheduled" }, ...problems] };
}

const problemsOf = (failure: Failure): RowProblem[] =>
  (failure.details ?? [failure]).slice(0, 10).map(({ code, params, field }) => ({
    ...(field === "media" && { field }),
    code,
    ...(params && { params }),
  }));
