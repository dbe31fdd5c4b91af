import * as v from "valibot";
import { moneySchema } from "../kernel/money.ts";
import { daySchema, epochMsSchema } from "../kernel/time.ts";
import { leadHistorySchema } from "./history.ts";
import { owedSchema } from "./owed.ts";
import { leadSourceSchema } from "./source.ts";

export const leadStages = ["new", "qualified", "appointment", "won", "lost"] as const;
export const leadStageSchema = v.picklist(leadStages);
export type LeadStage = v.InferOutput<typeof leadStageSchema>;

/** What is to be done next, and by which day of the workspace's calendar. */
export const nextStepSchema = v.object({
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
  day: daySchema,
});
export type NextStep = v.InferOutput<typeof nextStepSchema>;

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
  /** People of platforms, `platform:remoteId`. */
  profiles: v.optional(v.array(v.string()), []),
  sources: v.pipe(v.array(leadSourceSchema), v.minLength(1)),
  stage: leadStageSchema,
  /** Each change of stage with its time, the first entry when the lead came; `reason` of a loss. */
  stages: v.array(
    v.object({ stage: leadStageSchema, at: epochMsSchema, by: v.string(), reason: v.optional(v.string()) }),
  ),
  value: v.optional(moneySchema),
  /** Why it was lost. */
  lostReason: v.optional(v.string()),
  ownerId: v.optional(v.string()),
  nextStep: v.optional(nextStepSchema),
  /** Since when the person waits for a first response, until when they should have it, and whether that was missed. */
  waiting: v.optional(v.object({ since: epochMsSchema, dueAt: epochMsSchema, missedAt: v.optional(epochMsSchema) })),
  firstResponse: v.optional(v.object({ at: epochMsSchema, by: v.string() })),
  lastResponseAt: v.optional(epochMsSchema),
  history: v.optional(v.array(leadHistorySchema), []),
  /** `awaited` while the platform has not yet given what the person wrote; `unavailable` when it never will. */
  details: v.picklist(["awaited", "known", "unavailable"]),
  /** The class of the error that keeps the details away. */
  detailsCause: v.optional(v.string()),
  fetchAttempts: v.number(),
  /** When it is looked at again: its details are asked for, or its arrival is announced. Epoch ms. */
  wakeAt: v.optional(epochMsSchema),
  /** What has still to follow its changes. */
  owed: v.optional(owedSchema),
  /** The lead that this one turned out to be; it is then in no list and holds nothing of the person any more. */
  mergedInto: v.optional(v.string()),
  /** The leads that turned out to be this one. */
  merged: v.optional(v.array(v.string()), []),
  /** When everything that tells who it was was taken out. */
  erasedAt: v.optional(epochMsSchema),
  version: v.number(),
});
export type Lead = v.InferOutput<typeof leadSchema>;

/** Under this name leads that came through no channel are counted. */
export const noChannel = "none";

/** The next version of a lead with a change. */
export const changed = (lead: Lead, change: Partial<Lead>): Lead => ({ ...lead, ...change, version: lead.version + 1 });

/** When somebody must be told that a lead has had no first response, epoch ms; absent when nobody is. */
export const responseAlarmAt = ({ waiting, mergedInto }: Pick<Lead, "waiting" | "mergedInto">): number | undefined =>
  mergedInto === undefined && waiting?.missedAt === undefined ? waiting?.dueAt : undefined;

/** When a lead must be looked at again, for whatever reason, epoch ms. */
export const lookAtOf = (lead: Pick<Lead, "waiting" | "mergedInto" | "wakeAt" | "owed">): number | undefined =>
  [lead.wakeAt, lead.owed?.at, responseAlarmAt(lead)].filter((at) => at !== undefined).sort((a, b) => a - b)[0];

/** When a lead was won, epoch ms; absent while it is not, also when it was before. */
export const wonAtOf = ({ stage, stages }: Pick<Lead, "stage" | "stages">): number | undefined =>
  stage === "won" ? stages.findLast((one) => one.stage === "won")?.at : undefined;

/** What a lead is before anything is known of it but where it came from. */
export const aNewLead = (
  lead: Pick<Lead, "workspaceId" | "id" | "createdAt" | "sources"> & Partial<Lead>,
  by: string,
): Lead => ({
  channelId: lead.sources[0]?.channelId,
  emails: [],
  phones: [],
  profiles: [],
  stage: "new",
  stages: [{ stage: lead.stage ?? "new", at: lead.createdAt, by }],
  history: [],
  details: "known",
  fetchAttempts: 0,
  merged: [],
  version: 1,
  ...lead,
});
