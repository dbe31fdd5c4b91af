import type { Channels } from "../channels/connected/index.ts";
import type { Failure } from "../kernel/failure.ts";
import { unknownAsset, unknownChannel } from "./errors.ts";
import { mediaIdsOf, type PostDraft } from "./model.ts";
import type { Assets } from "./ports.ts";

export type KnownChannels = Pick<Channels, "list">;

/** The failure of a post that names a channel or a file its workspace does not have. Files may still be uploading. */
export async function unknownParts(
  deps: { assets: Pick<Assets, "getMany">; channels: KnownChannels },
  workspaceId: string,
  draft: PostDraft,
): Promise<Failure | null> {
  const named = [...new Set([...draft.channelIds, ...Object.keys(draft.variants)])];
  if (named.length > 0) {
    const known = new Set((await deps.channels.list(workspaceId)).map((channel) => channel.id));
    const unknown = named.find((id) => !known.has(id));
    if (unknown !== undefined) return unknownChannel(unknown);
  }
  const mediaIds = mediaIdsOf(draft);
  if (mediaIds.length === 0) return null;
  const known = new Set((await deps.assets.getMany(workspaceId, mediaIds)).map((asset) => asset.id));
  const unknown = mediaIds.find((id) => !known.has(id));
  return unknown === undefined ? null : unknownAsset(unknown);
}
