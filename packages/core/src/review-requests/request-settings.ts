import { authorize } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import { withoutSites } from "../channels/sites.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Failure } from "../kernel/failure.ts";
import { placesIn } from "../kernel/places.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import {
  requestNotNeutral,
  requestSettingsChanged,
  reviewPlaceMissing,
  unknownRequestWord,
  unknownReviewPlace,
} from "./errors.ts";
import { unneutralWording } from "./neutral.ts";
import { requestPlaces } from "./render-mail.ts";
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
 * so is one with a place that nobody would fill in, and so is asking without a place to leave a review. Owners and managers.
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
      const [text, field] = [texts[language][part], `texts.${language}.${part}`];
      const found = unneutralWording(text);
      if (found) return requestNotNeutral(field, found);
      const unknown = placesIn(text).find(({ written }) => !requestPlaces.includes(written));
      if (unknown) return unknownRequestWord(field, unknown.written);
    }
  }
  return undefined;
}
