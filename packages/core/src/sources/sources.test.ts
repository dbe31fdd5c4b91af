import type { RequestListener } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { importWorld } from "#tests/support/import-world.ts";
import { versionedItems } from "#tests/support/memory-publications.ts";
import { startTestWeb, type TestWeb } from "#tests/support/public-web.ts";
import { member } from "#tests/support/publishing-world.ts";
import { addSource, changeSource } from "./change-source.ts";
import type { ReadSourceMessage } from "./messages.ts";
import { defaultTemplate, type Source, type SourceDraft } from "./model.ts";
import { readDueSources } from "./read-due.ts";
import { readSource } from "./read-source.ts";
import { wordPressAddress } from "./read-wordpress.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const item = (number: number, more = "") =>
  `<item><title>Новина ${number}</title><link>https://news.example/${number}</link><guid>g${number}</guid>` +
  `<description>&lt;p&gt;Перше &amp;amp; друге ${number}&lt;/p&gt;</description>` +
  `<pubDate>${new Date(Date.UTC(2026, 10, 1, number)).toUTCString()}</pubDate>${more}</item>`;
const rss = (numbers: readonly number[], more = "") =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Кав’ярня</title>${numbers.map((it) => item(it, more)).join("")}</channel></rss>`;
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

let web: TestWeb | undefined;
afterEach(async () => {
  await web?.stop();
  web = undefined;
});

/** Sources on stores in memory, read over real TLS by the real client from a server with public addresses. */
async function sourceWorld(listener: RequestListener) {
  web = await startTestWeb(["news.example", "site.example"], listener);
  const world = importWorld();
  const items = versionedItems<Source>();
  const queue: ReadSourceMessage[] = [];
  const sources = {
    ...items,
    list: async () => items.all(),
    remove: async () => {},
    due: async (now: number) => items.all().filter(({ nextReadAt }) => nextReadAt !== undefined && nextReadAt <= now),
  };
  const sourceQueue = {
    send: async (message: ReadSourceMessage) => void queue.push(message),
    sendAll: async (list: readonly { message: ReadSourceMessage }[]) =>
      void queue.push(...list.map((it) => it.message)),
  };
  const deps = { ...world.deps, web, sources, sourceQueue };
  const draft: SourceDraft = {
    ...{
      kind: "feed",
      address: "https://news.example/feed",
      channelIds: ["chan_1"],
      topic: "Новини",
      labels: ["блог"],
    },
    ...{ template: defaultTemplate, paused: false },
  };
  const drain = async (times = 1) => {
    const said: string[] = [];
    for (let message = queue.shift(); message; message = queue.shift()) {
      for (let time = 0; time < times; time += 1) said.push(await readSource(deps, message));
    }
    return said;
  };
  return {
    ...{ deps, draft, drain, queue, posts: () => world.world.posts.all(), assets: () => world.world.assets.all() },
    add: (change: Partial<SourceDraft> = {}) => addSource(deps, member(), { ...draft, ...change }),
    /** Lets an hour pass and the schedule look. */
    later: async (ms = 3_600_000) => {
      world.world.clock.advance(ms);
      await readDueSources(deps);
      return drain();
    },
    only: (): Source => {
      const [source] = items.all();
      if (!source) throw new Error("no source");
      return source;
    },
  };
}

describe("a feed", () => {
  it("becomes drafts of its newest five at first, and of each new entry once", async () => {
    let document = rss(upTo(30));
    const world = await sourceWorld((_, response) => response.end(document));
    await world.add();
    expect(await world.drain(3)).toEqual(["made-5", "nothing-to-do", "nothing-to-do"]);
    expect(world.posts().map(({ base }) => base.link)).toEqual(
      [26, 27, 28, 29, 30].map((number) => `https://news.example/${number}`),
    );
    expect(world.posts()[4]).toMatchObject({
      ...{ state: "draft", channelIds: ["chan_1"], topic: "Новини", labels: ["блог"], authorId: "mem_manager" },
      base: { text: "Новина 30\n\nПерше & друге 30", mediaIds: [] },
    });
    expect(world.only()).toMatchObject({ title: "Кав’ярня", made: 5 });

    document = rss(upTo(32));
    expect(await world.later()).toEqual(["made-2"]);
    expect(await world.later()).toEqual(["made-0"]);
    expect(world.posts()).toHaveLength(7);
  });

  it("makes no draft twice when the reader died before it noted what it had taken", async () => {
    const world = await sourceWorld((_, response) => response.end(rss(upTo(4))));
    await world.add();
    const [message] = world.queue;
    if (!message) throw new Error("no message");
    const dying = { ...world.deps.sources, save: () => Promise.reject(new Error("killed")) };
    await expect(readSource({ ...world.deps, sources: dying }, message)).rejects.toThrow("killed");
    expect(world.posts()).toHaveLength(4);
    expect(await world.drain()).toEqual(["made-0"]);
    expect(world.posts()).toHaveLength(4);
  });

  it("gives at most twenty drafts a reading, and the others the next time", async () => {
    let document = rss([1]);
    const world = await sourceWorld((request, response) => {
      if (request.headers["if-none-match"] === '"later"') return response.writeHead(304).end();
      return response.setHeader("etag", document === rss([1]) ? '"first"' : '"later"').end(document);
    });
    await world.add();
    await world.drain();
    document = rss(upTo(51));
    expect(await world.later()).toEqual(["made-20"]);
    expect(await world.later()).toEqual(["made-20"]);
    expect(await world.later()).toEqual(["made-10"]);
    expect(await world.later()).toEqual(["unchanged"]);
    expect(new Set(world.posts().map(({ base }) => base.link)).size).toBe(51);
  });

  it("is asked only for what is new, by both marks of its server", async () => {
    const asked: (string | undefined)[][] = [];
    const world = await sourceWorld((request, response) => {
      asked.push([request.headers["if-none-match"], request.headers["if-modified-since"]]);
      if (asked.length > 1) return response.writeHead(304).end();
      return response.writeHead(200, { etag: '"1"', "last-modified": "Tue, 24 Nov 2026 10:00:00 GMT" }).end(rss([1]));
    });
    await world.add();
    await world.drain();
    expect(await world.later()).toEqual(["unchanged"]);
    expect(asked).toEqual([
      [undefined, undefined],
      ['"1"', "Tue, 24 Nov 2026 10:00:00 GMT"],
    ]);
  });

  it("brings its picture into the library once, and a draft without it says why", async () => {
    const enclosure = (name: string) => `<enclosure url="https://news.example/${name}" type="image/png" length="1"/>`;
    const world = await sourceWorld((request, response) => {
      if (request.url === "/menu.png") return response.end(png);
      if (request.url === "/gone.png") return response.writeHead(404).end();
      return response.end(rss([1, 2], enclosure("menu.png")).replace("menu.png", "gone.png"));
    });
    await world.add();
    await world.drain();
    expect(world.assets()).toMatchObject([{ fileName: "menu.png", kind: "image", state: "ready" }]);
    expect(world.posts().map(({ base, notes }) => [base.mediaIds.length, notes])).toEqual([
      [0, "Зображення не вдалося взяти. Сайт відповів кодом 404 замість вмісту."],
      [1, undefined],
    ]);
  });

  it.each([
    ["an error", (r: Parameters<RequestListener>[1]) => r.writeHead(500).end(), "web-answer-status"],
    ["a page instead", (r: Parameters<RequestListener>[1]) => r.end("<html>hello</html>"), "source-not-a-feed"],
    ["too much", (r: Parameters<RequestListener>[1]) => r.end("x".repeat(5_000_001)), "web-no-answer-too-large"],
    [
      "a redirect inside",
      (r: Parameters<RequestListener>[1]) => r.writeHead(302, { location: "https://10.0.0.1/" }).end(),
      "web-address-not-public",
    ],
  ])("that answers with %s says so on the source, waits ever longer, and heals", async (_, answer, code) => {
    let broken = true;
    const world = await sourceWorld((_request, response) => (broken ? answer(response) : response.end(rss([1]))));
    await world.add();
    expect(await world.drain()).toEqual([code]);
    expect(world.only()).toMatchObject({ failures: 1, failure: { code } });
    expect(await world.later()).toEqual([code]);
    expect(await world.later()).toEqual([]);
    broken = false;
    expect(await world.later()).toEqual(["made-1"]);
    expect(world.only()).toMatchObject({ failures: 0, made: 1 });
    expect(world.only().failure).toBeUndefined();
  });

  it("that is paused is left alone; at another address it begins anew", async () => {
    const world = await sourceWorld((_, response) => response.end(rss(upTo(3))));
    await world.add({ paused: true });
    expect(world.queue).toEqual([]);
    expect(await world.later()).toEqual([]);
    const { id, version } = world.only();
    const change = { ...world.draft, address: "https://news.example/other", sourceId: id, version };
    expect((await changeSource(world.deps, member(), change)).ok).toBe(true);
    expect(await world.drain()).toEqual(["made-3"]);
    const stale = await changeSource(world.deps, member(), change);
    expect(stale).toMatchObject({ ok: false, error: { code: "changed-meanwhile" } });
  });

  it.each([
    ["http://news.example/feed", "web-address-not-https"],
    ["https://169.254.169.254/", "web-address-not-public"],
    ["news", "web-address-malformed"],
  ])("at %s is refused when it is added", async (address, code) => {
    const world = await sourceWorld((_, response) => response.end());
    expect(await world.add({ address })).toMatchObject({ ok: false, error: { code, field: "address" } });
    expect(await addSource(world.deps, member("viewer"), world.draft)).toMatchObject({ ok: false });
  });
});

