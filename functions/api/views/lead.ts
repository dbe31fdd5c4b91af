import { type Lead, type LeadNote, type LeadSource, touchesOf } from "#core/leads/index.ts";

/** A lead in a list. */
export const leadRow = (lead: Lead) => ({
  id: lead.id,
  name: lead.name,
  email: lead.emails[0],
  phone: lead.phones[0],
  stage: lead.stage,
  source: lead.sources[0]?.kind,
  fields: lead.sources[0]?.fields,
  channelId: lead.channelId,
  createdAt: lead.createdAt,
  details: lead.details,
  value: lead.value,
  ownerId: lead.ownerId,
  nextStep: lead.nextStep,
  waiting: lead.waiting,
  erased: lead.erasedAt !== undefined,
  version: lead.version,
});

/** Something that happened to a lead; `by` names a member, a function of ours, or somebody outside. */
type TimelineEntry =
  | { kind: "source"; at: number; by?: undefined; source: LeadSource }
  | { kind: "stage"; at: number; by: string; stage: Lead["stage"]; reason?: string | undefined }
  | { kind: "note"; at: number; by: string; id: string; text: string }
  | Lead["history"][number];

/** A lead with all that is known of it, the newest first. */
export function leadDetails(lead: Lead, notes: readonly LeadNote[]) {
  const timeline: TimelineEntry[] = [
    ...lead.sources.map((source) => ({ kind: "source" as const, at: source.at, source })),
    // That it came as new is told by its source.
    ...lead.stages
      .filter(({ stage, at }) => stage !== "new" || at > lead.createdAt)
      .map((entry) => ({ kind: "stage" as const, ...entry })),
    ...lead.history,
    ...notes.map(({ at, by, id, text }) => ({ kind: "note" as const, at, by, id, text })),
  ];
  return {
    ...leadRow(lead),
    emails: lead.emails,
    phones: lead.phones,
    profiles: lead.profiles,
    lostReason: lead.lostReason,
    firstResponse: lead.firstResponse,
    touches: touchesOf(lead),
    timeline: timeline.sort((a, b) => b.at - a.at),
  };
}
