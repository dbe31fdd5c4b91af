import * as v from "valibot";
import { postDraftSchema, refusalSchema } from "../content/index.ts";
import { longestAddress } from "../kernel/public-address.ts";
import { epochMsSchema } from "../kernel/time.ts";

/** How much is taken from a source, and how often. */
export const sourceLimits = {
  sources: 50,
  /** The first reading takes only the newest entries: what is older was news before the source was known. */
  firstEntries: 5,
  /** Each later reading at most so many; more wait for the next. */
  entries: 20,
  /** So many entries of a feed are looked at, the newest. */
  seen: 200,
  bytes: 5_000_000,
  everyMs: 3_600_000,
  longestBackoffMs: 24 * 3_600_000,
} as const;

export const sourceKinds = ["feed", "wordpress"] as const;
export const sourceKindSchema = v.picklist(sourceKinds);

/** The words in a template that an entry fills. */
export const templateWords = ["title", "link", "summary"] as const;
export const defaultTemplate = "{title}\n\n{summary}";

const known: readonly string[] = templateWords;
const templateSchema = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(2000),
  v.check((text) => [...text.matchAll(/\{([a-z]*)\}/gi)].every(([, word = ""]) => known.includes(word)), "template"),
);

/** The part of a source that a person sets. */
export const sourceDraftSchema = v.object({
  kind: sourceKindSchema,
  /** The feed's address, or of WordPress the site's. */
  address: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestAddress)),
  /** Of the drafts: their channels, topic and labels. */
  channelIds: postDraftSchema.entries.channelIds,
  topic: postDraftSchema.entries.topic,
  labels: postDraftSchema.entries.labels,
  template: v.optional(templateSchema, defaultTemplate),
  paused: v.optional(v.boolean(), false),
});
export type SourceDraft = v.InferOutput<typeof sourceDraftSchema>;

/** A feed or a WordPress site whose new entries become drafts. */
export const sourceSchema = v.object({
  ...sourceDraftSchema.entries,
  template: templateSchema,
  paused: v.boolean(),
  id: v.string(),
  workspaceId: v.string(),
  /** As the source calls itself. */
  title: v.optional(v.string()),
  /** The member whose drafts they are. */
  memberId: v.string(),
  /** When it is read next; absent while it is paused. */
  nextReadAt: v.optional(epochMsSchema),
  lastReadAt: v.optional(epochMsSchema),
  etag: v.optional(v.string()),
  lastModified: v.optional(v.string()),
  /** Digests of the entries that were there and are dealt with; absent before the first reading. */
  seen: v.optional(v.array(v.string())),
  /** How many drafts it has made. */
  made: v.number(),
  /** Readings in a row that failed, and why the last did. */
  failures: v.number(),
  failure: v.optional(refusalSchema),
  createdAt: epochMsSchema,
  version: v.number(),
});
export type Source = v.InferOutput<typeof sourceSchema>;

/** An entry of a source, as plain text. */
export interface Entry {
  /** What the source calls it for ever. */
  readonly guid: string;
  readonly title: string;
  readonly link?: string | undefined;
  readonly summary: string;
  readonly image?: { readonly address: string; readonly altText: string } | undefined;
  /** Epoch ms. */
  readonly publishedAt?: number | undefined;
}

/** What a source said. */
export interface Reading {
  readonly title?: string | undefined;
  readonly entries: readonly Entry[];
}
