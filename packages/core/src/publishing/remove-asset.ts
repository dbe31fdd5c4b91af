import { authorize } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import {
  type Assets,
  assetIsScheduled,
  assetShownBy,
  changedMeanwhile,
  type ObjectStore,
  type Post,
} from "../content/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { excerpt } from "../kernel/text.ts";
import { isFinal, type Publication } from "./model.ts";
import { usesOf, type WhereUsedDeps } from "./where-used.ts";

/**
 * Removes a file for good: its bytes, and itself from the library; posts that showed it keep its name. Refused while a
 * publication that shows it is not over, because its platform may still come for the file; up to 20 of them are named.
 * Doing it again is no failure.
 */
export async function removeAsset(
  deps: Omit<WhereUsedDeps, "assets"> & {
    assets: Pick<Assets, "get" | "save">;
    channels: Pick<Channels, "list">;
    objects: Pick<ObjectStore, "remove">;
  },
  actor: Actor,
  input: { assetId: string },
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const asset = await deps.assets.get(workspaceId, input.assetId);
  if (!asset) return err(notFound());
  if (asset.state !== "removed") {
    const shown = await shownBy(deps, workspaceId, asset.id);
    if (shown.length > 0) return err(assetIsScheduled(asset.fileName, shown));
    const { folder: _folder, ...rest } = asset;
    if (!(await deps.assets.save({ ...rest, state: "removed" }))) return err(changedMeanwhile());
  }
  if (asset.thumbnail) await deps.objects.remove(asset.thumbnail.key);
  return ok(await deps.objects.remove(asset.key));
}

/** How much of a post its title is, in characters. */
const titleLength = 60;
/** The most publications that a refusal names. */
const maxNamed = 20;

async function shownBy(
  deps: Omit<WhereUsedDeps, "assets"> & { channels: Pick<Channels, "list"> },
  workspaceId: string,
  assetId: string,
): Promise<readonly Failure[]> {
  const waits: { post: Post; publication: Publication }[] = [];
  for await (const uses of usesOf(deps, workspaceId, assetId)) {
    for (const { post, publications } of uses) {
      const waitingOnes = publications.filter((publication) => !isFinal(publication));
      waits.push(...waitingOnes.map((publication) => ({ post, publication })));
    }
  }
  if (waits.length === 0) return [];
  const names = new Map((await deps.channels.list(workspaceId)).map(({ id, name }) => [id, name]));
  return waits.slice(0, maxNamed).map(({ post, publication: { channelId, dueAt, timeZone } }) =>
    assetShownBy({
      post: excerpt(post.base.text, titleLength),
      channel: names.get(channelId) ?? "",
      dueAt,
      timeZone,
    }),
  );
}
