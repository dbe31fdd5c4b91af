import type { DatedMoney, Purse } from "../currencies/index.ts";
import { sumsByCurrency } from "../kernel/money.ts";
import { dayOf, monthOf } from "../kernel/time.ts";
import { type Lead, type LeadSource, touchesOf, wonAtOf } from "../leads/index.ts";
import type { Won, WonByTouch } from "./model.ts";
import { amountOf } from "./ratios.ts";

/** A won lead with where it came from, at first and at last. */
export interface WonLead {
  /** With the month in which it was won. */
  readonly value?: DatedMoney | undefined;
  readonly first: LeadSource;
  readonly last: LeadSource;
}

export function wonLeadOf(lead: Pick<Lead, "sources" | "stage" | "stages" | "value">, timeZone: string): WonLead {
  const wonAt = wonAtOf(lead);
  const month = wonAt === undefined ? "" : monthOf(dayOf(wonAt, timeZone));
  return { value: lead.value && { ...lead.value, month }, ...touchesOf(lead) };
}

/** The campaign of an ad account in which a form was filled in, by the platform's id. */
export const adCampaignOf = ({ origin }: LeadSource): string | undefined => origin?.campaignId;

/** Whether anything says what brought the person: a channel, a publication, a campaign or an ad. */
export const isKnown = (touch: LeadSource): boolean =>
  [touch.channelId, touch.publicationId, touch.campaignId, touch.adId, adCampaignOf(touch)].some(
    (one) => one !== undefined,
  );

/** What these leads are worth, by the touch that `counts`. */
export const wonBy = (leads: readonly WonLead[], counts: (touch: LeadSource) => boolean, purse: Purse): WonByTouch => ({
  first: wonOf(
    leads.filter(({ first }) => counts(first)),
    purse,
  ),
  last: wonOf(
    leads.filter(({ last }) => counts(last)),
    purse,
  ),
});

/**
 * The same leads by what a touch says of itself: each lead is under one key by its first touch and under one by its last,
 * with its whole value. One that says nothing is under `null`; it is never spread over the others.
 */
export function wonByKey(
  leads: readonly WonLead[],
  keyOf: (touch: LeadSource) => string | undefined,
  purse: Purse,
): Map<string | null, WonByTouch> {
  const key = (touch: LeadSource): string | null => keyOf(touch) ?? null;
  const [firsts, lasts] = [grouped(leads, ({ first }) => key(first)), grouped(leads, ({ last }) => key(last))];
  return new Map(
    [...new Set([...firsts.keys(), ...lasts.keys()])].map((one) => [
      one,
      { first: wonOf(firsts.get(one) ?? [], purse), last: wonOf(lasts.get(one) ?? [], purse) },
    ]),
  );
}

function grouped(leads: readonly WonLead[], keyOf: (lead: WonLead) => string | null): Map<string | null, WonLead[]> {
  const groups = new Map<string | null, WonLead[]>();
  for (const lead of leads) {
    const key = keyOf(lead);
    const group = groups.get(key);
    if (group) group.push(lead);
    else groups.set(key, [lead]);
  }
  return groups;
}

function wonOf(leads: readonly WonLead[], purse: Purse): Won {
  const values = leads.flatMap(({ value }) => (value ? [value] : []));
  return {
    leads: leads.length,
    withoutValue: leads.length - values.length,
    value: sumsByCurrency(values),
    worth: amountOf(values, purse),
  };
}
