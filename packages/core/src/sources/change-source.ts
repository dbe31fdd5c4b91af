import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import { withoutSites } from "../channels/sites.ts";
import { changedMeanwhile, unknownChannel } from "../content/index.ts";
import type { MemberActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { newId } from "../kernel/ids.ts";
import { checkedAddress } from "../kernel/public-address.ts";
import { addressRefused } from "../kernel/public-web.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { tooManySources } from "./errors.ts";
import { type Source, type SourceDraft, sourceDraftSchema, sourceLimits } from "./model.ts";
import type { SourceQueue, Sources } from "./ports.ts";

export interface SourceDeps {
  readonly sources: Sources;
  readonly channels: Pick<Channels, "list">;
  readonly sourceQueue: SourceQueue;
  readonly clock: Clock;
}

/** A change names the version it was made on. */
export const changeSourceSchema = v.object({ ...sourceDraftSchema.entries, version: v.number() });

/** The sources of the actor's workspace. */
export const listSources = (deps: Pick<SourceDeps, "sources">, actor: MemberActor): Promise<readonly Source[]> =>
  deps.sources.list(actor.workspaceId);

/** Adds a source and has it read at once. */
export async function addSource(
  deps: SourceDeps,
  actor: MemberActor,
  draft: SourceDraft,
): Promise<Result<Source, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const wrong = await refusal(deps, actor, draft);
  if (wrong) return err(wrong);
  const { workspaceId, memberId } = actor;
  if ((await deps.sources.list(workspaceId)).length >= sourceLimits.sources) {
    return err(tooManySources(sourceLimits.sources));
  }
  const now = deps.clock.nowMs();
  const source: Source = {
    ...draft,
    id: newId("src", now),
    workspaceId,
    memberId,
    ...(!draft.paused && { nextReadAt: now }),
    made: 0,
    failures: 0,
    createdAt: now,
    version: 1,
  };
  if (!(await deps.sources.create(source))) throw new Error(`The new id ${source.id} is taken`);
  await read(deps, source);
  return ok(source);
}

/** Changes a source; it is read anew at once, and from the beginning when its address is another. */
export async function changeSource(
  deps: SourceDeps,
  actor: MemberActor,
  input: v.InferOutput<typeof changeSourceSchema> & { sourceId: string },
): Promise<Result<Source, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const { sourceId, version, ...draft } = input;
  const found = await deps.sources.get(actor.workspaceId, sourceId);
  if (!found) return err(notFound());
  const wrong = await refusal(deps, actor, draft);
  if (wrong) return err(wrong);
  if (found.version !== version) return err(changedMeanwhile());
  const moved = found.address !== draft.address || found.kind !== draft.kind;
  const { topic: _topic, nextReadAt: _nextReadAt, failure: _failure, etag, lastModified, seen, title, ...rest } = found;
  const memory = {
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    ...(seen !== undefined && { seen }),
    ...(title !== undefined && { title }),
  };
  const saved = await deps.sources.save({
    ...rest,
    ...(!moved && memory),
    ...draft,
    failures: 0,
    ...(!draft.paused && { nextReadAt: deps.clock.nowMs() }),
  });
  if (!saved) return err(changedMeanwhile());
  await read(deps, saved);
  return ok(saved);
}

/** Takes a source away; the drafts it made stay. */
export async function removeSource(
  deps: Pick<SourceDeps, "sources">,
  actor: MemberActor,
  input: { sourceId: string },
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const found = await deps.sources.get(actor.workspaceId, input.sourceId);
  if (!found) return err(notFound());
  await deps.sources.remove(actor.workspaceId, input.sourceId);
  return ok(undefined);
}

async function refusal(deps: SourceDeps, actor: MemberActor, draft: SourceDraft): Promise<Failure | null> {
  const address = checkedAddress(draft.address);
  if (!address.ok) return addressRefused(address.error, "address");
  const known = new Set(withoutSites(await deps.channels.list(actor.workspaceId)).map(({ id }) => id));
  const unknown = draft.channelIds.find((id) => !known.has(id));
  return unknown === undefined ? null : unknownChannel(unknown);
}

async function read({ sourceQueue }: SourceDeps, { workspaceId, id, paused }: Source): Promise<void> {
  if (!paused) await sourceQueue.send({ kind: "read-source", workspaceId, sourceId: id });
}
