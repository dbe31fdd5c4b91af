import type { Channel, ConnectorFor } from "../channels/connected/index.ts";
import { withoutSites } from "../channels/sites.ts";
import { validateContent } from "../channels/validate-content.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { withOutgoingLinks } from "../links/index.ts";
import type { Asset } from "./asset.ts";
import { assetNotReady, channelCannotPublish, unknownAsset, unknownChannel } from "./errors.ts";
import { type LinkPlanDeps, linkPlansFor } from "./link-plans.ts";
import { type BaseContent, contentFor, mediaIdsOf, type PostDraft } from "./model.ts";
import type { Posts } from "./ports.ts";
import type { ReferenceDeps } from "./references.ts";

export interface CheckDeps extends LinkPlanDeps, ReferenceDeps {
  readonly connectorFor: ConnectorFor;
}

/** What stands between a post and one of its channels; empty when nothing does. */
export interface ChannelCheck {
  readonly channelId: string;
  /** Each names the channel in `params.channel`, and where a limit is broken the `actual` and `allowed` figure. */
  readonly failures: readonly Failure[];
}

/** Checks a post for each of its channels, by the rules of each channel's platform. */
export async function checkPost(
  deps: CheckDeps & { posts: Pick<Posts, "get"> },
  actor: Actor,
  input: { postId: string },
): Promise<Result<readonly ChannelCheck[], Failure>> {
  const post = await deps.posts.get(actor.workspaceId, input.postId);
  if (!post) return err(notFound());
  return ok(await draftFailures(deps, actor.workspaceId, post, post.channelIds));
}

/** The written parts that a channel's rules are about; the id is known of a post that is stored. */
export type CheckedDraft = Pick<PostDraft, "base" | "variants" | "tagging" | "campaignId"> & { readonly id?: string };

/** The checks of content, stored or not, for some channels; of its links as they go out. */
export async function draftFailures(
  deps: CheckDeps,
  workspaceId: string,
  draft: CheckedDraft,
  channelIds: readonly string[],
): Promise<readonly ChannelCheck[]> {
  const [channels, assets, planOn] = await Promise.all([
    deps.channels.list(workspaceId),
    deps.assets.getMany(workspaceId, mediaIdsOf(draft)),
    linkPlansFor(deps, workspaceId, draft),
  ]);
  const channelsById = new Map(withoutSites(channels).map((channel) => [channel.id, channel]));
  const assetsById = new Map(assets.map((asset) => [asset.id, asset]));
  return channelIds.map((channelId) => {
    const channel = channelsById.get(channelId);
    if (!channel) return { channelId, failures: [unknownChannel(channelId)] };
    const failures = channelFailures(
      deps.connectorFor,
      channel,
      withOutgoingLinks(planOn(channel), contentFor(draft, channel.id)),
      assetsById,
    );
    return { channelId, failures: failures.map((failure) => ofChannel(failure, channel)) };
  });
}

function channelFailures(
  connectorFor: ConnectorFor,
  channel: Channel,
  shown: BaseContent,
  assets: ReadonlyMap<string, Asset>,
): readonly Failure[] {
  const connector = connectorFor(channel.platform);
  if (!connector?.publish) return [channelCannotPublish()];
  const { mediaIds, thread = [] } = shown;
  const unusable = [...mediaIds, ...thread.flatMap((part) => part.mediaIds)].flatMap((id) => {
    const asset = assets.get(id);
    if (!asset) return [unknownAsset(id)];
    return asset.state === "ready" ? [] : [assetNotReady(id, asset.fileName, asset.state)];
  });
  const filesOf = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const asset = assets.get(id);
      return asset?.state === "ready" ? [asset] : [];
    });
  const parts = thread.map((part) => ({ text: part.text, media: filesOf(part.mediaIds) }));
  return [...unusable, ...validateContent(connector.manifest, { ...shown, media: filesOf(mediaIds), thread: parts })];
}

const ofChannel = (failure: Failure, channel: Channel): Failure => ({
  ...failure,
  params: { ...failure.params, channel: channel.name, channelId: channel.id },
});
