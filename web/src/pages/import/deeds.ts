import { download } from "../../api/files.ts";
import { checkImport, runImport } from "../../api/imports.ts";
import { invalidate } from "../../resource.ts";
import { tellFailure } from "../../toasts.ts";

/** Runs the dry run again. */
export async function recheck(id: string, done: () => void): Promise<void> {
  const answer = await checkImport(id);
  if (!answer.ok) tellFailure(answer.error);
  done();
}

/** Begins to import. */
export async function begin(id: string, badRows: "refuse" | "skip", done: () => void): Promise<void> {
  const answer = await runImport(id, badRows);
  if (!answer.ok) tellFailure(answer.error);
  invalidate("calendar", "posts");
  done();
}

/** Hands the person the bad rows as a table. */
export async function downloadReport(id: string, fileName: string): Promise<void> {
  const name = `${fileName.replace(/\.csv$/i, "")}-problems.csv`;
  const done = await download(`/api/imports/${id}/problems.csv`, name);
  if (!done.ok) tellFailure(done.error);
}
