import { authorize, type Workspaces } from "../access/index.ts";
import type { AdAccounts, AdDay, AdDays } from "../ads/index.ts";
import type { Campaigns } from "../campaigns/index.ts";
import { converted, type DatedMoney, type ExchangeRates, type Purse } from "../currencies/index.ts";
import {
  daysIn,
  type KpiDays,
  maxPeriodDays,
  periodReversed,
  periodTooLong,
  readHeadlines,
  wholeWorkspace,
} from "../insights/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { sumsByCurrency } from "../kernel/money.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { addDays, dayOf, startOfDay } from "../kernel/time.ts";
import type { Leads } from "../leads/index.ts";
import { type BudgetLine, type BudgetLines, monthOf, partOfMonth } from "../strategy/index.ts";
import { adFigures, daysNotMeasured, daysOfAds, noAdFigures, rowsOf, spendOf, whyNoAds } from "./ads-of-period.ts";
import { isKnown, type WonLead, wonBy, wonByKey, wonLeadOf } from "./attribution.ts";
import { campaignReturns } from "./campaign-returns.ts";
import {
  absent,
  type ChannelReturn,
  type KnownAmount,
  known,
  type PublicationReturn,
  type ReturnReport,
} from "./model.ts";
import { amountOf, costOfLead, returnsOn } from "./ratios.ts";

export interface ReadReturnDeps {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly adAccounts: Pick<AdAccounts, "list">;
  readonly adDays: Pick<AdDays, "between">;
  readonly budgetLines: Pick<BudgetLines, "between">;
  readonly campaigns: Pick<Campaigns, "list">;
  readonly leads: Pick<Leads, "wonBetween">;
  readonly kpiDays: KpiDays;
  readonly exchangeRates: Pick<ExchangeRates, "between">;
  readonly clock: Clock;
}

/** So many won leads are counted; a period in which more were won says so. */
const mostWon = 5_000;
const mostPublications = 20;

/**
 * What a period cost and what came of it: ads, budget, cost of a lead, the value won by first and by last touch, and the
 * return on it, of the whole and by campaign, channel and publication. At most 366 days. Amounts in
 * other currencies are converted by the workspace's own rates, see `converted`. Costs one query each for ad days, ad
 * accounts, budget, figures, campaigns, rates and the leads won in the period; nothing grows with the history.
 */
export async function readReturn(
  deps: ReadReturnDeps,
  actor: Actor,
  { from, to }: { from: string; to: string },
): Promise<Result<ReturnReport, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  if (to < from) return err(periodReversed());
  if (daysIn(from, to) > maxPeriodDays) return err(periodTooLong());
  const { workspaceId } = actor;
  const workspace = await deps.workspaces.get(workspaceId);
  if (!workspace) return err(notFound());
  const { currency, timeZone } = workspace;
  const span = [startOfDay(from, timeZone), startOfDay(addDays(to, 1), timeZone)] as const;
  const [accounts, days, lines, figures, campaigns, rates, found] = await Promise.all([
    deps.adAccounts.list(workspaceId),
    deps.adDays.between(workspaceId, from, to),
    deps.budgetLines.between(workspaceId, monthOf(from), monthOf(to)),
    readHeadlines(deps.kpiDays, workspaceId, wholeWorkspace, { from, to }),
    deps.campaigns.list(workspaceId),
    deps.exchangeRates.between(workspaceId, monthOf(from), monthOf(to)),
    deps.leads.wonBetween(workspaceId, ...span, mostWon + 1),
  ]);
  const now = deps.clock.nowMs();
  const purse: Purse = { currency, rates };
  const won = found.slice(0, mostWon).map((lead) => wonLeadOf(lead, timeZone));
  const rows = rowsOf(days);
  const ads = days.length > 0 ? adFigures(rows, purse) : noAdFigures(whyNoAds(accounts));
  const [spent, planned] = [spendOf(rows), spentByPlan(lines, from, to)];
  const cost =
    days.length > 0 || accounts.length === 0 ? amountOf([...spent, ...planned], purse) : absent(whyNoAds(accounts));
  const { used, missing } = converted([...spent, ...planned, ...won.flatMap(({ value }) => value ?? [])], purse);
  const leads = figures.leads.available ? known(figures.leads.value) : absent("not-yet");
  const wonKnown = wonBy(won, isKnown, purse);
  return ok({
    from,
    to,
    currency,
    rates: used,
    missingRates: missing,
    ads,
    adSpend: sumsByCurrency(spent),
    daysMissing: daysNotMeasured(accounts, days, { from, to }, now),
    measuredAt: oldest(days),
    budgetSpent: sumsByCurrency(planned),
    cost,
    leads,
    costPerLead: costOfLead(cost, leads),
    won: wonKnown,
    unknown: wonBy(won, (touch) => !isKnown(touch), purse),
    roi: returnsOn(cost, wonKnown),
    campaigns: campaignReturns(campaigns, days, won, purse),
    channels: channelReturns(won, purse),
    publications: publicationReturns(won, purse),
    days: daysOfAds(days, { from, to: earlierOf(to, dayOf(now, timeZone)) }, purseOf(ads.spend, purse)),
    more: found.length > mostWon,
  });
}

/** The purse whose currency an amount came out in: without a rate it stays in its own. */
const purseOf = (amount: KnownAmount, purse: Purse): Purse =>
  !amount.available || amount.currency === purse.currency ? purse : { currency: amount.currency, rates: [] };

/** What the plan's lines have cost in a period, by month. */
const spentByPlan = (lines: readonly BudgetLine[], from: string, to: string): DatedMoney[] =>
  lines
    .map(({ spent, month, currency }) => ({ month, currency, minorUnits: partOfMonth(spent ?? 0, month, from, to) }))
    .filter(({ minorUnits }) => minorUnits > 0);

function channelReturns(won: readonly WonLead[], purse: Purse): ChannelReturn[] {
  const byChannel = wonByKey(won, ({ channelId }) => channelId, purse);
  return mostFirst([...byChannel].map(([channelId, sums]) => ({ channelId, won: sums })));
}

function publicationReturns(won: readonly WonLead[], purse: Purse): PublicationReturn[] {
  const touches = new Map(won.flatMap(({ first, last }) => [first, last]).map((touch) => [touch.publicationId, touch]));
  const rows = [...wonByKey(won, ({ publicationId }) => publicationId, purse)].flatMap(([publicationId, sums]) => {
    if (publicationId === null) return [];
    const touch = touches.get(publicationId);
    return [{ publicationId, postId: touch?.postId, channelId: touch?.channelId, won: sums }];
  });
  return mostFirst(rows).slice(0, mostPublications);
}

/** In the order of what was won by the last touch; where a rate is missing, amounts are not compared but counted. */
function mostFirst<Row extends Pick<ChannelReturn, "won">>(rows: readonly Row[]): Row[] {
  const worth = ({ won: { last } }: Row) => (last.worth.available ? last.worth.minorUnits : 0);
  return rows.toSorted((a, b) => worth(b) - worth(a) || b.won.last.leads - a.won.last.leads);
}

const oldest = (days: readonly AdDay[]): number | null =>
  days.length > 0 ? Math.min(...days.map(({ measuredAt }) => measuredAt)) : null;

const earlierOf = (a: string, b: string): string => (a < b ? a : b);
