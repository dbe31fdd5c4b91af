import { parseFeed } from "feedsmith";
import type { Failure } from "../kernel/failure.ts";
import { htmlToText, unescapedText } from "../kernel/html-text.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { notAFeed } from "./errors.ts";
import { type Entry, type Reading, sourceLimits } from "./model.ts";

type Parsed = ReturnType<typeof parseFeed>;
type FeedOf<Format extends Parsed["format"]> = Extract<Parsed, { format: Format }>["feed"];

/** What every format says of an entry, under one name each. */
interface Raw {
  readonly ids: readonly (string | undefined)[];
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  readonly texts: readonly (string | undefined)[];
  readonly images: readonly (string | undefined)[];
  readonly date?: unknown;
}

const isImage = ({ type, url }: { type?: string | undefined; url?: string | undefined }) =>
  type?.startsWith("image/") || (!type && /\.(jpe?g|png|webp|gif)(\?|$)/i.test(url ?? ""));

const ofRss = (feed: FeedOf<"rss">): Raw[] =>
  (feed.items ?? []).map((item) => ({
    ids: [item.guid?.value, item.link, item.title],
    title: item.title,
    link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
    texts: [item.description, item.content?.encoded],
    images: [
      ...(item.enclosures ?? []).filter(isImage).map(({ url }) => url),
      ...(item.media?.contents ?? []).filter(isImage).map(({ url }) => url),
      ...(item.media?.thumbnails ?? []).map(({ url }) => url),
    ],
    date: item.pubDate,
  }));

const ofRdf = (feed: FeedOf<"rdf">): Raw[] =>
  (feed.items ?? []).map((item) => ({
    ids: [item.rdf?.about, item.link, item.title],
    title: item.title,
    link: item.link,
    texts: [item.description, item.content?.encoded],
    images: [],
    date: item.dc?.dates?.[0],
  }));

const ofAtom = (feed: FeedOf<"atom">): Raw[] =>
  (feed.entries ?? []).map((entry) => {
    const links = entry.links ?? [];
    return {
      ids: [entry.id, links[0]?.href],
      title: entry.title?.value,
      link: (links.find(({ rel }) => rel === undefined || rel === "alternate") ?? links[0])?.href,
      texts: [entry.summary?.value, entry.content?.value],
      images: [
        ...links.filter(({ rel, type }) => rel === "enclosure" && type?.startsWith("image/")).map(({ href }) => href),
        ...(entry.media?.thumbnails ?? []).map(({ url }) => url),
      ],
      date: entry.published ?? entry.updated,
    };
  });

const ofJson = (feed: FeedOf<"json">): Raw[] =>
  (feed.items ?? []).map((item) => ({
    ids: [item.id, item.url],
    title: item.title,
    link: item.url ?? item.external_url,
    texts: [item.summary, item.content_text, item.content_html],
    images: [item.image, item.banner_image],
    date: item.date_published,
  }));

/**
 * The entries of an RSS, RDF, Atom or JSON feed as plain text, the newest first where they have dates. `address` is
 * where it was read: links may be relative to it.
 */
export function readFeed(document: string, address: string): Result<Reading, Failure> {
  let parsed: Parsed;
  try {
    parsed = parseFeed(document);
  } catch {
    return err(notAFeed());
  }
  const { title, raws } = partsOf(parsed);
  const entries = raws.slice(0, sourceLimits.seen * 5).flatMap((raw) => entryOf(raw, address));
  return ok({ title: title && htmlToText(title).slice(0, 200), entries: newestFirst(entries) });
}

function partsOf(parsed: Parsed): { title: string | undefined; raws: Raw[] } {
  switch (parsed.format) {
    case "rss":
      return { title: parsed.feed.title, raws: ofRss(parsed.feed) };
    case "rdf":
      return { title: parsed.feed.title, raws: ofRdf(parsed.feed) };
    case "atom":
      return { title: parsed.feed.title?.value, raws: ofAtom(parsed.feed) };
    case "json":
      return { title: parsed.feed.title, raws: ofJson(parsed.feed) };
  }
}

function entryOf(raw: Raw, address: string): Entry[] {
  const guid = raw.ids.find((id) => id?.trim());
  if (!guid) return [];
  const image = webAddress(raw.images.find(Boolean), address) ?? firstImage(raw.texts, address);
  return [
    {
      guid,
      title: htmlToText(raw.title ?? ""),
      link: webAddress(raw.link, address),
      summary: htmlToText(raw.texts.find((text) => text?.trim()) ?? ""),
      image: image === undefined ? undefined : { address: image, altText: "" },
      publishedAt: instantOf(raw.date),
    },
  ];
}

/** The first picture within an entry's text, which many feeds have nowhere else. */
function firstImage(texts: Raw["texts"], address: string): string | undefined {
  for (const text of texts) {
    const tag = /<img\s[^>]{0,2000}?src\s*=\s*["']([^"']{1,2000})["']/i.exec((text ?? "").slice(0, 50_000));
    if (tag?.[1]) return webAddress(unescapedText(tag[1]), address);
  }
  return undefined;
}

/** A web address, made whole by where it was found; `undefined` for anything else. */
export function webAddress(text: string | undefined, base: string): string | undefined {
  const trimmed = text?.trim();
  if (!trimmed || !URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  return /^https?:$/.test(url.protocol) && url.href.length <= 2048 ? url.href : undefined;
}

/** Epoch ms of a date as feeds write it; `undefined` for what is none. */
export function instantOf(date: unknown): number | undefined {
  const at = typeof date === "string" ? Date.parse(date) : Number.NaN;
  return Number.isFinite(at) && at >= 0 ? at : undefined;
}

/** The newest first; entries without a date stay where they are among themselves, behind the dated. */
export const newestFirst = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0)).slice(0, sourceLimits.seen);
