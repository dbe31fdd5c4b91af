import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { conflict, type Failure } from "../kernel/failure.ts";
import { versionSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type Country, countryOf } from "./identity.ts";

/** What a workspace agrees about its leads. */
export const leadSettingsSchema = v.object({
  /** How soon a person has a first response, in minutes of business hours: a quarter of an hour to two weeks. */
  responseMinutes: v.pipe(v.number(), v.integer(), v.minValue(15), v.maxValue(20_160)),
  /** In which country telephone numbers are read that name none (ISO 3166); absent: that of the workspace's currency. */
  country: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[A-Z]{2}$/, "no such country"),
      v.check((letters) => countryOf(letters) !== undefined, "no such country"),
      v.transform((letters) => letters as Country),
    ),
  ),
});
export type LeadSettings = v.InferOutput<typeof leadSettingsSchema>;

/** Until somebody decides: four business hours. */
export const defaultLeadSettings: LeadSettings = { responseMinutes: 240 };

/** Stored settings, with the version to write them on; 0 while nothing is stored. */
export interface VersionedLeadSettings {
  readonly settings: LeadSettings;
  readonly version: number;
}

export interface LeadSettingsStore {
  /** What is stored, or the defaults at version 0. */
  get(workspaceId: string): Promise<VersionedLeadSettings>;
  /** Writes on top of the version that was read; false for a lost race. */
  save(workspaceId: string, settings: LeadSettings, version: number): Promise<boolean>;
}

export const changeLeadSettingsSchema = v.object({ settings: leadSettingsSchema, version: versionSchema });

/** Changes what is agreed; leads that wait already keep their time. Owners and managers. */
export async function changeLeadSettings(
  deps: { leadSettings: LeadSettingsStore },
  actor: Actor,
  { settings, version }: VersionedLeadSettings,
): Promise<Result<VersionedLeadSettings, Failure>> {
  const allowed = authorize(actor, "manage-leads");
  if (!allowed.ok) return allowed;
  const saved = await deps.leadSettings.save(actor.workspaceId, settings, version);
  return saved ? ok({ settings, version: version + 1 }) : err(conflict("changed-meanwhile"));
}
