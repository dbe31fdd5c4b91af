import type * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { alertSettingsChanged } from "./errors.ts";
import type { AlertSettingsStore } from "./ports.ts";
import { type AlertSettings, alertSettingsSchema } from "./settings.ts";

/** How the actor's workspace is told of alerts. */
export async function readAlertSettings(
  deps: { alertSettings: Pick<AlertSettingsStore, "get"> },
  actor: Actor,
): Promise<Result<AlertSettings, Failure>> {
  const allowed = authorize(actor, "read");
  return allowed.ok ? ok(await deps.alertSettings.get(actor.workspaceId)) : allowed;
}

export const changeAlertSettingsSchema = alertSettingsSchema;

/** Changes it, on the version that was read. What waits already goes by the new settings when its time comes. */
export async function changeAlertSettings(
  deps: { alertSettings: AlertSettingsStore },
  actor: Actor,
  input: v.InferOutput<typeof changeAlertSettingsSchema>,
): Promise<Result<AlertSettings, Failure>> {
  const allowed = authorize(actor, "manage-alerts");
  if (!allowed.ok) return allowed;
  const saved = await deps.alertSettings.save(actor.workspaceId, input);
  return saved ? ok({ ...input, version: input.version + 1 }) : err(alertSettingsChanged());
}
