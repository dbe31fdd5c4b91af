import type { Lead } from "./model.ts";
import type { LeadTerms } from "./ports.ts";

/** Somebody who asks at an instant (epoch ms) waits for a first response from then on. */
export function waitingFrom(since: number, terms: LeadTerms): Lead["waiting"] {
  const dueAt = terms.responseDueAt(since);
  return dueAt === null ? undefined : { since, dueAt };
}
