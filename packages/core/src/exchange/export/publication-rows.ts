import type { Campaign } from "../../campaigns/index.ts";
import type { Channel } from "../../channels/connected/index.ts";
import type { Asset, Post } from "../../content/index.ts";
import { stateWord } from "../../i18n/exchange.ts";
import type { Language } from "../../kernel/language.ts";
import { canonicalJson } from "../../kernel/stamped.ts";
import { inZone } from "../../kernel/time.ts";
import type { Publication, PublicationContent } from "../../publishing/index.ts";
import { campaignReference } from "../campaign-references.ts";
import { channelReference } from "../channel-references.ts";
import type { Column } from "../columns.ts";
import { writeList } from "../csv/list-cell.ts";
import { writeParts } from "../csv/part-cell.ts";
import { mediaReference } from "../media-references.ts";

/** What rows are written from besides publications. */
export interface RowSources {
  readonly language: Language;
  readonly channels: readonly Channel[];
  readonly campaigns: readonly Campaign[];
  readonly posts: ReadonlyMap<string, Post>;
  readonly assets: ReadonlyMap<string, Asset>;
}

/** The columns of an export, in their order. */
export const exportedColumns = [
  "date",
  "time",
  "timeZone",
  "channels",
  "text",
  "link",
  "media",
  "altText",
  "firstComment",
  "thread",
  "threadMedia",
  "format",
  "campaign",
  "topic",
  "labels",
  "notes",
  "status",
  "address",
] as const satisfies readonly Column[];

/**
 * Publications that are one row: of the same post, at the same time, showing the same, in the same state. A post that
 * shows each channel something else is a row for each.
 */
export function rowsOf(publications: readonly Publication[]): readonly (readonly Publication[])[] {
  const rows = new Map<string, Publication[]>();
  for (const publication of publications) {
    const { postId, dueAt, timeZone, state, content } = publication;
    const { revision: _revision, ...shown } = content;
    const key = canonicalJson([postId, dueAt, timeZone, state, shown]);
    rows.set(key, [...(rows.get(key) ?? []), publication]);
  }
  return [...rows.values()];
}

/** The cells of a row, which an import reads back into the same post. */
export function cellsOf(row: readonly Publication[], sources: RowSources): readonly string[] {
  const [first] = row;
  if (!first) return [];
  const due = inZone(first.dueAt, first.timeZone);
  const { content } = first;
  const order = sources.posts.get(first.postId)?.channelIds ?? [];
  const inOrder = row.toSorted((a, b) => order.indexOf(a.channelId) - order.indexOf(b.channelId));
  const channels = inOrder.map(({ channelId }) => {
    const channel = sources.channels.find(({ id }) => id === channelId);
    return channel ? channelReference(sources.channels, channel) : channelId;
  });
  const filesOf = (media: PublicationContent["media"]) =>
    writeList(
      media.map(({ assetId }) => {
        const asset = sources.assets.get(assetId);
        return asset ? mediaReference(asset) : assetId;
      }),
    );
  const { thread = [] } = content;
  const campaign = sources.campaigns.find(({ id }) => id === first.campaignId);
  const cells: Record<(typeof exportedColumns)[number], string> = {
    date: due.toPlainDate().toString(),
    time: due.toPlainTime().toString({ smallestUnit: due.second === 0 ? "minute" : "second" }),
    timeZone: first.timeZone,
    channels: writeList(channels),
    text: content.text,
    link: content.link ?? "",
    media: filesOf(content.media),
    altText: writeList(content.media.map(({ altText }) => altText)),
    firstComment: content.firstComment ?? "",
    thread: writeParts(thread.map(({ text }) => text)),
    threadMedia: thread.some(({ media }) => media.length > 0)
      ? writeParts(thread.map(({ media }) => filesOf(media)))
      : "",
    format: content.format ?? "",
    campaign: campaign ? campaignReference(sources.campaigns, campaign) : "",
    topic: first.topic ?? "",
    labels: writeList(first.labels),
    notes: sources.posts.get(first.postId)?.notes ?? "",
    status: stateWord(sources.language, first.state),
    address: writeList(row.flatMap(({ url }) => url ?? [])),
  };
  return exportedColumns.map((column) => cells[column]);
}
