import { beforeEach, describe, expect, it } from "vitest";
import { fakeClock } from "#core/kernel/clock.ts";
import type { ShortLink } from "#core/short-links/index.ts";
import { createShortLinks } from "./short-links.ts";

const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 Version/17.1 Mobile Safari/604.1";
const code = "Ab3dE5fG";
let link: ShortLink;
let clicks: string[];
let reported: unknown[];
let table: "well" | "away";

beforeEach(() => {
  link = {
    ...{ code, workspaceId: "ws_1", publicationId: "pub_1", target: "https://a.example/m?x=1&y=%20#z" },
    ...{ timeZone: "Europe/Kyiv", createdAt: 0 },
  };
  clicks = [];
  reported = [];
  table = "well";
});

const app = () =>
  createShortLinks(
    {
      shortLinks: {
        get: async (wanted) => {
          if (table === "away") throw new Error("no table");
          return wanted === code ? link : null;
        },
      },
      clicks: { add: async (_workspace, publication, day) => void clicks.push(`${publication} ${day}`) },
      clock: fakeClock("2026-11-26T10:00:00Z"),
      publicUrl: "https://dopys.example",
    },
    (error) => void reported.push(error),
  );
const visit = (path: string, init: RequestInit = {}) =>
  app().request(`https://dopys.example${path}`, { ...init, headers: { "user-agent": phone, ...init.headers } });

it("leads on to the stored target, is kept by no cache, and counts the visit", async () => {
  const answer = await visit(`/l/${code}`);
  expect([answer.status, answer.headers.get("location")]).toEqual([302, link.target]);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect(await answer.text()).toBe("");
  expect(clicks).toEqual(["pub_1 2026-11-26"]);
});

it("answers a HEAD alike, without counting it", async () => {
  const answer = await visit(`/l/${code}`, { method: "HEAD" });
  expect([answer.status, answer.headers.get("location")]).toEqual([302, link.target]);
  expect(clicks).toEqual([]);
});

it.each(["facebookexternalhit/1.1", "TelegramBot (like TwitterBot)", "WhatsApp/2.23.20.0", "curl/8", ""])(
  "sends %s on, without counting it",
  async (agent) => {
    const answer = await visit(`/l/${code}`, { headers: { "user-agent": agent } });
    expect([answer.status, clicks]).toEqual([302, []]);
  },
);

describe("what a visitor sends", () => {
  it.each([
    `/l/${code}?url=https://evil.example`,
    `/l/${code}?target=//evil.example&code=Zz`,
    `/l/${code}#https://evil.example`,
  ])("never says where the way leads: %s", async (path) => {
    expect((await visit(path)).headers.get("location")).toBe(link.target);
  });

  it.each([
    "/l/ab3de5fg",
    "/l/AB3DE5FG",
    "/l/Ab3dE5f",
    "/l/Ab3dE5fGG",
    `/l/${code}/`,
    `/l/${code}/x`,
    `/l//${code}`,
    "/l/",
    "/l",
    "/l/..%2f..%2fapi",
    "/l/%00%0d%0aset-cookie:a=b",
    "/l/%E0%A4%A",
    "/l/https:%2f%2fevil.example",
    "/l/\\evil.example",
    `/l/${"a".repeat(5000)}`,
    "/l/%F0%9F%A6%94%F0%9F%A6%94",
    "/l/<script>",
    "/l/__proto__",
  ])("leads nowhere when it is %s", async (path) => {
    const answer = await visit(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("location")).toBeNull();
    expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.text()).not.toContain("script");
    expect([clicks, reported]).toEqual([[], []]);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS"])("does nothing by %s", async (method) => {
    const answer = await visit(`/l/${code}`, { method });
    expect([answer.status, clicks]).toEqual([404, []]);
  });
});

it.each([
  ["https://a.example/\r\nset-cookie: s=1", "https://a.example/set-cookie:%20s=1"],
  ["https://a.example/\n\n<script>", "https://a.example/%3Cscript%3E"],
  ["https://кава.укр/меню", new URL("https://кава.укр/меню").href],
  ["http://127.0.0.1/", "http://127.0.0.1/"],
])("writes a target such as %j into the header safely", async (target, expected) => {
  link = { ...link, target };
  const answer = await visit(`/l/${code}`);
  expect(answer.headers.get("location")).toBe(expected);
  expect([...answer.headers.values()].join("")).toMatch(/^[\x20-\x7e]*$/);
  expect(answer.headers.get("set-cookie")).toBeNull();
});

it("speaks the visitor's language when there is no such link", async () => {
  const page = async (language: string) =>
    (await visit("/l/00000000", { headers: { "accept-language": language } })).text();
  expect(await page("uk-UA,uk;q=0.9")).toMatch(/lang="uk"[\s\S]*Такого посилання немає/);
  expect(await page("de,en;q=0.5")).toMatch(/lang="en"[\s\S]*There is no such link/);
});

it("says that it will pass when the table does not answer, and reports it", async () => {
  table = "away";
  const answer = await visit(`/l/${code}`);
  expect([answer.status, reported.map(String)]).toEqual([503, ["Error: no table"]]);
  expect(answer.headers.get("cache-control")).toBe("no-store");
});
