import { authorize, type Members } from "../../access/index.ts";
import { typedAmount } from "../../i18n/money.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { Language } from "../../kernel/language.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { dayOf } from "../../kernel/time.ts";
import { type Lead, type Leads, listLeads } from "../../leads/index.ts";
import { writeList } from "../csv/list-cell.ts";
import { byteOrderMark, tableLines } from "../csv/write-table.ts";
import type { FilePart } from "../export/export-table.ts";
import { exportedColumns, importedColumns, type LeadColumn, leadHeading, stageWord } from "./lead-columns.ts";

/** Leads of one part of a file. */
const partLength = 100;

/** A part of the table of a workspace's leads, the newest first; the first carries the headings. Owners and managers. */
export async function exportLeads(
  deps: { leads: Leads; members: Pick<Members, "list"> },
  actor: Actor,
  language: Language,
  input: { cursor?: string | undefined; timeZone: string },
): Promise<Result<FilePart, Failure>> {
  const allowed = authorize(actor, "manage-leads");
  if (!allowed.ok) return allowed;
  const page = await listLeads(deps, actor, { limit: partLength, cursor: input.cursor });
  if (!page.ok) return page;
  const members = await deps.members.list(actor.workspaceId);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const rows = page.value.items.map((lead) => {
    const cells = cellsOf(lead, language, input.timeZone, names);
    return exportedColumns.map((column) => cells[column] ?? "");
  });
  const head = input.cursor === undefined ? byteOrderMark + headLine(exportedColumns, language) : "";
  return ok({ text: head + tableLines(rows), ...(page.value.cursor && { next: page.value.cursor }) });
}

const headLine = (columns: readonly LeadColumn[], language: Language): string =>
  tableLines([columns.map((column) => leadHeading(column, language))]);

function cellsOf(
  lead: Lead,
  language: Language,
  timeZone: string,
  names: ReadonlyMap<string, string>,
): Partial<Record<LeadColumn, string>> {
  return {
    name: lead.name,
    email: writeList(lead.emails),
    phone: writeList(lead.phones),
    stage: stageWord(lead.stage, language),
    value: lead.value && typedAmount(language, lead.value),
    currency: lead.value?.currency,
    came: dayOf(lead.createdAt, timeZone),
    source: lead.sources[0]?.kind,
    owner: names.get(lead.ownerId ?? ""),
    nextStep: lead.nextStep?.text,
    nextStepDay: lead.nextStep?.day,
    lostReason: lead.lostReason,
  };
}

/** What a table of leads looks like, to be filled in. */
export function leadTemplate(language: Language, example: { currency: string; day: string }): string {
  const cells: Partial<Record<LeadColumn, string>> = {
    name: language === "uk" ? "Олена Петренко" : "Olena Petrenko",
    ...{ email: "olena@example.com", phone: "+380 67 123 45 67", stage: stageWord("new", language), value: "1200" },
    ...{ currency: example.currency, came: example.day },
  };
  return (
    byteOrderMark +
    headLine(importedColumns, language) +
    tableLines([importedColumns.map((column) => cells[column] ?? "")])
  );
}
