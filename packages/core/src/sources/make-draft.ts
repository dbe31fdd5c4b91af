import * as v from "valibot";
import { type FetchAssetDeps, fetchAsset, noted, type Post, type Posts, postDraftSchema } from "../content/index.ts";
import { failureText } from "../i18n/failures.ts";
import { missingPictureNote } from "../i18n/sources.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { Language } from "../kernel/language.ts";
import { excerpt } from "../kernel/text.ts";
import type { Entry, Source } from "./model.ts";

export type MakeDraftDeps = FetchAssetDeps & { readonly posts: Pick<Posts, "get" | "create"> };

/** How our own function is named in a draft's history. */
const reader = "system:sources";
/** Characters of a summary, and of the whole draft. */
const longest = { summary: 600, text: 10_000 };

/**
 * Makes an entry's draft, once: its id is made of the source and of what the source calls the entry for ever. Its
 * picture goes to the library; when it can't be had, the draft says so in its notes. False when the draft was there.
 */
export async function makeDraft(
  deps: MakeDraftDeps,
  language: Language,
  source: Source,
  entry: Entry,
): Promise<boolean> {
  const { workspaceId, memberId } = source;
  const id = derivedId("post", workspaceId, source.id, entry.guid);
  if (await deps.posts.get(workspaceId, id)) return false;
  const picture = await pictureOf(deps, source, entry);
  const now = deps.clock.nowMs();
  const draft = v.parse(postDraftSchema, {
    base: {
      text: filled(source.template, entry),
      ...(entry.link !== undefined && { link: entry.link }),
      mediaIds: picture?.ok ? [picture.value.id] : [],
    },
    channelIds: source.channelIds,
    variants: {},
    ...(source.topic !== undefined && { topic: source.topic }),
    labels: source.labels,
    ...(picture &&
      !picture.ok && { notes: missingPictureNote(language, failureText(language, picture.error).message) }),
  });
  const post: Post = {
    ...draft,
    id,
    workspaceId,
    state: "draft",
    version: 1,
    revision: 1,
    authorId: memberId,
    createdAt: now,
    updatedAt: now,
    history: [],
  };
  return deps.posts.create(noted(post, now, reader, "created"));
}

async function pictureOf(deps: FetchAssetDeps, { workspaceId, id, memberId }: Source, { image }: Entry) {
  if (!image) return null;
  const assetId = derivedId("asset", workspaceId, id, image.address);
  return fetchAsset(deps, { id: assetId, workspaceId, by: memberId, ...image });
}

/** A template with the entry's words in it; what is empty leaves no gap. */
export function filled(template: string, { title, link = "", summary }: Entry): string {
  const words: Record<string, string> = { title, link, summary: shortened(summary) };
  return template
    .replace(/\{(title|link|summary)\}/g, (_, word: string) => words[word] ?? "")
    .replace(/[^\S\n]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .slice(0, longest.text)
    .toWellFormed();
}

/** The beginning of a summary, with its paragraphs when it is short enough. */
const shortened = (text: string): string => (text.length <= longest.summary ? text : excerpt(text, longest.summary));