describe("a WordPress site", () => {
  it("is asked for its newest posts with their pictures, by its address alone", async () => {
    const asked: (string | undefined)[] = [];
    const world = await sourceWorld((request, response) => {
      asked.push(request.url);
      if (request.url === "/wp-content/menu.png") return response.end(png);
      return response.setHeader("content-type", "application/json").end(
        JSON.stringify([
          {
            id: 7,
            link: "https://site.example/menu/",
            date_gmt: "2026-11-20T08:00:00",
            title: { rendered: "Осіннє меню &#8212; вже тут" },
            excerpt: { rendered: "<p>Гарбузовий суп&hellip;</p>\n" },
            _embedded: {
              "wp:featuredmedia": [{ source_url: "https://site.example/wp-content/menu.png", alt_text: "Суп" }],
            },
          },
        ]),
      );
    });
    await world.add({ kind: "wordpress", address: "https://site.example" });
    expect(await world.drain()).toEqual(["made-1"]);
    expect(asked[0]).toBe("/wp-json/wp/v2/posts?_embed=wp:featuredmedia&per_page=20&orderby=date&order=desc");
    const [asset] = world.assets();
    expect(asset).toMatchObject({ altText: "Суп", fileName: "menu.png" });
    expect(world.posts()).toMatchObject([
      {
        base: {
          text: "Осіннє меню — вже тут\n\nГарбузовий суп…",
          link: "https://site.example/menu/",
          mediaIds: [asset?.id],
        },
      },
    ]);
  });

  it("that is none says so", async () => {
    const world = await sourceWorld((_, response) => response.end("<html></html>"));
    await world.add({ kind: "wordpress", address: "https://site.example/blog/" });
    expect(await world.drain()).toEqual(["source-not-wordpress"]);
    expect(wordPressAddress("https://site.example/blog/")).toMatch(
      /^https:\/\/site\.example\/blog\/wp-json\/wp\/v2\/posts/,
    );
  });
});
