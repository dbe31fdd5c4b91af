import { type Money, sumsByCurrency } from "../kernel/money.ts";
import { type Lead, type LeadSource, touchesOf } from "../leads/index.ts";
import type { Won, WonByTouch } from "./model.ts";

/** A won lead with where it came from, at first and at last. */
export interface WonLead {
  readonly value?: Money | undefined;
  readonly first: LeadSource;
  readonly last: LeadSource;
}

export const wonLeadOf = (lead: Pick<Lead, "sources" | "stage" | "stages" | "value">): WonLead => ({
  value: lead.value,
  ...touchesOf(lead),
});

/** The campaign of an ad account in which a form was filled in, by the platform's id. */
export const adCampaignOf = ({ origin }: LeadSource): string | undefined => origin?.campaignId;

/** Whether anything says what brought the person: a channel, a publication, a campaign or an ad. */
export const isKnown = (touch: LeadSource): boolean =>
  [touch.channelId, touch.publicationId, touch.campaignId, touch.adId, adCampaignOf(touch)].some(
    (one) => one !== undefined,
  );

/** What these leads are worth, by the touch that `counts`. */
export const wonBy = (leads: readonly WonLead[], counts: (touch: LeadSource) => boolean): WonByTouch => ({
  first: wonOf(leads.filter(({ first }) => counts(first))),
  last: wonOf(leads.filter(({ last }) => counts(last))),
});

/**
 * The same leads by what a touch says of itself: each lead is under one key by its first touch and under one by its last,
 * with its whole value. One that says nothing is under `null`; it is never spread over the others.
 */
export function wonByKey(
  leads: readonly WonLead[],
  keyOf: (touch: LeadSource) => string | undefined,
): Map<string | null, WonByTouch> {
  const key = (touch: LeadSource): string | null => keyOf(touch) ?? null;
  const [firsts, lasts] = [grouped(leads, ({ first }) => key(first)), grouped(leads, ({ last }) => key(last))];
  return new Map(
    [...new Set([...firsts.keys(), ...lasts.keys()])].map((one) => [
      one,
      { first: wonOf(firsts.get(one) ?? []), last: wonOf(lasts.get(one) ?? []) },
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

const wonOf = (leads: readonly WonLead[]): Won => ({
  leads: leads.length,
  withoutValue: leads.filter(({ value }) => value === undefined).length,
  value: sumsByCurrency(leads.flatMap(({ value }) => (value ? [value] : []))),
});
