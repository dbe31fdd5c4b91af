import * as v from "valibot";
import { authorize, emailSchema, type Workspaces } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import { type Language, languageSchema } from "../kernel/language.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { lineSchema } from "../kernel/text.ts";
import { dayOf } from "../kernel/time.ts";
import { type Suspensions, suspensionOf } from "../mailing/index.ts";
import { personAskedAlready, personRefuses, reviewPlaceMissing } from "./errors.ts";
import { reviewRequestDue } from "./events.ts";
import { personIdOf, type ReviewRequest, requestIdOf } from "./model.ts";
import { hindranceOf } from "./people.ts";
import { aRequest, dueAfter } from "./plan-request.ts";
import type { AskedPeople, ReviewRequests } from "./ports.ts";
import type { RequestSettings, RequestSettingsStore } from "./settings.ts";

export const askPersonSchema = v.object({
  /** Made by the client; the same one again asks nobody again. */
  clientKey: idSchema,
  email: emailSchema,
  name: v.optional(lineSchema(100)),
  language: languageSchema,
});

export interface AskPersonDeps {
  readonly requests: ReviewRequests;
  readonly people: Pick<AskedPeople, "get">;
  readonly requestSettings: Pick<RequestSettingsStore, "get">;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly suspensions: Pick<Suspensions, "get">;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/** Asks one customer now. Who was asked within the period, or does not want to be, is not. Owners and managers. */
export async function askPerson(
  deps: AskPersonDeps,
  actor: Actor,
  { clientKey, email, name, language }: v.InferOutput<typeof askPersonSchema>,
): Promise<Result<ReviewRequest, Failure>> {
  const allowed = authorize(actor, "manage-review-requests");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const id = requestIdOf(workspaceId, "hand", clientKey);
  const present = await deps.requests.get(workspaceId, id);
  if (present) return ok(present);
  const settings = await deps.requestSettings.get(workspaceId);
  if (settings.places.length === 0) return err(reviewPlaceMissing());
  const refused = await refusalOf(deps, workspaceId, email, settings);
  if (refused) return err(refused);
  const now = deps.clock.nowMs();
  const by = actorName(actor);
  const request = aRequest({ workspaceId, id, source: { kind: "hand" }, by, email, name, language, dueAt: now }, now);
  await deps.requests.create(request);
  await deps.events.publish([reviewRequestDue.make(deps.clock, actor, { requestId: id })]);
  return ok(request);
}

async function refusalOf(
  deps: AskPersonDeps,
  workspaceId: string,
  email: string,
  settings: RequestSettings,
): Promise<Failure | undefined> {
  if (await suspensionOf(deps, workspaceId, email)) return personRefuses();
  const person = await deps.people.get(workspaceId, personIdOf(workspaceId, email));
  const hindrance = hindranceOf(person, undefined, deps.clock.nowMs(), settings.periodDays);
  if (!hindrance) return undefined;
  if (hindrance.because === "refused") return personRefuses();
  const workspace = await deps.workspaces.get(workspaceId);
  return workspace ? personAskedAlready(dayOf(hindrance.until, workspace.timeZone)) : notFound();
}

/** Somebody who bought, by a line of a table. */
export interface Buyer {
  readonly email: string;
  readonly name: string | undefined;
  readonly language: Language | undefined;
  /** When they bought, epoch ms; absent: not known. */
  readonly boughtAt: number | undefined;
  /** What is the same for the same purchase, in whichever table it stands. */
  readonly key: string;
}

/** Has a buyer asked after the usual delay; at once where that has passed. False for a purchase that is known already. */
export async function askBuyer(
  deps: Pick<AskPersonDeps, "requests" | "clock">,
  actor: Actor,
  { email, name, language, boughtAt, key }: Buyer,
  terms: { readonly settings: RequestSettings; readonly timeZone: string; readonly language: Language },
): Promise<boolean> {
  const { workspaceId } = actor;
  const now = deps.clock.nowMs();
  const dueAt = boughtAt === undefined ? now : Math.max(now, dueAfter(boughtAt, terms.settings, terms.timeZone));
  const about = { workspaceId, email, name, language: language ?? terms.language, dueAt };
  const id = requestIdOf(workspaceId, "table", key);
  return deps.requests.create(aRequest({ ...about, id, source: { kind: "table" }, by: actorName(actor) }, now));
}
