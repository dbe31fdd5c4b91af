import * as v from "valibot";
import { moneySchema } from "../kernel/money.ts";
import { earliest } from "../kernel/stamped.ts";
import { epochMsSchema } from "../kernel/time.ts";

export const leadStages = ["new", "qualified", "appointment", "won", "lost"] as const;
export const leadStageSchema = v.picklist(leadStages);
export type LeadStage = v.InferOutput<typeof leadStageSchema>;

/** One way in which a person showed interest, and where it came from. */
export const leadSourceSchema = v.object({
  /** The same for the same form filled in, the same thread. */
  id: v.string(),
  kind: v.picklist(["lead-form", "thread", "manual"]),
  /** Epoch ms. */
  at: epochMsSchema,
  channelId: v.optional(v.string()),
  remoteId: v.optional(v.string()),
  formId: v.optional(v.string()),
  adId: v.optional(v.string()),
  threadId: v.optional(v.string()),
  postRemoteId: v.optional(v.string()),
  /** Every field as filled in, by the form's own name. */
  fields: v.optional(v.record(v.string(), v.string())),
  /** The platform's facts of the origin: campaign id, `organic`. */
  origin: v.optional(v.record(v.string(), v.string())),
});

/** A person with a buying interest. */
export const leadSchema = v.object({
  workspaceId: v.string(),
  id: v.string(),
  /** When the person first showed interest, epoch ms. */
  createdAt: epochMsSchema,
  /** The channel of the first source. */
  channelId: v.optional(v.string()),
  name: v.optional(v.string()),
  /** In lower case. */
  emails: v.array(v.string()),
  /** In E.164 where that can be told, otherwise digits. */
  phones: v.array(v.string()),
  sources: v.pipe(v.array(leadSourceSchema), v.minLength(1)),
  stage: leadStageSchema,
  /** Each change of stage with its time, the first entry when the lead came. */
  stages: v.array(v.object({ stage: leadStageSchema, at: epochMsSchema, by: v.string() })),
  value: v.optional(moneySchema),
  /** Why it was lost. */
  lostReason: v.optional(v.string()),
  ownerId: v.optional(v.string()),
  /** `awaited` while the platform has not yet given what the person wrote; `unavailable` when it never will. */
  details: v.picklist(["awaited", "known", "unavailable"]),
  /** The class of the error that keeps the details away. */
  detailsCause: v.optional(v.string()),
  fetchAttempts: v.number(),
  /** When the details are asked for again, epoch ms. */
  wakeAt: v.optional(epochMsSchema),
  /** The lead that this one turned out to be; it is then in no list. */
  mergedInto: v.optional(v.string()),
  version: v.number(),
});
export type Lead = v.InferOutput<typeof leadSchema>;

/** Under this name leads that came through no channel are counted. */
export const noChannel = "none";

/** The next version of a lead with a change. */
export const changed = (lead: Lead, change: Partial<Lead>): Lead => ({ ...lead, ...change, version: lead.version + 1 });

/** Where a lead stands after a stage: any other stage, since people come back and mistakes are corrected. */
export function movedTo(
  lead: Lead,
  stage: LeadStage,
  at: number,
  by: string,
  outcome: { value?: Lead["value"]; lostReason?: string | undefined } = {},
): Lead {
  return changed(lead, {
    stage,
    stages: lead.stage === stage ? lead.stages : [...lead.stages, { stage, at, by }],
    value: outcome.value ?? lead.value,
    lostReason: stage === "lost" ? (outcome.lostReason ?? lead.lostReason) : undefined,
  });
}

/** Two leads that are one person: everything of both, the stage that is furthest. */
export function united(winner: Lead, loser: Lead): Lead {
  const furthest = leadStages.indexOf(loser.stage) > leadStages.indexOf(winner.stage) ? loser : winner;
  const sources = unique([...winner.sources, ...loser.sources], (source) => source.id).sort(
    (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
  );
  return changed(winner, {
    createdAt: Math.min(winner.createdAt, loser.createdAt),
    channelId: sources[0]?.channelId,
    name: winner.name ?? loser.name,
    emails: unique([...winner.emails, ...loser.emails], (email) => email),
    phones: unique([...winner.phones, ...loser.phones], (phone) => phone),
    sources,
    stage: furthest.stage,
    stages: unique([...winner.stages, ...loser.stages], (entry) => `${entry.at} ${entry.stage}`).sort(
      (a, b) => a.at - b.at,
    ),
    value: furthest.value ?? winner.value ?? loser.value,
    lostReason: furthest.lostReason,
    ownerId: winner.ownerId ?? loser.ownerId,
    details: winner.details === "known" || loser.details === "known" ? "known" : winner.details,
    wakeAt: earliest(winner.wakeAt, loser.wakeAt),
  });
}

function unique<T>(list: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(list.map((item) => [key(item), item] as const).reverse()).values()].reverse();
}
