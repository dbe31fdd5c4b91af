import type { Members } from "../../access/index.ts";
import { may } from "../../access/index.ts";
import type { Campaigns } from "../../campaigns/index.ts";
import type { Channels, ConnectorFor } from "../../channels/connected/index.ts";
import { type Assets, type LinkPlanDeps, uploadMissing } from "../../content/index.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Failure } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type Header, readHeader } from "../columns.ts";
import { decoded, readRecords } from "../csv/read-records.ts";
import { importEmpty, importMemberGone, importTooManyRows } from "../errors.ts";
import { uploadKey, writeChunk } from "./files.ts";
import { inspectTable } from "./inspect-table.ts";
import { memberOf } from "./member.ts";
import { type CheckedRow, chunkRows, type Import, type ImportCheck, importLimits } from "./model.ts";
import type { ImportFiles, Imports } from "./ports.ts";
import { isBlank } from "./row-cells.ts";
import { rowReader } from "./row-reader.ts";

export interface CheckTableDeps extends LinkPlanDeps {
  readonly imports: Pick<Imports, "get" | "save">;
  readonly objects: Pick<ImportFiles, "stream" | "write">;
  readonly members: Pick<Members, "get">;
  readonly channels: Pick<Channels, "list">;
  readonly assets: Pick<Assets, "getMany" | "list">;
  readonly campaigns: Pick<Campaigns, "get" | "list">;
  readonly connectorFor: ConnectorFor;
  readonly clock: Clock;
}

/** The last chunks of progress that are told while the file is read: every thousand rows. */
const tellEvery = 10;

/**
 * The dry run: reads the file from the bucket as it arrives, checks each row and keeps the rows with what is wrong with
 * them in chunks. Nothing becomes a post. Repeated, it does the same again.
 */
export async function checkTable(
  deps: CheckTableDeps,
  message: { workspaceId: string; importId: string },
): Promise<string> {
  const item = await deps.imports.get(message.workspaceId, message.importId);
  if (item?.state !== "checking") return "nothing-to-do";
  const progress = progressOf(deps.imports, item);
  const checked = await readTable(deps, item, progress.tell);
  return checked.ok
    ? progress.end({ state: "checked", check: checked.value })
    : progress.end({ state: "failed", failure: { code: checked.error.code, params: checked.error.params } });
}

/** Tells how far it is; whoever else writes the import in between wins. */
function progressOf(imports: Pick<Imports, "save">, item: Import) {
  let current: Import | null = item;
  const save = async (change: Partial<Import>) => {
    current = current && (await imports.save({ ...current, ...change }));
  };
  return {
    tell: (check: ImportCheck) => save({ check }),
    end: async (change: Pick<Import, "state" | "check" | "failure">) => {
      await save(change);
      return current ? change.state : "overtaken";
    },
  };
}

async function readTable(
  deps: CheckTableDeps,
  item: Import,
  tell: (check: ImportCheck) => Promise<void>,
): Promise<Result<ImportCheck, Failure>> {
  const member = await memberOf(deps.members, item);
  if (!member || !may(member, "write")) return err(importMemberGone());
  const first = await deps.objects.stream(uploadKey(item));
  const form = first && (await inspectTable(item, first));
  const second = form?.ok && (await deps.objects.stream(uploadKey(item)));
  if (!form || (form.ok && !second)) return err(uploadMissing(item.fileName));
  if (!form.ok || !second) return form as Result<never, Failure>;
  const reader = await rowReader(deps, item, member);
  const check = { rows: 0, bad: 0, scheduled: 0, ignoredColumns: [] as string[], encoding: form.value.encoding };
  let headings: readonly string[] = [];
  let header: Header | undefined;
  let waiting: { row: number; cells: readonly string[] }[] = [];

  const flush = async () => {
    if (!header || waiting.length === 0) return;
    const rows: readonly CheckedRow[] = await reader(header, waiting);
    const chunk = check.rows / chunkRows;
    await writeChunk(deps.objects, item, chunk, { headings: [...headings], rows: [...rows] });
    check.rows += rows.length;
    check.bad += rows.filter(({ plan }) => !plan).length;
    check.scheduled += rows.filter(({ plan }) => plan?.when).length;
    waiting = [];
    if ((chunk + 1) % tellEvery === 0) await tell({ ...check });
  };

  const read = await readRecords(decoded(second, form.value.encoding), form.value.dialect, async (records) => {
    for (const [index, cells] of records.cells.entries()) {
      if (!header) {
        const found = readHeader(cells);
        if (!found.ok) return found.error;
        header = found.value;
        headings = cells;
        check.ignoredColumns = [...found.value.ignored];
      } else if (!isBlank(cells)) {
        if (check.rows + waiting.length === importLimits.rows) return importTooManyRows(importLimits.rows);
        waiting.push({ row: records.first + index, cells });
        if (waiting.length === chunkRows) await flush();
      }
    }
    return null;
  });
  if (!read.ok) return read;
  await flush();
  return check.rows === 0 ? err(importEmpty()) : ok(check);
}
