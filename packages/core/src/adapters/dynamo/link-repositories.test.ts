import { afterAll, beforeAll, expect, it } from "vitest";
import type { Campaign } from "#core/campaigns/index.ts";
import { noWords } from "#core/content/index.ts";
import { newId } from "#core/kernel/ids.ts";
import { defaultLinkSettings } from "#core/links/index.ts";
import type { ShortLink } from "#core/short-links/index.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { campaignRepository, wordBookRepository } from "./campaign-repository.ts";
import { clickRepository, linkSettingsRepository, shortLinkRepository } from "./link-repository.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

const aLink = (change: Partial<ShortLink> = {}): ShortLink => ({
  code: "Ab3dE5fG",
  workspaceId: newId("ws"),
  publicationId: "pub_1",
  target: "https://кава.укр/меню?місто=Київ#ціни",
  timeZone: "Europe/Kyiv",
  createdAt: 1,
  ...change,
});

it("keeps a short link under its code, once, and tells upper from lower case", async () => {
  const links = shortLinkRepository(dynamo);
  const link = aLink();
  expect(await links.create(link)).toBe(true);
  expect(await links.create(aLink({ target: "https://other.example/" }))).toBe(false);
  expect(await links.get("Ab3dE5fG")).toEqual(link);
  expect(await links.get("ab3de5fg")).toBeNull();
  expect(await links.create(aLink({ code: "ab3de5fg", target: "https://other.example/" }))).toBe(true);
  expect((await links.get("Ab3dE5fG"))?.target).toBe(link.target);
});

it.each(["javascript:alert(1)", "//a.example", "https://", "ftp://a.example", `https://a.example/${"x".repeat(5000)}`])(
  "stores no link to %s",
  async (target) => {
    await expect(shortLinkRepository(dynamo).create(aLink({ code: "Zz3dE5fG", target }))).rejects.toThrow();
    expect(await shortLinkRepository(dynamo).get("Zz3dE5fG")).toBeNull();
  },
);

it("counts each click of many at once, by day and publication, in its workspace alone", async () => {
  const clicks = clickRepository(dynamo);
  const workspaceId = newId("ws");
  await Promise.all(Array.from({ length: 25 }, () => clicks.add(workspaceId, "pub_1", "2026-11-26")));
  await clicks.add(workspaceId, "pub_1", "2026-11-27");
  await clicks.add(workspaceId, "pub_10", "2026-11-26");
  expect(await clicks.ofPublication(workspaceId, "pub_1")).toEqual([
    { day: "2026-11-26", clicks: 25 },
    { day: "2026-11-27", clicks: 1 },
  ]);
  expect(await clicks.ofPublication(newId("ws"), "pub_1")).toEqual([]);
});

it("has defaults until settings are stored, and lets one of two writers win", async () => {
  const settings = linkSettingsRepository(dynamo);
  const workspaceId = newId("ws");
  expect(await settings.get(workspaceId)).toEqual({ settings: defaultLinkSettings, version: 0 });
  const changed = { ...defaultLinkSettings, tag: true, utm: { source: "{platform}" }, sites: ["кава.укр"] };
  expect(await settings.save(workspaceId, changed, 0)).toBe(true);
  expect(await settings.save(workspaceId, defaultLinkSettings, 0)).toBe(false);
  expect(await settings.get(workspaceId)).toEqual({ settings: changed, version: 1 });
  expect(await settings.save(workspaceId, { ...changed, utm: {} }, 1)).toBe(true);
  expect((await settings.get(workspaceId)).settings.utm).toEqual({});
});

it("keeps campaigns by workspace, and lets one of two writers win", async () => {
  const campaigns = campaignRepository(dynamo);
  const campaign: Campaign = {
    ...{ id: "camp_1", workspaceId: newId("ws"), name: "Осінь", aim: "Більше гостей", code: "autumn", colour: "wheat" },
    ...{ from: "2026-11-01", to: "2026-11-30", budget: { minorUnits: 125_000, currency: "UAH" } },
    ...{ archived: false, version: 1, createdBy: "mem_1", createdAt: 5 },
  };
  expect(await campaigns.create(campaign)).toBe(true);
  expect(await campaigns.create(campaign)).toBe(false);
  expect(await campaigns.list(campaign.workspaceId)).toEqual([campaign]);
  expect(await campaigns.list(newId("ws"))).toEqual([]);
  const { budget: _, ...without } = campaign;
  expect(await campaigns.save(without)).toMatchObject({ version: 2 });
  expect(await campaigns.save({ ...campaign, name: "Зима" })).toBeNull();
  const stored = await campaigns.get(campaign.workspaceId, "camp_1");
  expect([stored?.name, stored?.budget]).toEqual(["Осінь", undefined]);
});

it("remembers a workspace's words in one item", async () => {
  const books = wordBookRepository(dynamo);
  const workspaceId = newId("ws");
  expect(await books.get(workspaceId)).toEqual({ words: noWords, version: 0 });
  const words = { topics: ["Кава"], labels: ["меню"], targetCustomers: [] };
  expect(await books.save(workspaceId, words, 0)).toBe(true);
  expect(await books.save(workspaceId, noWords, 0)).toBe(false);
  expect(await books.get(workspaceId)).toEqual({ words, version: 1 });
});
