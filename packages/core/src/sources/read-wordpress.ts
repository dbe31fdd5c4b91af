import * as v from "valibot";
import type { Failure } from "../kernel/failure.ts";
import { htmlToText } from "../kernel/html-text.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { notWordPress } from "./errors.ts";
import { type Entry, type Reading, sourceLimits } from "./model.ts";
import { instantOf, newestFirst, webAddress } from "./read-feed.ts";

const rendered = v.object({ rendered: v.string() });

/** A post as WordPress answers it publicly (WordPress REST API Handbook, "Posts"; `_embed` for the featured picture). */
const postsSchema = v.array(
  v.object({
    id: v.number(),
    link: v.string(),
    date_gmt: v.optional(v.nullable(v.string())),
    title: rendered,
    excerpt: v.optional(rendered),
    _embedded: v.optional(
      v.object({
        "wp:featuredmedia": v.optional(
          v.array(v.object({ source_url: v.optional(v.string()), alt_text: v.optional(v.string()) })),
        ),
      }),
    ),
  }),
);

/** Where a site's newest posts are asked for; the site's own address is enough, with or without a folder. */
export function wordPressAddress(site: string): string {
  const url = new URL(site);
  const folder = url.pathname.replace(/\/(wp-json(\/.*)?)?$/, "");
  const query = `_embed=wp:featuredmedia&per_page=${sourceLimits.entries}&orderby=date&order=desc`;
  return `${url.origin}${folder}/wp-json/wp/v2/posts?${query}`;
}

/** A site's newest posts as entries, the newest first. Times are UTC. */
export function readWordPress(document: string, address: string): Result<Reading, Failure> {
  const parsed = v.safeParse(postsSchema, parseJson(document));
  if (!parsed.success) return err(notWordPress());
  const entries = parsed.output.map((post): Entry => {
    const [picture] = post._embedded?.["wp:featuredmedia"] ?? [];
    const image = webAddress(picture?.source_url, address);
    return {
      guid: `wordpress:${post.id}`,
      title: htmlToText(post.title.rendered),
      link: webAddress(post.link, address),
      summary: htmlToText(post.excerpt?.rendered ?? "").replace(/\s*\[…\]$/, "…"),
      image:
        image === undefined
          ? undefined
          : { address: image, altText: htmlToText(picture?.alt_text ?? "").slice(0, 1000) },
      publishedAt: instantOf(post.date_gmt ? `${post.date_gmt}Z` : undefined),
    };
  });
  return ok({ title: new URL(address).hostname, entries: newestFirst(entries) });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
