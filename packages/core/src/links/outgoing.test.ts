import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withLinks } from "./in-text.ts";
import { defaultLinkSettings, type LinkSettings, type Tagging } from "./model.ts";
import { linkPlan, shortLinkLimits, targetsToShorten, withOutgoingLinks } from "./outgoing.ts";

const shortBase = "https://dopys.example/l/";
const owner = { platform: "facebook", channelName: "Кав'ярня Листок", campaignCode: "autumn", postId: "post_1" };
const settings: LinkSettings = { ...defaultLinkSettings, tag: true, utm: { source: "{channel}" } };
const plan = (change: Partial<LinkSettings> = {}, tagging?: Tagging) =>
  linkPlan({ ...settings, ...change }, tagging, owner, shortBase);
const tag = "utm_source=kaviarnia-lystok";

describe("links in a text", () => {
  it.each([")", ".x", "(x)", "https://", "]}", "…!"])("are found at once in an address of nothing but %s", (piece) => {
    const began = performance.now();
    withLinks(`https://a.example/${piece.repeat(35_000)}`, (link) => link);
    expect(performance.now() - began).toBeLessThan(500);
  });

  it.each([
    ["Див. https://a.example/b. Чекаємо!", ["https://a.example/b"]],
    ["(https://a.example/b)", ["https://a.example/b"]],
    ["https://a.example/wiki/Чай_(напій), а далі", ["https://a.example/wiki/Чай_(напій)"]],
    ["«https://a.example/b?x=1»", ["https://a.example/b?x=1"]],
    ["https://a.example/1\nhttps://a.example/2", ["https://a.example/1", "https://a.example/2"]],
    ["a.example, http://, https://?, javascript:alert(1) ftp://a.example data:,x", []],
    ["неhttps://a.example", []],
    ["HTTPS://A.EXAMPLE/B!?", ["HTTPS://A.EXAMPLE/B"]],
  ])("of %s are %o", (text, expected) => {
    const found: string[] = [];
    const same = withLinks(text, (link) => {
      found.push(link);
      return link;
    });
    expect(found).toEqual(expected);
    expect(same).toBe(text);
  });

  it("are the only thing that is ever replaced", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.webPath().map((path) => `https://a.example${path}`),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join(" ");
        expect(withLinks(text, (link) => link)).toBe(text);
      }),
    );
  });
});

it("goes out tagged in the link and in the text alike", () => {
  const content = { text: "Меню: https://a.example/m. Пишіть!", link: "https://a.example/m", mediaIds: ["asset_1"] };
  expect(withOutgoingLinks(plan(), content)).toEqual({
    text: `Меню: https://a.example/m?${tag}. Пишіть!`,
    link: `https://a.example/m?${tag}`,
    mediaIds: ["asset_1"],
  });
});

it("goes out tagged in what follows the post too", () => {
  const content = {
    text: "Меню",
    firstComment: "Ціни: https://a.example/p",
    thread: [
      { text: "https://a.example/1", mediaIds: ["asset_1"] },
      { text: "Кінець", mediaIds: [] },
    ],
  };
  expect(withOutgoingLinks(plan(), content)).toEqual({
    text: "Меню",
    firstComment: `Ціни: https://a.example/p?${tag}`,
    thread: [
      { text: `https://a.example/1?${tag}`, mediaIds: ["asset_1"] },
      { text: "Кінець", mediaIds: [] },
    ],
  });
  expect(targetsToShorten(plan({ shorten: true }), content)).toHaveLength(2);
});

it("goes out untouched where nothing is asked for, and by the post's word where it says one", () => {
  const content = { text: "https://a.example/m", mediaIds: [] };
  const text = (of: ReturnType<typeof plan>) => withOutgoingLinks(of, content).text;
  expect(text(plan({ tag: false }))).toBe(content.text);
  expect(text(plan({}, { tag: false }))).toBe(content.text);
  expect(text(plan({ tag: false }, { tag: true }))).toBe(`https://a.example/m?${tag}`);
  expect(text(plan({}, { utm: { source: "", term: "latte" } }))).toBe("https://a.example/m?utm_term=latte");
  expect(text(plan({ shorten: true }, { shorten: false }))).toBe(`https://a.example/m?${tag}`);
});

it("tags only the sites that are named, their subdomains and however the host is written", () => {
  const text =
    "https://a.example/ https://shop.A.example/ https://xa.example/ https://кава.укр/ https://other.example/";
  const out = withOutgoingLinks(plan({ sites: ["a.example", "кава.укр"] }), { text }).text;
  expect(out.split(" ").map((link) => link.includes(tag))).toEqual([true, true, false, true, false]);
});

it("puts a place behind one short link however often it is named, and never a short link behind another", () => {
  const content = { text: `https://a.example/m https://a.example/m ${shortBase}Ab3dE5fG`, link: "https://a.example/m" };
  const shortening = plan({ shorten: true });
  expect(targetsToShorten(shortening, content)).toEqual([`https://a.example/m?${tag}`]);
  expect(withOutgoingLinks(shortening, content, () => `${shortBase}12345678`)).toEqual({
    text: `${shortBase}12345678 ${shortBase}12345678 ${shortBase}Ab3dE5fG`,
    link: `${shortBase}12345678`,
  });
});

it("is as long before its codes are made as after", () => {
  const content = { text: "https://a.example/one та https://a.example/two", link: "https://a.example/three" };
  const [before, after] = [undefined, () => `${shortBase}Ab3dE5fG`].map((shortened) =>
    withOutgoingLinks(plan({ shorten: true }), content, shortened),
  );
  expect(before?.text.length).toBe(after?.text.length);
  expect(before?.link?.length).toBe(after?.link?.length);
});

it("leaves what is too long or too much for short links", () => {
  const long = `https://a.example/${"x".repeat(shortLinkLimits.targetLength)}`;
  const many = Array.from({ length: shortLinkLimits.perContent + 5 }, (_, at) => `https://a.example/${at}`).join(" ");
  expect(targetsToShorten(plan({ shorten: true }), { text: long })).toEqual([]);
  expect(targetsToShorten(plan({ shorten: true }), { text: many })).toHaveLength(shortLinkLimits.perContent);
  expect(withOutgoingLinks(plan({ shorten: true }), { text: many }).text).toContain(`https://a.example/34?${tag}`);
});

it.each(["javascript:alert(1)", "data:text/html,x", "https//a.example", ""])("leaves %s alone as a link", (link) => {
  expect(withOutgoingLinks(plan({ shorten: true }), { text: "", link })).toEqual({ text: "", link });
});
