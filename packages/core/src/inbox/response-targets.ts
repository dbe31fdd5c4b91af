import * as v from "valibot";
import type { Workspaces } from "../access/index.ts";
import { idSchema } from "../kernel/ids.ts";
import { daySchema, epochMsSchema } from "../kernel/time.ts";
import { type BusinessHours, defaultBusinessHours, defaultResponseTargetMs } from "./business-hours.ts";

const opensSchema = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "not a time"));
const closesSchema = v.pipe(v.string(), v.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, "not a time"));

/**
 * Monday to Sunday: from when to when somebody answers in the workspace's zone, `null` when nobody does. What closes at or
 * before the time it opens closes on the next day.
 */
const weekSchema = v.pipe(
  v.array(v.union([v.null(), v.object({ opens: opensSchema, closes: closesSchema })])),
  v.length(7),
);

/** From five minutes to thirty days of open time. */
const minutesSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(5), v.maxValue(43_200));

/** How soon customers are answered, and in which hours. */
export const responseTargetsSchema = v.object({
  targetMinutes: minutesSchema,
  week: weekSchema,
  /** Days on which nothing opens; hours that opened the evening before stay. */
  holidays: v.pipe(v.array(daySchema), v.maxLength(100)),
  /** Channels with a target of their own; `week` is `null` where the workspace's hours hold. */
  channels: v.pipe(
    v.array(v.object({ channelId: idSchema, targetMinutes: minutesSchema, week: v.nullable(weekSchema) })),
    v.maxLength(50),
  ),
});
export type ResponseTargets = v.InferOutput<typeof responseTargetsSchema>;

/** The targets from an instant on. Earlier ones stay: what was written under them is measured by them for good. */
export const targetsVersionSchema = v.object({
  /** Counts from 1. */
  version: v.number(),
  /** Epoch ms. */
  since: epochMsSchema,
  targets: responseTargetsSchema,
});
export type TargetsVersion = v.InferOutput<typeof targetsVersionSchema>;

const usualDay = { opens: "09:00", closes: "21:00" };

/** Until somebody decides: 4 hours, every day from 9 to 21. */
export const defaultResponseTargets: ResponseTargets = {
  targetMinutes: defaultResponseTargetMs / 60_000,
  week: Array.from({ length: 7 }, () => usualDay),
  holidays: [],
  channels: [],
};

/** Every version of a workspace's targets. */
export interface ResponseTargetStore {
  /** All versions, the oldest first: a handful. */
  list(workspaceId: string): Promise<readonly TargetsVersion[]>;
  /** False when there is this version already. */
  create(workspaceId: string, version: TargetsVersion): Promise<boolean>;
}

/** How soon a customer is answered, and in which hours that is counted. */
export interface ResponsePolicy {
  readonly targetMs: number;
  readonly hours: BusinessHours;
}

/** The policy that held on a channel at an instant, epoch ms. */
export type PolicyAt = (atMs: number) => ResponsePolicy;

/** The policies of a channel, from all versions of the workspace's targets, the oldest first. */
export function policyOf(versions: readonly TargetsVersion[], timeZone: string, channelId: string): PolicyAt {
  const policies = versions.map(({ since, targets }) => ({ since, policy: ofChannel(targets, timeZone, channelId) }));
  const before = { targetMs: defaultResponseTargetMs, hours: defaultBusinessHours(timeZone) };
  return (atMs) => policies.findLast(({ since }) => since <= atMs)?.policy ?? before;
}

function ofChannel(targets: ResponseTargets, timeZone: string, channelId: string): ResponsePolicy {
  const own = targets.channels.find((channel) => channel.channelId === channelId);
  const days = (own?.week ?? targets.week).flatMap((day, i) => (day ? [[i + 1, day] as const] : []));
  const hours = { timeZone, week: Object.fromEntries(days), holidays: targets.holidays };
  return { targetMs: (own?.targetMinutes ?? targets.targetMinutes) * 60_000, hours };
}

export interface ReadPolicyDeps {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly responseTargets: Pick<ResponseTargetStore, "list">;
}

/** The policies of a workspace's channel. */
export async function readPolicy(deps: ReadPolicyDeps, workspaceId: string, channelId: string): Promise<PolicyAt> {
  const [workspace, versions] = await Promise.all([
    deps.workspaces.get(workspaceId),
    deps.responseTargets.list(workspaceId),
  ]);
  return policyOf(versions, workspace?.timeZone ?? "UTC", channelId);
}
