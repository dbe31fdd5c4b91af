import { authorize, type Members } from "../../access/index.ts";
import type { Campaigns } from "../../campaigns/index.ts";
import type { Channels } from "../../channels/connected/index.ts";
import { typedAmount } from "../../i18n/money.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { Language } from "../../kernel/language.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { dayOf } from "../../kernel/time.ts";
import { type Lead, type LeadForms, type Leads, listLeads, touchesOf } from "../../leads/index.ts";
import type { Publications } from "../../publishing/index.ts";
import { writeList } from "../csv/list-cell.ts";
import { byteOrderMark, tableLines } from "../csv/write-table.ts";
import type { FilePart } from "../export/export-table.ts";
import {
  exportedColumns,
  importedColumns,
  type LeadColumn,
  leadHeading,
  sourceWord,
  stageWord,
} from "./lead-columns.ts";

/** Leads of one part of a file. */
const partLength = 100;

export interface ExportLeadsDeps {
  readonly leads: Leads;
  readonly members: Pick<Members, "list">;
  readonly channels: Pick<Channels, "list">;
  readonly campaigns: Pick<Campaigns, "list">;
  readonly leadForms: Pick<LeadForms, "list">;
  readonly publications: Pick<Publications, "getMany">;
}

/** A part of the table of a workspace's leads, the newest first; the first carries the headings. Owners and managers. */
export async function exportLeads(
  deps: ExportLeadsDeps,
  actor: Actor,
  language: Language,
  input: { cursor?: string | undefined; timeZone: string },
): Promise<Result<FilePart, Failure>> {
  const allowed = authorize(actor, "manage-leads");
  if (!allowed.ok) return allowed;
  const page = await listLeads(deps, actor, { limit: partLength, cursor: input.cursor });
  if (!page.ok) return page;
  const known = await knownOf(deps, actor.workspaceId, page.value.items);
  const rows = page.value.items.map((lead) => {
    const cells = { ...cellsOf(lead, language, input.timeZone, known), ...provenanceOf(lead, language, known) };
    return exportedColumns.map((column) => cells[column] ?? "");
  });
  const head = input.cursor === undefined ? byteOrderMark + headLine(exportedColumns, language) : "";
  return ok({ text: head + tableLines(rows), ...(page.value.cursor && { next: page.value.cursor }) });
}

const headLine = (columns: readonly LeadColumn[], language: Language): string =>
  tableLines([columns.map((column) => leadHeading(column, language))]);

type Cells = Partial<Record<LeadColumn, string>>;

/** What the ids in leads are called. */
interface Known {
  readonly names: ReadonlyMap<string, string>;
  /** By the publication's id: its address, or how it begins where it has none. */
  readonly publications: ReadonlyMap<string, string>;
}

const longestBeginning = 80;

async function knownOf(deps: ExportLeadsDeps, workspaceId: string, leads: readonly Lead[]): Promise<Known> {
  const wanted = new Set(leads.flatMap((lead) => touchesOf(lead).first.publicationId ?? []));
  const [members, channels, campaigns, forms, publications] = await Promise.all([
    deps.members.list(workspaceId),
    deps.channels.list(workspaceId),
    deps.campaigns.list(workspaceId),
    deps.leadForms.list(workspaceId),
    wanted.size > 0 ? deps.publications.getMany(workspaceId, [...wanted]) : [],
  ]);
  return {
    names: new Map([...members, ...channels, ...campaigns, ...forms].map(({ id, name }) => [id, name])),
    publications: new Map(
      publications.map(({ id, url, content }) => [id, url ?? content.text.slice(0, longestBeginning).trim()]),
    ),
  };
}

/** Where the person came from at first; what has been deleted since is left empty. */
function provenanceOf(lead: Lead, language: Language, { names, publications }: Known): Cells {
  const { kind, channelId, campaignId, publicationId, formId, origin } = touchesOf(lead).first;
  const tags = Object.entries(origin ?? {}).map(([name, value]) => `${name}=${value}`);
  return {
    source: sourceWord(kind, language),
    channel: names.get(channelId ?? ""),
    campaign: names.get(campaignId ?? ""),
    publication: publications.get(publicationId ?? ""),
    form: names.get(formId ?? "") ?? (kind === "lead-form" ? formId : undefined),
    tags: writeList(tags),
  };
}

function cellsOf(lead: Lead, language: Language, timeZone: string, { names }: Known): Cells {
  return {
    name: lead.name,
    email: writeList(lead.emails),
    phone: writeList(lead.phones),
    stage: stageWord(lead.stage, language),
    value: lead.value && typedAmount(language, lead.value),
    currency: lead.value?.currency,
    came: dayOf(lead.createdAt, timeZone),
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
