import type { Store } from "./store.ts";

/** A tagged link that was published on one of the platforms, by Google's names of its parts. */
export interface TaggedLink {
  readonly source: string;
  readonly medium: string;
  readonly campaign: string;
  readonly content: string;
  /** When it appeared, epoch ms. */
  readonly at: number;
}

/** Where the platforms keep what is published on them. */
const published = ["facebook/posts", "instagram/media", "google-business/posts"];

const tagged = /https?:\/\/[^\s"\\<>]+[?&]utm_source=[^\s"\\<>]*/g;

/** Every tagged link in what was published on the played platforms: what people may follow to the site. */
export function taggedLinks(store: Store): TaggedLink[] {
  const posts = published.flatMap((name) => store.collection<{ id: string; createdAt?: number }>(name).list());
  return posts.flatMap((post) =>
    (JSON.stringify(post).match(tagged) ?? []).flatMap((link) => {
      if (!URL.canParse(link)) return [];
      const part = (name: string) => new URL(link).searchParams.get(`utm_${name}`) ?? "";
      const at = post.createdAt ?? 0;
      return [
        { source: part("source"), medium: part("medium"), campaign: part("campaign"), content: part("content"), at },
      ];
    }),
  );
}
