import { authorize, type Workspace, type Workspaces } from "../../access/index.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Clock } from "../../kernel/clock.ts";
import { type Failure, invalid, notFound } from "../../kernel/failure.ts";
import { inBatches } from "../../kernel/in-batches.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { askBuyer, type RequestSettingsStore, type ReviewRequests } from "../../review-requests/index.ts";
import { readSmallTable, type SmallTable } from "../csv/read-table.ts";
import { type BuyerRow, buyerTable } from "./buyer-table.ts";

export interface ImportBuyersDeps {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly requests: ReviewRequests;
  readonly requestSettings: Pick<RequestSettingsStore, "get">;
  readonly clock: Clock;
}

/** Reads a table of purchases and asks nobody: how many rows are right, and what is wrong with the others. */
export async function checkBuyerTable(
  deps: Pick<ImportBuyersDeps, "workspaces" | "clock">,
  actor: Actor,
  bytes: Uint8Array,
): Promise<Result<SmallTable<BuyerRow>, Failure>> {
  const read = await readTable(deps, actor, bytes);
  return read.ok ? ok(read.value.table) : read;
}

/** So many rows are taken by one request, and so many at once. */
const perRequest = 100;
const together = 5;

/**
 * Has the buyers of a table asked, each after the usual delay, from the `from`th good row on; `next` is where to go on.
 * A purchase of a person on a day is taken once, in whichever table it stands; one without a day once per table. Whether a
 * person may be asked is decided when the time comes.
 */
export async function importBuyers(
  deps: ImportBuyersDeps,
  actor: Actor,
  input: { bytes: Uint8Array; from: number },
): Promise<Result<{ imported: number; next?: number | undefined }, Failure>> {
  const [read, settings] = await Promise.all([
    readTable(deps, actor, input.bytes),
    deps.requestSettings.get(actor.workspaceId),
  ]);
  if (!read.ok) return read;
  if (settings.places.length === 0) return err(invalid("review-place-missing"));
  const { table, workspace } = read.value;
  const terms = { settings, timeZone: workspace.timeZone, language: workspace.language };
  const some = table.good.slice(input.from, input.from + perRequest);
  let imported = 0;
  await inBatches(some, together, async ({ value }) => {
    const key = `${value.email} ${value.day ?? table.digest}`;
    if (await askBuyer(deps, actor, { ...value, key }, terms)) imported += 1;
  });
  const next = input.from + some.length;
  return ok({ imported, ...(next < table.good.length && { next }) });
}

async function readTable(
  deps: Pick<ImportBuyersDeps, "workspaces" | "clock">,
  actor: Actor,
  bytes: Uint8Array,
): Promise<Result<{ table: SmallTable<BuyerRow>; workspace: Workspace }, Failure>> {
  const allowed = authorize(actor, "manage-review-requests");
  if (!allowed.ok) return allowed;
  const workspace = await deps.workspaces.get(actor.workspaceId);
  if (!workspace) return err(notFound());
  const { timeZone } = workspace;
  const table = await readSmallTable(bytes, buyerTable({ timeZone, nowMs: deps.clock.nowMs() }));
  return table.ok ? ok({ table: table.value, workspace }) : table;
}
