import { historyWith, type LeadHistoryEntry } from "./history.ts";
import { changed, type Lead, type LeadStage, type NextStep } from "./model.ts";

/** Who does something, and when (epoch ms). */
export interface Deed {
  readonly at: number;
  readonly by: string;
}

const entered = (lead: Lead, ...entries: LeadHistoryEntry[]): Pick<Lead, "history"> => ({
  history: historyWith(lead.history, ...entries),
});

/** The person has been answered: nobody waits any more. The first response stays the first. */
const answered = (lead: Lead, { at, by }: Deed): Partial<Lead> => ({
  waiting: undefined,
  firstResponse: lead.firstResponse ?? { at, by },
  lastResponseAt: Math.max(at, lead.lastResponseAt ?? 0),
});

/** A lead to which a response was given. */
export const responded = (lead: Lead, deed: Deed): Lead =>
  changed(lead, { ...answered(lead, deed), ...entered(lead, { kind: "response", ...deed }) });

/**
 * Where a lead stands after a stage: any other stage, since people come back and mistakes are corrected. Whoever moves
 * it on from `new` has dealt with the person, so that nobody waits for a first response any more.
 */
export function movedTo(
  lead: Lead,
  stage: LeadStage,
  { at, by }: Deed,
  outcome: { value?: Lead["value"]; lostReason?: string | undefined } = {},
): Lead {
  const isLost = stage === "lost";
  const reason = isLost ? (outcome.lostReason ?? lead.lostReason) : undefined;
  const entry = { stage, at, by, ...(reason !== undefined && { reason }) };
  const value = outcome.value ?? lead.value;
  const isOther = JSON.stringify(value) !== JSON.stringify(lead.value);
  return changed(lead, {
    stage,
    stages: lead.stage === stage ? lead.stages : [...lead.stages, entry],
    value,
    lostReason: reason,
    ...(isOther && entered(lead, { kind: "value", at, by, value })),
    ...(stage !== "new" && lead.waiting && answered(lead, { at, by })),
    // Nothing follows a loss; what was planned after winning stays.
    ...(isLost && { nextStep: undefined }),
  });
}

/** A lead with another next step, or with none; `done` says that the one before was done. */
export const withNextStep = (lead: Lead, nextStep: NextStep | undefined, done: boolean, deed: Deed): Lead =>
  changed(lead, {
    nextStep,
    ...entered(lead, { kind: "next-step", ...deed, ...(nextStep ?? (done ? lead.nextStep : undefined)), done }),
  });

/** What members may change of a lead without moving it. */
export interface LeadEdit {
  readonly name?: string | undefined;
  readonly emails?: readonly string[] | undefined;
  readonly phones?: readonly string[] | undefined;
  readonly ownerId?: string | null | undefined;
  readonly value?: Lead["value"] | null | undefined;
}

/** A lead with changes of its contact, owner and value, each in its history. */
export function edited(lead: Lead, edit: LeadEdit, deed: Deed): Lead {
  const entries: LeadHistoryEntry[] = [];
  const fields = (["name", "emails", "phones"] as const).filter(
    (field) => edit[field] !== undefined && String(edit[field]) !== String(lead[field] ?? ""),
  );
  if (fields.length > 0) entries.push({ kind: "contact", ...deed, fields });
  const ownerId = edit.ownerId === undefined ? lead.ownerId : (edit.ownerId ?? undefined);
  if (ownerId !== lead.ownerId) entries.push({ kind: "owner", ...deed, ownerId });
  const value = edit.value === undefined ? lead.value : (edit.value ?? undefined);
  if (JSON.stringify(value) !== JSON.stringify(lead.value)) entries.push({ kind: "value", ...deed, value });
  return changed(lead, {
    name: edit.name === undefined ? lead.name : edit.name || undefined,
    emails: [...(edit.emails ?? lead.emails)],
    phones: [...(edit.phones ?? lead.phones)],
    ownerId,
    value,
    ...entered(lead, ...entries),
  });
}

/**
 * A lead without anything that tells who it was; stages, value and provenance stay, since they are counted. What the
 * person consented to goes as well: with the data goes what allowed it.
 */
export const withoutPerson = (lead: Lead, { at, by }: Deed): Lead =>
  changed(lead, {
    name: undefined,
    emails: [],
    phones: [],
    profiles: [],
    lostReason: undefined,
    nextStep: undefined,
    waiting: undefined,
    wakeAt: undefined,
    // What no longer recognised the person goes with the rest of the contact, see `eraseLead`.
    owed: lead.owed && { ...lead.owed, contact: undefined },
    erasedAt: at,
    details: lead.details === "awaited" ? "unavailable" : lead.details,
    detailsCause: undefined,
    sources: lead.sources.map(({ fields, consent, threadId, remoteId, ...rest }) => rest),
    stages: lead.stages.map(({ reason, ...rest }) => rest),
    history: historyWith(
      lead.history.map((one) => (one.kind === "next-step" ? { ...one, text: undefined } : one)),
      { kind: "erased", at, by },
    ),
  });
