import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { conflict, type Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { LinkSettings, LinkSettingsStore, VersionedLinkSettings } from "../links/index.ts";

/** Changes how a workspace's links go out; posts that are on the calendar keep what they have. Owners and managers. */
export async function changeLinkSettings(
  deps: { linkSettings: LinkSettingsStore },
  actor: Actor,
  input: VersionedLinkSettings,
): Promise<Result<VersionedLinkSettings, Failure>> {
  const allowed = authorize(actor, "manage-links");
  if (!allowed.ok) return allowed;
  const settings: LinkSettings = { ...input.settings, sites: [...new Set(input.settings.sites)] };
  const saved = await deps.linkSettings.save(actor.workspaceId, settings, input.version);
  return saved ? ok({ settings, version: input.version + 1 }) : err(conflict("changed-meanwhile"));
}
