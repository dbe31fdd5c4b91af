import { describe, expect, it } from "vitest";
import { filled } from "./make-draft.ts";
import { readFeed } from "./read-feed.ts";

describe("feeds of other kinds", () => {
  const atom =
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>x</id><entry><id>urn:1</id>' +
    '<title type="html">&lt;b&gt;A&lt;/b&gt;</title><link rel="alternate" href="/1"/>' +
    '<link rel="enclosure" type="image/png" href="/p.png"/><summary>s</summary><updated>2026-01-01T00:00:00Z</updated></entry></feed>';
  const json = JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "T",
    items: [
      {
        id: "urn:1",
        url: "https://a.example/1",
        title: "A",
        summary: "s",
        image: "https://a.example/p.png",
        date_published: "2026-01-01T00:00:00Z",
      },
    ],
  });
  it.each([
    ["Atom", atom],
    ["JSON", json],
  ])("are read the same: %s", (_, document) => {
    expect(readFeed(document, "https://a.example/feed")).toEqual({
      ok: true,
      value: {
        title: "T",
        entries: [
          {
            ...{ guid: "urn:1", title: "A", link: "https://a.example/1", summary: "s" },
            image: { address: "https://a.example/p.png", altText: "" },
            publishedAt: Date.UTC(2026, 0, 1),
          },
        ],
      },
    });
  });

  it("take no link or picture that is not of the web", () => {
    const evil =
      '<rss version="2.0"><channel><item><guid>1</guid><title>t</title><link>javascript:alert(1)</link><description>&lt;img src="file:///etc/passwd"&gt;</description></item></channel></rss>';
    const read = readFeed(evil, "https://a.example/feed");
    expect(read.ok && read.value.entries[0]).toMatchObject({ link: undefined, image: undefined });
  });
});

it("fills a template without gaps for what is empty", () => {
  const entry = { guid: "1", title: "Заголовок", summary: "", link: "https://a.example" };
  expect(filled("{title}\n\n{summary}\n\nЧитайте: {link}", entry)).toBe("Заголовок\n\nЧитайте: https://a.example");
  expect(filled("{summary}", { ...entry, summary: "слово ".repeat(200) }).length).toBeLessThanOrEqual(601);
});
