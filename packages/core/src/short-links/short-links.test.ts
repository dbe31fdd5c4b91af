import crawlers from "crawler-user-agents";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fakeClock } from "#core/kernel/clock.ts";
import { memoryLinks } from "#tests/support/memory-links.ts";
import { followShortLink } from "./follow-short-link.ts";
import { codeFor, type ShortLink } from "./short-link.ts";
import { shorten } from "./shorten.ts";
import { isPerson } from "./visit.ts";

const owner = { workspaceId: "ws_1", publicationId: "pub_1", timeZone: "Europe/Kyiv" };
const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1";
const visit = (headers: Record<string, string> = {}, method = "GET") => ({
  method,
  header: (name: string) => ({ "user-agent": phone, ...headers })[name],
});

describe("a code", () => {
  it("has eight letters and digits, the same each time and another for anything else", () => {
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(5), (publicationId, target, attempt) => {
        const code = codeFor(publicationId, target, attempt);
        expect(code).toMatch(/^[0-9A-Za-z]{8}$/);
        expect(codeFor(publicationId, target, attempt)).toBe(code);
        const of = JSON.stringify([publicationId, target, attempt]);
        expect(seen.get(code) ?? of).toBe(of);
        seen.set(code, of);
      }),
    );
  });

  it("is stored once, however often it is asked for", async () => {
    const links = memoryLinks();
    const deps = { shortLinks: links.shortLinks, clock: fakeClock("2026-11-26T10:00:00Z") };
    const first = await shorten(deps, owner, ["https://a.example/1", "https://a.example/2"]);
    expect(await shorten(deps, owner, ["https://a.example/2", "https://a.example/1"])).toEqual(
      new Map([...first].reverse()),
    );
    expect(links.all()).toHaveLength(2);
  });

  it("that a stranger has is left to the stranger", async () => {
    const links = memoryLinks();
    const target = "https://a.example/1";
    const taken: ShortLink = {
      ...owner,
      publicationId: "pub_2",
      code: codeFor("pub_1", target, 0),
      target,
      createdAt: 0,
    };
    await links.shortLinks.create(taken);
    const codes = await shorten({ shortLinks: links.shortLinks, clock: fakeClock("2026-11-26T10:00:00Z") }, owner, [
      target,
    ]);
    expect(codes.get(target)).toBe(codeFor("pub_1", target, 1));
    expect(await links.shortLinks.get(taken.code)).toEqual(taken);
  });
});

describe("a visit", () => {
  it.each([
    phone,
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:120.0) Gecko/20100101 Firefox/120.0",
    "Mozilla/5.0 (Linux; Android 13; CUBOT X70) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 13; SM-S911B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/119.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/440.0.0.0;]",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 308.0.2.18.106",
    "Opera/9.80 (Android; Opera Mini/36.2/119.132; U; uk) Presto/2.12.423 Version/12.16",
  ])("by %s is a person's", (agent) => expect(isPerson(visit({ "user-agent": agent }))).toBe(true));

  it("by any robot of the list is not", () => {
    const agents = crawlers.flatMap(({ instances }) => instances);
    expect(agents.length).toBeGreaterThan(1000);
    expect(agents.filter((agent) => isPerson(visit({ "user-agent": agent })))).toEqual([]);
  });

  it.each([
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Twitterbot/1.0",
    "TelegramBot (like TwitterBot)",
    "WhatsApp/2.23.20.0",
    "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)",
    "curl/8.4.0",
    "node",
    "",
  ])("by %s is not", (agent) => expect(isPerson(visit({ "user-agent": agent }))).toBe(false));

  it.each([
    ["sec-purpose", "prefetch"],
    ["sec-purpose", "prefetch;prerender"],
    ["purpose", "prefetch"],
    ["x-purpose", "preview"],
    ["x-moz", "prefetch"],
  ])("that fetches ahead (%s: %s) is not", (name, value) => expect(isPerson(visit({ [name]: value }))).toBe(false));

  it("that asks for the head only is not", () => expect(isPerson(visit({}, "HEAD"))).toBe(false));

  it("with a monstrous agent is decided at once", () => {
    const began = performance.now();
    expect(isPerson(visit({ "user-agent": `Mozilla/5.0 ${"a-/(".repeat(250_000)}` }))).toBe(true);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe("following a link", () => {
  const code = "Ab3dE5fG";
  const world = (target = "https://a.example/m") => {
    const counted: string[] = [];
    const lost: unknown[] = [];
    const link: ShortLink = { ...owner, code, target, createdAt: 0 };
    const deps = {
      shortLinks: { get: async (wanted: string) => (wanted === code ? link : null) },
      clicks: { add: async (...of: string[]) => void counted.push(of.join(" ")) },
      clock: fakeClock("2026-11-26T23:30:00Z"),
      notCounted: (cause: unknown) => void lost.push(cause),
      publicUrl: "https://dopys.example",
    };
    return { deps, counted, lost };
  };

  it("leads to its target and counts a person by the day of the publication's zone", async () => {
    const { deps, counted } = world();
    expect(await followShortLink(deps, code, visit())).toBe("https://a.example/m");
    expect(await followShortLink(deps, code, visit({ "user-agent": "Twitterbot/1.0" }))).toBe("https://a.example/m");
    expect(counted).toEqual(["ws_1 pub_1 2026-11-27"]);
  });

  it.each([
    ["https://dopys.example/f/ab12?utm_source=x", "https://dopys.example/f/ab12?utm_source=x&via=Ab3dE5fG"],
    ["https://dopys.example/f/ab12?via=other", "https://dopys.example/f/ab12?via=Ab3dE5fG"],
    ["https://dopys.example.evil.example/f/ab12", "https://dopys.example.evil.example/f/ab12"],
    ["https://dopys.example/calendar", "https://dopys.example/calendar"],
  ])("to %s leads to %s: only a form of ours is told the code", async (target, location) => {
    expect(await followShortLink(world(target).deps, code, visit())).toBe(location);
  });

  it.each(["ab3de5fg", "Ab3dE5f", "Ab3dE5fGx", "", "../Ab3dE", "Ab3dE5f\n", "ＡＢ3dE5fG"])(
    "of the code %j leads nowhere and reads nothing",
    async (wrong) => {
      const { deps, counted } = world();
      const asked: string[] = [];
      const get = async (wanted: string) => {
        asked.push(wanted);
        return deps.shortLinks.get(wanted);
      };
      expect(await followShortLink({ ...deps, shortLinks: { get } }, wrong, visit())).toBeNull();
      expect(asked).toEqual(wrong === "ab3de5fg" ? [wrong] : []);
      expect(counted).toEqual([]);
    },
  );

  it("goes on when the count fails, and when it never ends", async () => {
    const { deps, lost } = world();
    const failing = { add: async () => Promise.reject(new Error("throttled")) };
    expect(await followShortLink({ ...deps, clicks: failing }, code, visit())).toBe("https://a.example/m");
    const hanging = { add: () => new Promise<void>(() => {}) };
    expect(await followShortLink({ ...deps, clicks: hanging }, code, visit())).toBe("https://a.example/m");
    expect(lost.map(String)).toEqual(["Error: throttled", "late"]);
  });

  it("gives an address that may stand in a header", async () => {
    const { deps } = world("https://кава.укр/меню?q=лате\r\nset-cookie: a=b#ціна");
    const target = await followShortLink(deps, code, visit());
    expect(target).toMatch(/^https:\/\/xn--[\x21-\x7e]+$/);
    expect(target).not.toContain("\n");
  });
});
