import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Failure } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import { type Money, sumsByCurrency } from "../kernel/money.ts";
import { ok, type Result } from "../kernel/result.ts";
import { type Lead, wonAtOf } from "./model.ts";
import type { Leads, TouchedBy } from "./ports.ts";
import type { LeadSource } from "./source.ts";
import { leadFor } from "./unite-leads.ts";

/**
 * Where a person came from at first, and where from at last before they bought (at last at all, while they have not).
 * Both are kept: which of them earned the money is the reader's question.
 */
export function touchesOf(lead: Pick<Lead, "sources" | "stage" | "stages">): { first: LeadSource; last: LeadSource } {
  const [first] = lead.sources;
  if (!first) throw new Error("A lead has a source");
  const wonAt = wonAtOf(lead);
  return { first, last: lead.sources.findLast(({ at }) => wonAt === undefined || at <= wonAt) ?? first };
}

export const broughtBySchema = v.object({ kind: v.picklist(["publication", "campaign"]), id: idSchema });

/** What came of the leads that something brought, as their first or last touch. */
export interface Brought {
  readonly leads: number;
  readonly won: number;
  /** One sum per currency, in the order of their codes. */
  readonly wonValue: readonly Money[];
}

export interface BroughtBy {
  readonly first: Brought;
  readonly last: Brought;
  /** The newest of the leads, at most `mostShown`. */
  readonly leads: readonly Lead[];
  /** Whether more were brought than are counted. */
  readonly more: boolean;
}

/** So many leads of one publication or campaign are counted, and so many are shown. */
const mostCounted = 500;
const mostShown = 50;
const together = 25;

/** The leads that a publication or campaign brought, with what they were worth. */
export async function broughtBy(
  deps: { leads: Leads },
  actor: Actor,
  by: TouchedBy,
): Promise<Result<BroughtBy, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const ids = await deps.leads.touchedBy(workspaceId, by, mostCounted + 1);
  const leads = await personsOf(deps.leads, workspaceId, ids.slice(0, mostCounted));
  const isBy = (source: LeadSource) => source[`${by.kind}Id`] === by.id;
  return ok({
    first: sumOf(leads.filter((lead) => isBy(touchesOf(lead).first))),
    last: sumOf(leads.filter((lead) => isBy(touchesOf(lead).last))),
    leads: leads.toSorted((a, b) => b.createdAt - a.createdAt).slice(0, mostShown),
    more: ids.length > mostCounted,
  });
}

/** What these leads have become by now, each person once. */
async function personsOf(leads: Leads, workspaceId: string, ids: readonly string[]): Promise<readonly Lead[]> {
  const persons = new Map<string, Lead>();
  for (let at = 0; at < ids.length; at += together) {
    const some = await leads.getMany(workspaceId, ids.slice(at, at + together));
    for (const lead of some) {
      const person = lead.mergedInto === undefined ? lead : await leadFor(leads, workspaceId, lead.id);
      if (person) persons.set(person.id, person);
    }
  }
  return [...persons.values()];
}

function sumOf(leads: readonly Lead[]): Brought {
  const won = leads.filter(({ stage }) => stage === "won");
  return {
    leads: leads.length,
    won: won.length,
    wonValue: sumsByCurrency(won.flatMap(({ value }) => (value ? [value] : []))),
  };
}
