import type { Member } from "#core/access/index.ts";
import type { ChannelCheck, Post } from "#core/content/index.ts";
import type { Language } from "#core/kernel/language.ts";
import { followUpsIn, notBegun, type Publication } from "#core/publishing/index.ts";
import { type ApiError, toApiError } from "../errors.ts";

const outside = "external:";

/** Who did something: a member by name, somebody outside by the name they gave, or one of our own functions. */
export function actorView(by: string, members: readonly Member[]): { id: string; name?: string; external?: true } {
  if (by.startsWith(outside)) return { id: "external", name: by.slice(outside.length), external: true };
  const member = members.find(({ id }) => id === by);
  return member ? { id: by, name: member.name } : { id: by };
}

/** A post as the API shows it. */
export function postView(post: Post, members: readonly Member[] = []) {
  const { id, state, version, base, variants, channelIds, topic, labels, notes, createdAt, updatedAt } = post;
  const { campaignId, targetCustomer, tagging } = post;
  return {
    id,
    state,
    version,
    base,
    variants,
    channelIds,
    campaignId,
    topic,
    targetCustomer,
    labels,
    tagging,
    notes,
    createdAt,
    updatedAt,
    createdBy: actorView(post.authorId, members),
    origin: post.origin,
    history: post.history.map(({ at, by, what, note }) => ({ at, actor: actorView(by, members), what, comment: note })),
  };
}

/** What stands between a post and its channels, in words. */
export const checksView = (language: Language, checks: readonly ChannelCheck[]) =>
  checks.map(({ channelId, failures }) => ({
    channelId,
    problems: failures.map((failure) => toApiError(language, failure)),
  }));

/** A publication as the calendar and the post's page show it. */
export function publicationView(language: Language, publication: Publication) {
  const { id, postId, channelId, platform, state, dueAt, timeZone, publishedAt, url, content, failure } = publication;
  const [media] = content.media;
  return {
    id,
    postId,
    channelId,
    platform,
    state,
    dueAt,
    timeZone,
    publishedAt,
    url,
    text: content.text,
    mediaUrl: media?.kind === "image" ? `/api/media/${media.assetId}` : undefined,
    failure: failure && failureView(language, failure),
    link: content.link,
    campaignId: publication.campaignId,
    topic: publication.topic,
    origin: publication.origin,
    followUps: followUpViews(language, publication),
    labels: publication.labels,
    authorId: publication.authorId,
  };
}

/** What follows the post, or is to follow it once the post is published. */
function followUpViews(language: Language, { content, followUps = [] }: Publication) {
  return followUpsIn(content).map(({ kind, text }, index) => {
    const { state, url, publishedAt, failure } = followUps[index] ?? notBegun;
    return { kind, text, state, url, publishedAt, failure: failure && failureView(language, failure) };
  });
}

const failureView = (language: Language, failure: NonNullable<Publication["failure"]>): ApiError =>
  toApiError(language, { kind: "unavailable", code: failure.code, params: failure.params });
