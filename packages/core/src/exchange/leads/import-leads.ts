import type { Workspaces } from "../../access/index.ts";
import { authorize } from "../../access/index.ts";
import { type Actor, actorName } from "../../kernel/actor.ts";
import { derivedId } from "../../kernel/derived-id.ts";
import { type Failure, notFound } from "../../kernel/failure.ts";
import { inBatches } from "../../kernel/in-batches.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { aNewLead, type CreateLeadDeps, receiveLead } from "../../leads/index.ts";
import type { SmallTable } from "../csv/read-table.ts";
import type { LeadTableRow } from "./lead-row.ts";
import { readLeadTable } from "./read-lead-table.ts";

export interface ImportLeadsDeps extends CreateLeadDeps {
  readonly workspaces: Pick<Workspaces, "get">;
}

/** Reads a table of leads and stores nothing: how many rows are right, and what is wrong with the others. */
export async function checkLeadTable(
  deps: ImportLeadsDeps,
  actor: Actor,
  bytes: Uint8Array,
): Promise<Result<SmallTable<LeadTableRow>, Failure>> {
  const allowed = authorize(actor, "manage-leads");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const [workspace, terms] = await Promise.all([deps.workspaces.get(workspaceId), deps.leadTerms.of(workspaceId)]);
  if (!workspace) return err(notFound());
  const { currency, timeZone } = workspace;
  return readLeadTable(bytes, { country: terms.country, currency, timeZone, nowMs: deps.clock.nowMs() });
}

/** So many rows are stored by one request, and so many at once. */
const perRequest = 50;
const together = 5;

/**
 * Stores the good rows of a table from the `from`th on, some of them; `next` is where to go on. The same row of the same
 * file is stored once, however often it is asked for. A person who is known already gets one more source.
 */
export async function importLeads(
  deps: ImportLeadsDeps,
  actor: Actor,
  input: { bytes: Uint8Array; from: number },
): Promise<Result<{ imported: number; next?: number | undefined }, Failure>> {
  const table = await checkLeadTable(deps, actor, input.bytes);
  if (!table.ok) return table;
  const { digest, good } = table.value;
  const some = good.slice(input.from, input.from + perRequest);
  await inBatches(some, together, ({ row, value }) => store(deps, actor, `${digest} ${row}`, value));
  const next = input.from + some.length;
  return ok({ imported: some.length, ...(next < good.length && { next }) });
}

async function store(deps: ImportLeadsDeps, actor: Actor, key: string, row: LeadTableRow): Promise<void> {
  const { workspaceId } = actor;
  const by = actorName(actor);
  const id = derivedId("lead", workspaceId, "import", key);
  const at = row.cameAt ?? deps.clock.nowMs();
  const { name, emails, phones, stage, lostReason, value } = row;
  const lead = aNewLead({ workspaceId, id, createdAt: at, sources: [{ id, kind: "import", at }], stage }, by);
  const told = { name, emails: [...emails], phones: [...phones], value };
  const loss = lostReason && { lostReason, stages: lead.stages.map((one) => ({ ...one, reason: lostReason })) };
  const person = await receiveLead(deps, actor, { ...lead, ...told, ...loss });
  if (row.note === undefined) return;
  const noteAt = person.sources.find((source) => source.id === id)?.at ?? person.createdAt;
  const note = { workspaceId, leadId: person.id, id: derivedId("note", id), at: noteAt, by, text: row.note };
  await deps.leads.addNote(note);
}
