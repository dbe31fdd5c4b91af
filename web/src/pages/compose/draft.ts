import type { Asset, Post, PostDraft } from "../../api/contract.ts";
import type { Repeat } from "../series/repeat.ts";

/** A post as it is being written: what is sent, and what the page must know besides. */
export interface Draft extends PostDraft {
  /** Set once the server holds it. */
  readonly postId?: string;
  readonly version?: number;
  /** What is known of the pictures in use. */
  readonly assets: Readonly<Record<string, Asset>>;
  /** When it goes out. */
  readonly timing: Timing;
  /** What is said to those who approve it; sent with that step. */
  readonly reviewNote?: string;
}

/** The next free slot, at once, or a wall clock, of which either half may still be empty. */
export type Timing =
  | { readonly kind: "next" }
  | { readonly kind: "now" }
  | { readonly kind: "exact"; readonly at: string; readonly repeat?: Repeat | undefined };

/** The content that a tab edits: the base, or one channel's variant. */
export type Side = "base" | (string & {});

export const emptyDraft: Draft = {
  base: { text: "", mediaIds: [] },
  channelIds: [],
  variants: {},
  labels: [],
  assets: {},
  timing: { kind: "next" },
};

/** Whether there is anything worth keeping. */
export const isBlank = (draft: Draft): boolean =>
  draft.base.text.trim() === "" &&
  draft.base.mediaIds.length === 0 &&
  !draft.base.link &&
  !draft.base.firstComment &&
  !draft.base.thread?.length &&
  Object.keys(draft.variants).length === 0 &&
  !draft.notes &&
  !draft.topic &&
  !draft.targetCustomer &&
  draft.labels.length === 0;

/** Whether a channel's variant says anything of its own. */
export const isEdited = (draft: Draft, channelId: string): boolean =>
  Object.keys(draft.variants[channelId] ?? {}).length > 0;

type Change = {
  text?: string;
  link?: string;
  mediaIds?: string[];
  firstComment?: string;
  thread?: NonNullable<PostDraft["base"]["thread"]>;
};

/** The draft with a change to the base or to one channel's variant; what a variant repeats of the base it inherits. */
export function edit(draft: Draft, side: Side, change: Change): Draft {
  if (side === "base") return { ...draft, base: { ...draft.base, ...change } };
  return { ...draft, variants: { ...draft.variants, [side]: { ...draft.variants[side], ...change } } };
}

/** The draft in which a channel shows the base again. */
export function withBase(draft: Draft, channelId: string): Draft {
  const { [channelId]: _gone, ...variants } = draft.variants;
  return { ...draft, variants };
}

/** The draft with a channel taken in or left out; a variant that was written stays for when it comes back. */
export function toggleChannel(draft: Draft, channelId: string): Draft {
  const has = draft.channelIds.includes(channelId);
  return {
    ...draft,
    channelIds: has ? draft.channelIds.filter((id) => id !== channelId) : [...draft.channelIds, channelId],
  };
}

/** What the API is sent: only the variants of chosen channels, and no empty fields. */
export function bodyOf(draft: Draft): PostDraft {
  const { base, channelIds, campaignId, topic, targetCustomer, tagging, notes, labels } = draft;
  const link = base.link?.trim();
  return {
    base: {
      text: base.text,
      mediaIds: base.mediaIds,
      ...(link ? { link } : {}),
      ...(base.format ? { format: base.format } : {}),
      ...(base.firstComment?.trim() ? { firstComment: base.firstComment } : {}),
      ...(base.thread?.length ? { thread: base.thread } : {}),
    },
    channelIds,
    variants: Object.fromEntries(
      channelIds.flatMap((id) => {
        const variant = draft.variants[id];
        if (!variant) return [];
        const own = { ...variant };
        if (own.link !== undefined) own.link = own.link?.trim() || null;
        if (own.firstComment !== undefined) own.firstComment = own.firstComment?.trim() ? own.firstComment : null;
        return [[id, own]];
      }),
    ),
    ...(campaignId ? { campaignId } : {}),
    ...(topic?.trim() ? { topic: topic.trim() } : {}),
    ...(targetCustomer?.trim() ? { targetCustomer: targetCustomer.trim() } : {}),
    ...(tagging ? { tagging } : {}),
    ...(notes?.trim() ? { notes } : {}),
    labels,
  };
}

/** A stored post as a draft to be edited. */
export const draftOf = (post: Post, assets: readonly Asset[]): Draft => ({
  postId: post.id,
  version: post.version,
  base: post.base,
  channelIds: post.channelIds,
  variants: post.variants,
  labels: post.labels,
  ...(post.campaignId && { campaignId: post.campaignId }),
  topic: post.topic,
  targetCustomer: post.targetCustomer,
  ...(post.tagging && { tagging: post.tagging }),
  notes: post.notes,
  timing: { kind: "next" },
  assets: Object.fromEntries(assets.map((asset) => [asset.id, asset])),
});
