import * as v from "valibot";
import { epochMsSchema } from "../kernel/time.ts";

/** The ways in which interest reaches us; `form` is a landing form of our own, `lead-form` one of a platform. */
export const leadSourceKinds = ["lead-form", "form", "thread", "manual", "import"] as const;

/** What a person agreed to: the text as they read it, and when. */
export const givenConsentSchema = v.object({ version: v.number(), text: v.string(), at: epochMsSchema });

/** One way in which a person showed interest, and where it came from. */
export const leadSourceSchema = v.object({
  /** The same for the same form filled in, the same thread. */
  id: v.string(),
  kind: v.picklist(leadSourceKinds),
  /** Epoch ms. */
  at: epochMsSchema,
  channelId: v.optional(v.string()),
  remoteId: v.optional(v.string()),
  formId: v.optional(v.string()),
  adId: v.optional(v.string()),
  threadId: v.optional(v.string()),
  postRemoteId: v.optional(v.string()),
  /** The publication that brought the person: the one commented on, or whose link was followed. */
  publicationId: v.optional(v.string()),
  postId: v.optional(v.string()),
  campaignId: v.optional(v.string()),
  /** Every field as filled in, by the form's own name. */
  fields: v.optional(v.record(v.string(), v.string())),
  /** Facts of the origin: the platform's campaign id, `organic`, the tags of the link (`utm_source`). */
  origin: v.optional(v.record(v.string(), v.string())),
  consent: v.optional(givenConsentSchema),
});
export type LeadSource = v.InferOutput<typeof leadSourceSchema>;

/** One person fills a form in so often; the first source and the newest ones are kept. */
export const mostSources = 20;

/** Sources in the order of time, each once, at most `mostSources`: the first touch is never lost. */
export function sourcesInOrder(sources: readonly LeadSource[]): LeadSource[] {
  const byId = new Map<string, LeadSource>();
  for (const source of sources) if (!byId.has(source.id)) byId.set(source.id, source);
  const ordered = [...byId.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const [first] = ordered;
  if (!first || ordered.length <= mostSources) return ordered;
  return [first, ...ordered.slice(1 - mostSources)];
}
