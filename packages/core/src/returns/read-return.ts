import { authorize, type Workspaces } from "../access/index.ts";
import type { AdAccounts, AdDay, AdDays } from "../ads/index.ts";
import type { Campaigns } from "../campaigns/index.ts";
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
import { type Money, sumsByCurrency } from "../kernel/money.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { addDays, dayOf, startOfDay } from "../kernel/time.ts";
import type { Leads } from "../leads/index.ts";
import { type BudgetLine, type BudgetLines, monthOf, partOfMonth } from "../strategy/index.ts";
import { adFigures, daysNotMeasured, daysOfAds, noAdFigures, whyNoAds } from "./ads-of-period.ts";
import { isKnown, type WonLead, wonBy, wonByKey, wonLeadOf } from "./attribution.ts";
import { campaignReturns } from "./campaign-returns.ts";
import { absent, type ChannelReturn, known, type PublicationReturn, type ReturnReport } from "./model.ts";
import { amountOf, costOfEach, returnsOn } from "./ratios.ts";

export interface ReadReturnDeps {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly adAccounts: Pick<AdAccounts, "list">;
  readonly adDays: Pick<AdDays, "between">;
  readonly budgetLines: Pick<BudgetLines, "between">;
  readonly campaigns: Pick<Campaigns, "list">;
  readonly leads: Pick<Leads, "wonBetween">;
  readonly kpiDays: KpiDays;
  readonly clock: Clock;
}

/** So many won leads are counted; a period in which more were won says so. */
const mostWon = 5_000;
const mostPublications = 20;

/**
 * What a period cost and what came of it: ads, budget, cost of a lead, the value won by first and by last touch, and the
 * return on it, of the whole and by campaign, channel and publication. At most 366 days. Costs one query each for ad days,
 * ad accounts, budget, figures, campaigns and the leads won in the period; nothing grows with the history.
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
  const [accounts, days, lines, figures, campaigns, found] = await Promise.all([
    deps.adAccounts.list(workspaceId),
    deps.adDays.between(workspaceId, from, to),
    deps.budgetLines.between(workspaceId, monthOf(from), monthOf(to)),
    readHeadlines(deps.kpiDays, workspaceId, wholeWorkspace, { from, to }),
    deps.campaigns.list(workspaceId),
    deps.leads.wonBetween(workspaceId, ...span, mostWon + 1),
  ]);
  const now = deps.clock.nowMs();
  const won = found.slice(0, mostWon).map(wonLeadOf);
  const rows = days.flatMap((day) => day.campaigns.map((row) => ({ ...row, currency: day.currency })));
  const ads = days.length > 0 ? adFigures(rows, days[0]?.currency ?? currency) : noAdFigures(whyNoAds(accounts));
  const adSpend = sumsByCurrency(rows.map((row) => ({ currency: row.currency, minorUnits: row.spend })));
  const budgetSpent = spentByPlan(lines, from, to);
  const cost =
    days.length > 0 || accounts.length === 0
      ? amountOf(sumsByCurrency([...adSpend, ...budgetSpent]), currency)
      : absent(whyNoAds(accounts));
  const leads = figures.leads.available ? known(figures.leads.value) : absent("not-yet");
  const wonKnown = wonBy(won, isKnown);
  return ok({
    from,
    to,
    currency,
    ads,
    adSpend,
    daysMissing: daysNotMeasured(accounts, days, { from, to }, now),
    measuredAt: oldest(days),
    budgetSpent,
    cost,
    leads,
    costPerLead: costOfEach(cost, leads, "no-leads"),
    won: wonKnown,
    unknown: wonBy(won, (touch) => !isKnown(touch)),
    roi: returnsOn(cost, wonKnown),
    campaigns: campaignReturns(campaigns, days, won, currency),
    channels: channelReturns(won),
    publications: publicationReturns(won),
    days: daysOfAds(days, { from, to: earlierOf(to, dayOf(now, timeZone)) }, currency),
    more: found.length > mostWon,
  });
}

/** What the plan's lines have cost in a period, one sum per currency. */
function spentByPlan(lines: readonly BudgetLine[], from: string, to: string): Money[] {
  const parts = lines.map(({ spent, month, currency }) => ({
    currency,
    minorUnits: partOfMonth(spent ?? 0, month, from, to),
  }));
  return sumsByCurrency(parts.filter(({ minorUnits }) => minorUnits > 0));
}

function channelReturns(won: readonly WonLead[]): ChannelReturn[] {
  const byChannel = wonByKey(won, ({ channelId }) => channelId);
  return mostFirst([...byChannel].map(([channelId, sums]) => ({ channelId, won: sums })));
}

function publicationReturns(won: readonly WonLead[]): PublicationReturn[] {
  const touches = new Map(won.flatMap(({ first, last }) => [first, last]).map((touch) => [touch.publicationId, touch]));
  const rows = [...wonByKey(won, ({ publicationId }) => publicationId)].flatMap(([publicationId, sums]) => {
    if (publicationId === null) return [];
    const touch = touches.get(publicationId);
    return [{ publicationId, postId: touch?.postId, channelId: touch?.channelId, won: sums }];
  });
  return mostFirst(rows).slice(0, mostPublications);
}

/** In the order of what was won by the last touch; amounts of different currencies are not compared but counted. */
function mostFirst<Row extends Pick<ChannelReturn, "won">>(rows: readonly Row[]): Row[] {
  const worth = ({ won: { last } }: Row) => last.value.reduce((sum, { minorUnits }) => sum + minorUnits, 0);
  return rows.toSorted((a, b) => worth(b) - worth(a) || b.won.last.leads - a.won.last.leads);
}

const oldest = (days: readonly AdDay[]): number | null =>
  days.length > 0 ? Math.min(...days.map(({ measuredAt }) => measuredAt)) : null;

const earlierOf = (a: string, b: string): string => (a < b ? a : b);
