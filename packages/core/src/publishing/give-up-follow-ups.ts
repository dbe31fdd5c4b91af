import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { EventPublisher } from "../kernel/events.ts";
import type { Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { eventData } from "./announce.ts";
import { changePublication } from "./change-publication.ts";
import { noFailedFollowUp } from "./errors.ts";
import { publicationFollowUpEnded } from "./events.ts";
import { noted, type Publication } from "./model.ts";
import type { Publications } from "./ports.ts";
import { turnOf } from "./turn.ts";

/**
 * Leaves the post as it is, without the follow-up that failed and those that were to come after it: a thread whose second
 * part is missing has no third. Fails with `no-failed-follow-up` when nothing has failed.
 */
export async function giveUpFollowUps(
  deps: { publications: Pick<Publications, "get" | "save">; events: EventPublisher; clock: Clock },
  actor: Actor,
  input: { publicationId: string },
): Promise<Result<Publication, Failure>> {
  const allowed = authorize(actor, "schedule");
  if (!allowed.ok) return allowed;
  const now = deps.clock.nowMs();
  const done = await changePublication(deps.publications, actor.workspaceId, input.publicationId, (publication) =>
    givenUp(publication, actorName(actor), now),
  );
  if (!done.ok) return done;
  const event = publicationFollowUpEnded.make(deps.clock, actor, { ...eventData(done.value), givenUp: true });
  await deps.events.publish([event]);
  return done;
}

function givenUp(publication: Publication, by: string, now: number): Result<Publication, Failure> {
  const turn = turnOf(publication);
  const failed = turn === undefined ? undefined : publication.followUps?.[turn];
  if (turn === undefined || failed?.state !== "failed") return err(noFailedFollowUp());
  const followUps = publication.followUps?.map((it) =>
    it.state === "published" ? it : { ...it, state: "canceled" as const, failure: undefined },
  );
  return ok(noted({ ...publication, followUps }, now, by, "follow-ups-given-up", { followUp: turn + 1 }));
}
