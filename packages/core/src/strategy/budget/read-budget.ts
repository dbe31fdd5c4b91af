import { authorize, type Workspaces } from "../../access/index.ts";
import type { AdAccounts, AdDay, AdDays } from "../../ads/index.ts";
import { converted, type DatedMoney, type ExchangeRates, type Purse, type UsedRate } from "../../currencies/index.ts";
import { periodReversed } from "../../insights/index.ts";
import type { Actor } from "../../kernel/actor.ts";
import { type Failure, notFound } from "../../kernel/failure.ts";
import { type Money, sumsByCurrency } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { budgetTooManyMonths } from "./failures.ts";
import { addMonths, type BudgetKind, type BudgetLine, budgetKinds, daysOfMonth } from "./model.ts";
import type { BudgetLines } from "./ports.ts";

export interface ReadBudgetDeps {
  readonly budgetLines: Pick<BudgetLines, "between">;
  readonly adDays: Pick<AdDays, "between">;
  readonly adAccounts: Pick<AdAccounts, "list">;
  readonly exchangeRates: Pick<ExchangeRates, "between">;
  readonly workspaces: Pick<Workspaces, "get">;
}

/** Planned and spent of one kind in one month, minor units of `currency`. */
export interface BudgetOfKind {
  readonly kind: BudgetKind;
  readonly planned: number;
  /** Lines and measured ads together. */
  readonly spent: number;
}

export interface BudgetMonth {
  readonly month: string;
  readonly lines: readonly BudgetLine[];
  readonly kinds: readonly BudgetOfKind[];
  readonly planned: number;
  readonly spent: number;
  /** What ads cost by the platforms' figures, one sum per currency. */
  readonly measuredAds: readonly Money[];
  /** The rates by which lines or ads in another currency stand in the sums. */
  readonly rates: readonly UsedRate[];
  /** Currencies of lines or ads for which the month has no rate, and which stand in no sum. */
  readonly otherCurrencies: readonly string[];
}

export interface Budget {
  readonly currency: string;
  /** Whether any channel has an ad account: without one nothing is known of ads but what lines say. */
  readonly adsMeasured: boolean;
  readonly months: readonly BudgetMonth[];
}

/** So many months are read at once at most. */
const mostMonths = 24;

/** Planned and spent of the months `from` to `to`, both included. Three queries whatever the months hold. */
export async function readBudget(
  deps: ReadBudgetDeps,
  actor: Actor,
  { from, to }: { from: string; to: string },
): Promise<Result<Budget, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  if (to < from) return err(periodReversed());
  const months: string[] = [];
  for (let month = from; month <= to && months.length <= mostMonths; month = addMonths(month, 1)) months.push(month);
  if (months.length > mostMonths) return err(budgetTooManyMonths(mostMonths));
  const { workspaceId } = actor;
  const [workspace, lines, ads, accounts, rates] = await Promise.all([
    deps.workspaces.get(workspaceId),
    deps.budgetLines.between(workspaceId, from, to),
    deps.adDays.between(workspaceId, daysOfMonth(from).first, daysOfMonth(to).last),
    deps.adAccounts.list(workspaceId),
    deps.exchangeRates.between(workspaceId, from, to),
  ]);
  if (!workspace) return err(notFound());
  const { currency } = workspace;
  return ok({
    currency,
    adsMeasured: accounts.length > 0 || ads.length > 0,
    months: months.map((month) => monthOfBudget(month, { currency, rates }, lines, ads)),
  });
}

function monthOfBudget(
  month: string,
  purse: Purse,
  allLines: readonly BudgetLine[],
  allAds: readonly AdDay[],
): BudgetMonth {
  const lines = allLines.filter((line) => line.month === month);
  const measuredAds = spendByCurrency(allAds.filter(({ day }) => day.startsWith(month)));
  const dated = (sums: readonly Money[]): DatedMoney[] => sums.map((sum) => ({ ...sum, month }));
  const amounts = (own: readonly BudgetLine[], of: "planned" | "spent"): DatedMoney[] =>
    dated(own.map((line) => ({ currency: line.currency, minorUnits: line[of] ?? 0 })));
  const byKind = budgetKinds.map((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    const ads = kind === "ads" ? dated(measuredAds) : [];
    return { kind, planned: amounts(own, "planned"), spent: [...amounts(own, "spent"), ...ads] };
  });
  const kinds = byKind.map(({ kind, planned, spent }) => ({
    kind,
    planned: converted(planned, purse).minorUnits,
    spent: converted(spent, purse).minorUnits,
  }));
  const { used, missing } = converted(
    byKind.flatMap(({ planned, spent }) => [...planned, ...spent]),
    purse,
  );
  return {
    month,
    lines,
    kinds,
    planned: kinds.reduce((sum, { planned }) => sum + planned, 0),
    spent: kinds.reduce((sum, { spent }) => sum + spent, 0),
    measuredAds,
    rates: used,
    otherCurrencies: missing.map(({ from }) => from),
  };
}

/** What ads cost on some days, one sum per currency; currencies in which nothing was spent are left out. */
const spendByCurrency = (days: readonly AdDay[]): Money[] =>
  sumsByCurrency(
    days.flatMap(({ currency, campaigns }) => campaigns.map(({ spend }) => ({ currency, minorUnits: spend }))),
  ).filter(({ minorUnits }) => minorUnits > 0);
