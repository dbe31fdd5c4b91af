import { adAccountRepository, adDayRepository } from "#core/adapters/dynamo/ad-repository.ts";
import { budgetRepository } from "#core/adapters/dynamo/budget-repository.ts";
import { campaignRepository } from "#core/adapters/dynamo/campaign-repository.ts";
import type { Dynamo } from "#core/adapters/dynamo/client.ts";
import { exchangeRateRepository } from "#core/adapters/dynamo/exchange-rate-repository.ts";
import { kpiRepository } from "#core/adapters/dynamo/kpi-repository.ts";
import { leadRepository } from "#core/adapters/dynamo/lead-repository.ts";
import type { ChosenAdAccount } from "#core/ads/index.ts";
import { createCampaign } from "#core/campaigns/index.ts";
import type { AdCampaignFigures } from "#core/channels/ads.ts";
import { keepRate } from "#core/currencies/index.ts";
import type { Actor } from "#core/kernel/actor.ts";
import { fakeClock } from "#core/kernel/clock.ts";
import { newId } from "#core/kernel/ids.ts";
import { unwrap } from "#core/kernel/result.ts";
import type { Lead, LeadSource } from "#core/leads/index.ts";
import { readReturn, type Won } from "#core/returns/index.ts";
import { addBudgetLine, type BudgetKind } from "#core/strategy/index.ts";

/** A workspace of hryvnias in Kyiv whose ads, budget and won leads a test writes down, on Thursday 26 November 2026. */
export function returnWorld(dynamo: Dynamo, workspaceId: string) {
  const actor: Actor = { type: "member", workspaceId, memberId: "mem_1", role: "manager", language: "uk" };
  const workspace = { name: "Листок", timeZone: "Europe/Kyiv", language: "uk" as const, currency: "UAH", createdAt: 0 };
  const deps = {
    workspaces: { get: async (id: string) => ({ ...workspace, id, version: 1 }) },
    adAccounts: adAccountRepository(dynamo),
    adDays: adDayRepository(dynamo),
    budgetLines: budgetRepository(dynamo),
    exchangeRates: exchangeRateRepository(dynamo),
    campaigns: campaignRepository(dynamo),
    leads: leadRepository(dynamo),
    kpiDays: kpiRepository(dynamo),
    clock: fakeClock("2026-11-26T10:00:00Z"),
  };
  const leads: Lead[] = [];
  const reads = async (from: string, to: string) => unwrap(await readReturn(deps, actor, { from, to }));

  return {
    deps,
    actor,
    /** Every lead that was won, as it was stored. */
    leads,
    reads,
    november: () => reads("2026-11-01", "2026-11-30"),

    chooses: (accountId: string, trouble?: ChosenAdAccount["trouble"]) =>
      deps.adAccounts.put({
        workspaceId,
        channelId: "chan_1",
        account: { id: accountId, name: "Листок", currency: "UAH", timeZone: "Europe/Kyiv" },
        chosenBy: "mem_1",
        chosenAt: 1,
        ...(trouble && { trouble }),
      }),

    /** What the campaigns of an account did on a day, by their ids. */
    spends: (
      day: string,
      campaigns: Record<string, Partial<AdCampaignFigures>>,
      { accountId = "act_1", currency = "UAH" } = {},
    ) =>
      deps.adDays.put(workspaceId, {
        accountId,
        day,
        currency,
        measuredAt: deps.clock.nowMs(),
        campaigns: Object.entries(campaigns).map(([campaignId, figures]) => ({
          campaignId,
          name: campaignId,
          spend: 0,
          impressions: 0,
          clicks: 0,
          leads: 0,
          ...figures,
        })),
      }),

    plans: async ({ kind, spent, month = "2026-11" }: { kind: BudgetKind; spent: number; month?: string }) =>
      unwrap(await addBudgetLine(deps, actor, { month, kind, name: kind, planned: spent, spent })),

    campaign: async (name: string, code: string) =>
      unwrap(
        await createCampaign(deps, actor, {
          name,
          code,
          aim: "",
          from: "2026-11-01",
          to: "2026-11-30",
          colour: "leaf",
        }),
      ).id,

    /** A lead that came by a first touch, perhaps by a last one, and was won. */
    wins: async (lead: {
      value?: number | undefined;
      currency?: string;
      first: Partial<LeadSource>;
      last?: Partial<LeadSource> | undefined;
      createdAt?: string;
      wonAt?: string;
    }): Promise<Lead> => {
      const wonAt = Date.parse(lead.wonAt ?? "2026-11-20T10:00:00Z");
      const createdAt = lead.createdAt ? Date.parse(lead.createdAt) : wonAt - 3_600_000;
      const touches = [lead.first, ...(lead.last ? [lead.last] : [])];
      const won: Lead = {
        workspaceId,
        id: newId("lead"),
        createdAt,
        channelId: lead.first.channelId,
        emails: [],
        phones: [],
        profiles: [],
        sources: touches.map((touch, at) => ({ id: `s${at}`, kind: "manual", at: createdAt + at, ...touch })),
        stage: "won",
        stages: [
          { stage: "new", at: createdAt, by: "mem_1" },
          { stage: "won", at: wonAt, by: "mem_1" },
        ],
        ...(lead.value !== undefined && { value: { minorUnits: lead.value, currency: lead.currency ?? "UAH" } }),
        history: [],
        details: "known",
        fetchAttempts: 0,
        merged: [],
        version: 1,
      };
      await deps.leads.create(won);
      leads.push(won);
      return won;
    },

    changes: async (lead: Lead, change: Partial<Lead>): Promise<void> => {
      const saved = await deps.leads.save({ ...lead, ...change, version: lead.version + 1 });
      if (!saved) throw new Error("the lead changed meanwhile");
    },

    /** The workspace's own rate of a month. */
    counts: async (from: string, rate: string, month = "2026-11") =>
      unwrap(await keepRate(deps, actor, { month, from, rate, version: 0 })),

    /** What some leads are worth, counted one by one, where there is no rate. */
    recounted: (some: readonly Lead[]): Won => {
      const value = ["EUR", "UAH"].flatMap((currency) => {
        const own = some.flatMap((lead) => (lead.value?.currency === currency ? [lead.value.minorUnits] : []));
        return own.length > 0 ? [{ currency, minorUnits: own.reduce((sum, one) => sum + one, 0) }] : [];
      });
      const [only = { currency: "UAH", minorUnits: 0 }, another] = value;
      return {
        leads: some.length,
        withoutValue: some.filter((lead) => !lead.value).length,
        value,
        worth: another ? { available: false, reason: "no-rate" } : { available: true, ...only },
      };
    },
  };
}
export type ReturnWorld = ReturnType<typeof returnWorld>;
