import { authorize } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import { withoutSites } from "../channels/sites.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { requestNotNeutral, requestSettingsChanged, reviewPlaceMissing, unknownReviewPlace } from "./errors.ts";
import { unneutralWording } from "./neutral.ts";
import type { RequestSettings, RequestSettingsStore } from "./settings.ts";

/** How the actor's workspace asks for reviews. */
export async function readRequestSettings(
  deps: { requestSettings: Pick<RequestSettingsStore, "get"> },
  actor: Actor,
): Promise<Result<RequestSettings, Failure>> {
  const allowed = authorize(actor, "read");
  return allowed.ok ? ok(await deps.requestSettings.get(actor.workspaceId)) : allowed;
}

/**
 * Changes it, on the version that was read. A text that asks only the happy ones, for praise or for a reward is refused,
 * and so is asking without a place to leave a review. Owners and managers.
 */
export async function changeRequestSettings(
  deps: { requestSettings: RequestSettingsStore; channels: Pick<Channels, "list"> },
  actor: Actor,
  input: RequestSettings,
): Promise<Result<RequestSettings, Failure>> {
  const allowed = authorize(actor, "manage-review-requests");
  if (!allowed.ok) return allowed;
  const refused = (await wrongPlace(deps, actor.workspaceId, input)) ?? wrongWording(input);
  if (refused) return err(refused);
  const saved = await deps.requestSettings.save(actor.workspaceId, input);
  return saved ? ok({ ...input, version: input.version + 1 }) : err(requestSettingsChanged());
}

async function wrongPlace(
  deps: { channels: Pick<Channels, "list"> },
  workspaceId: string,
  { on, places }: RequestSettings,
): Promise<Failure | undefined> {
  if (on && places.length === 0) return reviewPlaceMissing();
  const channels = new Set(withoutSites(await deps.channels.list(workspaceId)).map(({ id }) => id));
  return places.every(({ channelId }) => channels.has(channelId)) ? undefined : unknownReviewPlace();
}

function wrongWording({ texts }: RequestSettings): Failure | undefined {
  for (const language of ["uk", "en"] as const) {
    for (const part of ["subject", "body"] as const) {
      const found = unneutralWording(texts[language][part]);
      if (found) return requestNotNeutral(`texts.${language}.${part}`, found);
    }
  }
  return undefined;
}
