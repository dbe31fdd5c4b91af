import { authorize, type Workspaces } from "../../access/index.ts";
import { type Actor, actorName } from "../../kernel/actor.ts";
import type { Clock } from "../../kernel/clock.ts";
import { derivedId } from "../../kernel/derived-id.ts";
import { conflict, type Failure, notFound } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { dayOf } from "../../kernel/time.ts";
import * as failures from "./failures.ts";
import { addMonths, type BudgetLine, type EditBudgetLine, monthOf, type NewBudgetLine } from "./model.ts";
import type { BudgetLines } from "./ports.ts";

export interface EditBudgetDeps {
  readonly budgetLines: BudgetLines;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly clock: Clock;
}

const furthestMonths = 120;

/** Adds a line to a month. A month has each name once in a kind, so adding it twice at once adds it once. */
export async function addBudgetLine(
  deps: EditBudgetDeps,
  actor: Actor,
  input: NewBudgetLine,
): Promise<Result<BudgetLine, Failure>> {
  const allowed = authorize(actor, "manage-goals");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const workspace = await deps.workspaces.get(workspaceId);
  if (!workspace) return err(notFound());
  const now = deps.clock.nowMs();
  const thisMonth = monthOf(dayOf(now, workspace.timeZone));
  const isNear =
    input.month >= addMonths(thisMonth, -furthestMonths) && input.month <= addMonths(thisMonth, furthestMonths);
  if (!isNear) return err(failures.budgetMonthTooFar());
  const lines = await deps.budgetLines.between(workspaceId, input.month, input.month);
  if (lines.length >= failures.mostLinesAMonth) return err(failures.budgetFull());
  if (isNamed(lines, input)) return err(failures.budgetLineExists(input.name));
  const of = { workspaceId, currency: workspace.currency, createdBy: actorName(actor), createdAt: now };
  const line = newLine(input, of, lines);
  return (await deps.budgetLines.create(line)) ? ok(line) : err(failures.budgetLineExists(line.name));
}

/** The id follows from what the line is; one that a line took with it when it was renamed is passed over. */
function newLine(
  input: NewBudgetLine,
  of: Pick<BudgetLine, "workspaceId" | "currency" | "createdBy" | "createdAt">,
  lines: readonly BudgetLine[],
): BudgetLine {
  const idOf = (turn: number) =>
    derivedId("bud", of.workspaceId, input.month, input.kind, input.name.toLowerCase(), String(turn));
  const taken = new Set(lines.map(({ id }) => id));
  let turn = 0;
  while (taken.has(idOf(turn))) turn += 1;
  return { ...input, ...of, id: idOf(turn), version: 1 };
}

const isNamed = (
  lines: readonly BudgetLine[],
  { kind, name, id }: Pick<BudgetLine, "kind" | "name"> & { id?: string },
): boolean =>
  lines.some((line) => line.id !== id && line.kind === kind && line.name.toLowerCase() === name.toLowerCase());

/** Changes a line on the version that was seen. */
export async function editBudgetLine(
  deps: Pick<EditBudgetDeps, "budgetLines">,
  actor: Actor,
  { month, lineId, version, ...change }: EditBudgetLine,
): Promise<Result<BudgetLine, Failure>> {
  const allowed = authorize(actor, "manage-goals");
  if (!allowed.ok) return allowed;
  const found = await deps.budgetLines.get(actor.workspaceId, month, lineId);
  if (!found) return err(notFound());
  if (found.version !== version) return err(conflict("changed-meanwhile"));
  if (change.name !== undefined) {
    const lines = await deps.budgetLines.between(actor.workspaceId, month, month);
    const renamed = { id: lineId, kind: found.kind, name: change.name };
    if (isNamed(lines, renamed)) return err(failures.budgetLineExists(change.name));
  }
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const saved = await deps.budgetLines.save({ ...found, ...given });
  return saved ? ok(saved) : err(conflict("changed-meanwhile"));
}

/** Takes a line out of its month, on the version that was seen. */
export async function removeBudgetLine(
  deps: Pick<EditBudgetDeps, "budgetLines">,
  actor: Actor,
  { month, lineId, version }: Pick<EditBudgetLine, "month" | "lineId" | "version">,
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "manage-goals");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  if (!(await deps.budgetLines.get(workspaceId, month, lineId))) return err(notFound());
  const removed = await deps.budgetLines.remove({ workspaceId, month, id: lineId, version });
  return removed ? ok(undefined) : err(conflict("changed-meanwhile"));
}

/**
 * Takes over the lines of the month before that a month does not have yet, with what was planned. Doing it again adds
 * nothing. Answers how many were added.
 */
export async function copyBudgetMonth(
  deps: EditBudgetDeps,
  actor: Actor,
  { month }: { month: string },
): Promise<Result<number, Failure>> {
  const allowed = authorize(actor, "manage-goals");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const before = addMonths(month, -1);
  const lines = await deps.budgetLines.between(workspaceId, before, month);
  const already = lines.filter((line) => line.month === month);
  const missing = lines.filter(({ month: of, kind, name }) => of === before && !isNamed(already, { kind, name }));
  if (already.length + missing.length > failures.mostLinesAMonth) return err(failures.budgetFull());
  const of = { workspaceId, createdBy: actorName(actor), createdAt: deps.clock.nowMs() };
  let added = 0;
  for (const { kind, name, planned, currency } of missing) {
    const line = newLine({ month, kind, name, planned, spent: null }, { ...of, currency }, already);
    if (await deps.budgetLines.create(line)) added += 1;
  }
  return ok(added);
}
