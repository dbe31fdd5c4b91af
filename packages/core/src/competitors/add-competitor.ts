import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { ConnectorError } from "../channels/errors.ts";
import type { PublicPage } from "../channels/public-pages.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { Failure } from "../kernel/failure.ts";
import type { Queue } from "../kernel/queue.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { excerpt } from "../kernel/text.ts";
import * as failures from "./failures.ts";
import type { PublicPagesMessage } from "./messages.ts";
import { type Competitor, competitorNameSchema, mostCompetitors } from "./model.ts";
import { historyDays } from "./plan-public-pages.ts";
import type { Competitors } from "./ports.ts";
import { connectedTo, type Reader, type ReadingDeps, readerOf } from "./reading.ts";

export interface AddCompetitorDeps extends ReadingDeps {
  readonly competitors: Pick<Competitors, "list" | "create">;
  readonly publicPagesQueue: Queue<PublicPagesMessage>;
  readonly clock: Clock;
}

export const addCompetitorSchema = v.object({
  platform: v.pipe(v.string(), v.maxLength(40)),
  /** A name, or a link of the page. */
  page: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
  /** What the workspace calls it; the page's own name where it is left out. */
  name: v.optional(competitorNameSchema),
});
export type AddCompetitor = v.InferOutput<typeof addCompetitorSchema>;

/** One that was added, with what the platform said of it. */
export interface AddedCompetitor {
  readonly competitor: Competitor;
  readonly page: Pick<PublicPage, "followers"> & { readonly postsKnown: boolean };
}

/**
 * Begins to watch a public page: the platform is asked for it now, so that a page it does not show is refused at once.
 * Its posts of the last three months are fetched, and those of the workspace's own channels there, to compare them with.
 */
export async function addCompetitor(
  deps: AddCompetitorDeps,
  actor: Actor,
  { platform, page: pasted, name }: AddCompetitor,
): Promise<Result<AddedCompetitor, Failure>> {
  const { workspaceId } = actor;
  const allowed = authorize(actor, "manage-channels");
  if (!allowed.ok) return allowed;
  const connector = deps.connectorFor(platform);
  if (!connector?.publicPages) return err(failures.competitorsNotOffered());
  const handle = connector.publicPages.handleOf(pasted);
  if (handle === null) return err(failures.handleUnreadable(connector.manifest.name));
  const known = await deps.competitors.list(workspaceId);
  if (known.length >= mostCompetitors) return err(failures.tooManyCompetitors());
  const reader = await readerOf(deps, workspaceId, platform);
  if (!reader) return err(failures.channelNeeded(connector.manifest.name));
  const now = deps.clock.nowMs();
  const read = await reader.publicPages.read(reader.call, { app: reader.app, handle, since: now });
  if (!read.ok) return err(failureOf(read.error, reader, connector.manifest.name));
  const channels = (await deps.channels.list(workspaceId)).filter((channel) => channel.platform === platform);
  if (channels.some(({ remoteId }) => remoteId === read.value.remoteId)) return err(failures.ownPage());
  const competitor: Competitor = {
    id: derivedId("riv", platform, read.value.remoteId),
    workspaceId,
    platform,
    platformName: connector.manifest.name,
    remoteId: read.value.remoteId,
    handle: read.value.handle,
    name: name ?? excerpt(read.value.name, 59),
    pageName: read.value.name,
    url: read.value.url,
    addedBy: actorName(actor),
    addedAt: now,
  };
  if (!(await deps.competitors.create(competitor))) return err(failures.knownPage());
  const pages = [competitor.id, ...connectedTo(channels, platform).map(({ id }) => id)];
  await deps.publicPagesQueue.send({ workspaceId, publicPages: { platform, pages, days: historyDays }, attempt: 0 });
  return ok({ competitor, page: { followers: read.value.followers, postsKnown: read.value.posts.available } });
}

function failureOf({ class: cause }: ConnectorError, { publicPages }: Reader, platform: string): Failure {
  if (cause === "not-found") return failures.pageNotVisible(platform, publicPages.shows);
  if (cause === "permission") return failures.readingNotPermitted(platform, publicPages.needs);
  return cause === "auth-expired" ? failures.channelNeeded(platform) : failures.pagesUnreachable(cause);
}
