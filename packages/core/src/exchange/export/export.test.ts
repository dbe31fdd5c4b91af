import fc from "fast-check";
import { async as ical } from "node-ical";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { contentFor } from "#core/content/index.ts";
import { unwrap } from "#core/kernel/result.ts";
import { canonicalJson } from "#core/kernel/stamped.ts";
import { type Publication, publicationIdOf } from "#core/publishing/index.ts";
import { importWorld } from "#tests/support/import-world.ts";
import { aChannel, anAsset, aPost, aPublication, member } from "#tests/support/publishing-world.ts";
import { exportCalendar } from "./export-calendar.ts";
import { exportTable } from "./export-table.ts";
import { exportPageSchema, exportRangeSchema } from "./model.ts";

const year = { from: "2026-11-01", to: "2027-06-01" };

async function wholeTable(world: ReturnType<typeof importWorld>, language: "uk" | "en" = "uk") {
  const parts: string[] = [];
  let cursor: string | undefined;
  do {
    const part = unwrap(await exportTable(world.deps, member(), language, { ...year, cursor }));
    parts.push(part.text);
    cursor = part.next;
  } while (cursor !== undefined);
  return { text: parts.join(""), parts: parts.length };
}

const due = Date.parse("2026-12-01T08:00:00Z");

/** Two campaigns share their name, and one is called as the code of another. */
const campaigns = ["Осінь", "Осінь", "spring-2"].map((name, index) => ({
  ...{ id: `camp_${index + 1}`, workspaceId: "ws_1", name, aim: "", from: "2026-11-01", to: "2027-05-31" },
  ...{ colour: "leaf" as const, code: ["autumn", "spring-2", "spring-3"][index] ?? "", archived: false },
  ...{ version: 1, createdBy: "mem_owner", createdAt: 0 },
}));

/** A post on the calendar of some channels. */
async function put(world: ReturnType<typeof importWorld>, number: number, text: string, channelIds = ["chan_1"]) {
  const post = aPost({ id: `post_${number}`, base: { text, mediaIds: [] }, channelIds, state: "scheduled" });
  await world.world.posts.create(post);
  for (const channelId of channelIds) {
    const id = publicationIdOf(post.id, channelId);
    const dueAt = due + number * 3_600_000;
    const content = { revision: 1, text, media: [] };
    await world.world.publications.create(
      aPublication({ id, postId: post.id, channelId, dueAt, content, nextAt: dueAt }),
    );
  }
}

