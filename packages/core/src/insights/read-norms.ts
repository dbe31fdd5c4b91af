import { authorize } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Publications } from "../publishing/index.ts";
import {
  fewestForNorm,
  mostCompared,
  normHistoryMs,
  type Standing,
  standingOf,
  type TypeNorm,
  typeNorms,
} from "./norms.ts";
import type { PublicationResults } from "./ports.ts";

export interface ReadNormsDeps {
  readonly channels: Pick<Channels, "get">;
  readonly results: Pick<PublicationResults, "since">;
  readonly clock: Clock;
}

/** What is usual for each content type of a channel. One key and one query of at most 200 small items. */
export async function readNorms(
  deps: ReadNormsDeps,
  actor: Actor,
  { channelId }: { channelId: string },
): Promise<Result<{ types: readonly TypeNorm[]; neededPosts: number }, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  if (!(await deps.channels.get(workspaceId, channelId))) return err(notFound());
  const now = deps.clock.nowMs();
  const results = await deps.results.since(workspaceId, channelId, now - normHistoryMs, mostCompared);
  return ok({ types: typeNorms(results, now), neededPosts: fewestForNorm });
}

/**
 * How a publication stands among the others of its kind; `null` while it has no figures, or once it is older than what
 * norms look back on. One key and one query of at most 200 small items.
 */
export async function readStanding(
  deps: Omit<ReadNormsDeps, "channels"> & { publications: Pick<Publications, "get"> },
  actor: Actor,
  { publicationId }: { publicationId: string },
): Promise<Result<Standing | null, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const publication = await deps.publications.get(workspaceId, publicationId);
  if (!publication) return err(notFound());
  const now = deps.clock.nowMs();
  if (publication.publishedAt === undefined || now - publication.publishedAt > normHistoryMs) return ok(null);
  const results = await deps.results.since(workspaceId, publication.channelId, now - normHistoryMs, mostCompared);
  const own = results.find((one) => one.publicationId === publicationId);
  return ok(own ? standingOf(results, own, now) : null);
}