describe("an exported table", () => {
  it("gives the same posts back when it is imported", async () => {
    const line = fc.string({
      unit: fc.constantFrom("а", "=", "+", "-", "@", "'", '"', ",", ";", "\n", "\t", "й", " "),
    });
    const text = line.filter((it) => it.trim() !== "");
    const name = fc.constantFrom("осінь", "a; b", 'say "x"', "=1+1");
    const dashes = fc.constantFrom("---", "\\---", "--- \nдалі", "а\n---\nб", "- пункт", "menu");
    const part = fc.record({ text: fc.oneof(text, dashes), withFile: fc.boolean() });
    const posts = fc.array(
      fc.record({
        ...{ text, labels: fc.uniqueArray(name), topic: fc.option(name, { nil: undefined }) },
        format: fc.constantFrom(undefined, "feed" as const),
        campaign: fc.constantFrom(undefined, "camp_1", "camp_2", "camp_3"),
        thread: fc.array(part, { maxLength: 3 }),
      }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    await fc.assert(
      fc.asyncProperty(posts, fc.constantFrom("uk" as const, "en" as const), async (written, language) => {
        const source = importWorld();
        source.world.channelItems.set("chan_2", aChannel({ id: "chan_2", name: "Листок; філія" }));
        await source.world.assets.create(anAsset());
        for (const campaign of campaigns) await source.world.campaignItems.create(campaign);
        for (const [index, draft] of written.entries()) {
          const file = {
            assetId: "asset_1",
            key: "k",
            kind: "image",
            contentType: "image/png",
            altText: "Меню",
          } as const;
          const base = {
            ...{ text: draft.text, link: "https://example.com/меню", mediaIds: ["asset_1"] },
            ...(draft.format && { format: draft.format }),
            ...(draft.thread.length > 0 && {
              thread: draft.thread.map((it) => ({ text: it.text, mediaIds: it.withFile ? ["asset_1"] : [] })),
            }),
          };
          const post = aPost({
            ...{
              id: `post_${index}`,
              base,
              channelIds: ["chan_1", "chan_2"],
              state: "scheduled",
              labels: draft.labels,
            },
            ...(draft.topic !== undefined && { topic: draft.topic }),
            ...(draft.campaign !== undefined && { campaignId: draft.campaign }),
            notes: "Для колег",
          });
          await source.world.posts.create(post);
          for (const channelId of post.channelIds) {
            const shown = contentFor(post, channelId);
            await source.world.publications.create(
              aPublication({
                id: publicationIdOf(post.id, channelId),
                ...{ postId: post.id, channelId, dueAt: due + index * 60_000, labels: draft.labels },
                ...(draft.topic !== undefined && { topic: draft.topic }),
                ...(draft.campaign !== undefined && { campaignId: draft.campaign }),
                content: {
                  revision: 1,
                  text: shown.text,
                  ...(shown.link !== undefined && { link: shown.link }),
                  media: [file],
                  ...(shown.format && { format: shown.format }),
                  ...(shown.thread && {
                    thread: shown.thread.map((it) => ({ text: it.text, media: it.mediaIds.map(() => file) })),
                  }),
                },
              }),
            );
          }
        }
        const { text: table } = await wholeTable(source, language);
        const target = importWorld();
        target.world.channelItems.set("chan_2", aChannel({ id: "chan_2", name: "Листок; філія" }));
        await target.world.assets.create(anAsset());
        for (const campaign of campaigns) await target.world.campaignItems.create(campaign);
        const item = await target.check(table);
        expect(item.check).toMatchObject({ rows: written.length, bad: 0, scheduled: written.length });
        await target.run(item.id);
        const key = ({ base, channelIds, campaignId, labels, topic, notes }: ReturnType<typeof aPost>) =>
          canonicalJson([base, channelIds, campaignId ?? "", labels, topic ?? "", notes]);
        expect(target.world.posts.all().map(key).sort()).toEqual(source.world.posts.all().map(key).sort());
        const times = (world: typeof source) =>
          world.world.publications.all().map(({ channelId, dueAt, timeZone }) => `${channelId} ${dueAt} ${timeZone}`);
        expect(times(target).sort()).toEqual(times(source).sort());
      }),
      { numRuns: 25 },
    );
  });

  it("begins no cell with a formula and is UTF-8 for Excel", async () => {
    const world = importWorld();
    await put(world, 1, '=HYPERLINK("https://evil.example","x")');
    const { text } = await wholeTable(world);
    expect(text.startsWith('\uFEFF"Дата","Час","Часовий пояс","Канали","Текст"')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"",""x"")"`);
  });

  it("comes in parts that hold a few hundred publications and together all of them, each once", async () => {
    const world = importWorld();
    world.world.channelItems.set("chan_2", aChannel({ id: "chan_2", name: "Друга" }));
    for (let number = 0; number < 450; number += 1) await put(world, number, `Допис ${number}`, ["chan_1", "chan_2"]);
    const { text, parts } = await wholeTable(world);
    expect(parts).toBeGreaterThan(3);
    expect(text.match(/Допис \d+/g)).toHaveLength(450);
    expect(text.match(/Листок; Друга/g)).toHaveLength(450);
    expect(text.match(/\uFEFF/g)).toHaveLength(1);
  });
});

describe("filters", () => {
  const filings: readonly Partial<Publication>[] = [
    { campaignId: "camp_1", topic: "Меню, кава", labels: ["осінь", "нове"], authorId: "mem_owner" },
    { campaignId: "camp_2", topic: "Меню", labels: ["осінь"], authorId: "mem_author", state: "published" },
    { topic: "Меню, кава", labels: [], channelId: "chan_2" },
  ];

  it.each([
    ["campaign=camp_1", "0"],
    ["topic=Меню, кава", "02"],
    ["topic=Меню", "1"],
    ["label=осінь", "01"],
    ["author=mem_author", "12"],
    ["state=published", "1"],
    ["channel=chan_2,chan_1", "012"],
    ["channel=chan_2&topic=Меню, кава", "2"],
    ["label=зима", ""],
    ["", "012"],
  ])("let the same publications into both files as the calendar shows: %s", async (asked, expected) => {
    const world = importWorld();
    for (const [index, filing] of filings.entries()) {
      const content = { revision: 1, text: `Допис ${index}`, media: [] };
      const dueAt = due + index * 60_000;
      await world.world.publications.create(
        aPublication({ id: `pub_${index}`, dueAt, content, authorId: "mem_author", ...filing }),
      );
    }
    const query = { ...year, ...Object.fromEntries(new URLSearchParams(asked)) };
    const shown = (text: string) => [...text.matchAll(/Допис (\d)/g)].map(([, digit]) => digit);
    const { text } = unwrap(await exportTable(world.deps, member(), "uk", v.parse(exportPageSchema, query)));
    expect(shown(text).join("")).toBe(expected);
    const file = unwrap(await exportCalendar(world.deps, member(), "uk", v.parse(exportRangeSchema, query)));
    expect([...new Set(shown(file))].join("")).toBe(expected);
  });
});

describe("an exported calendar", () => {
  it("is read back with the same instants across a clock change, escaped texts and stable ids", async () => {
    const world = importWorld();
    const texts = ["Кома, крапка; і \\ зворотна", "Рядок\nдругий", "Після переведення годинника"];
    const instants = ["2027-03-27T16:00:00Z", "2027-03-28T00:30:00Z", "2027-03-28T15:00:00Z"].map((at) =>
      Date.parse(at),
    );
    for (const [index, text] of texts.entries()) {
      const dueAt = instants[index] ?? 0;
      const content = { revision: 1, text, media: [] };
      await world.world.publications.create(aPublication({ id: `pub_${index}`, dueAt, content }));
    }
    const file = unwrap(await exportCalendar(world.deps, member(), "uk", year));
    const again = unwrap(await exportCalendar(world.deps, member(), "uk", year));
    expect(again).toBe(file);
    const events = Object.values(await ical.parseICS(file)).flatMap((part) => (part?.type === "VEVENT" ? [part] : []));
    expect(events.map(({ uid, start }) => [uid, start.getTime()])).toEqual(
      instants.map((at, index) => [`pub_${index}@dopys`, at]),
    );
    for (const [index, event] of events.entries()) {
      expect(event.description).toContain(texts[index]);
      expect(event.description).toContain("18:00 (Europe/Kyiv)".slice(index === 1 ? 6 : 0));
    }
    for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it("refuses a period that one file can't hold", async () => {
    const world = importWorld();
    world.deps.publications.list = async (_, { limit }) => Array.from({ length: limit }, () => aPublication());
    const refused = await exportCalendar(world.deps, member(), "en", year);
    expect(refused).toMatchObject({ ok: false, error: { code: "export-too-large", params: { allowed: 2000 } } });
  });
});
