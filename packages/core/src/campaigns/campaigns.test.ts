import * as v from "valibot";
import { beforeEach, expect, it } from "vitest";
import { type Result, unwrap } from "#core/kernel/result.ts";
import { member, type PublishingWorld, publishingWorld } from "#tests/support/publishing-world.ts";
import { createCampaign } from "./create-campaign.ts";
import { editCampaign } from "./edit-campaign.ts";
import { listCampaigns } from "./list-campaigns.ts";
import { newCampaignSchema } from "./model.ts";

let world: PublishingWorld;
beforeEach(() => {
  world = publishingWorld();
});

const autumn = v.parse(newCampaignSchema, {
  name: "Осіннє меню",
  from: "2026-11-01",
  to: "2026-11-30",
  budget: 1_250_000,
});
const begin = (change: Partial<typeof autumn> = {}, actor = member()) =>
  createCampaign(world.deps, actor, { ...autumn, ...change });
const code = <T>(result: Result<T, { code: string }>) => (result.ok ? "ok" : result.error.code);

it("begins with a code made of its name, and money in the workspace's currency", async () => {
  const campaign = unwrap(await begin());
  expect(campaign).toMatchObject({
    code: "osinnie-meniu",
    budget: { minorUnits: 1_250_000, currency: "UAH" },
    colour: "cornflower",
    archived: false,
    createdBy: "mem_manager",
    workspaceId: "ws_1",
  });
  expect(await world.campaignItems.get("ws_1", campaign.id)).toEqual(campaign);
});

it.each([
  ["forbidden", {}, member("author")],
  ["forbidden", {}, member("viewer")],
  ["campaign-ends-before-start", { to: "2026-10-31" }, member()],
  ["campaign-code-needed", { name: "🍂" }, member()],
])("is refused with %s and not stored", async (expected, change, actor) => {
  expect(code(await begin(change, actor))).toBe(expected);
  expect(world.campaignItems.all()).toEqual([]);
});

it("has a code that no other campaign of the workspace has", async () => {
  unwrap(await begin());
  expect(code(await begin({ name: "Осіннє  меню!" }))).toBe("campaign-code-taken");
  expect(code(await begin({ code: "osin-2026" }))).toBe("ok");
  expect(code(await begin({}, { ...member(), workspaceId: "ws_2" }))).toBe("ok");
});

it.each([
  { code: "Осінь" },
  { code: "a&utm_source=b" },
  { code: "-a" },
  { from: "2026-02-30" },
  { budget: -1 },
  { budget: 0.5 },
  { colour: "#1877f2" },
  { name: " " },
])("is not taken with %o", (change) => expect(v.is(newCampaignSchema, { ...autumn, ...change })).toBe(false));

it("is changed on the version that was seen, and keeps its code", async () => {
  const { id: campaignId } = unwrap(await begin());
  const edit = (version: number, change: object, actor = member()) =>
    editCampaign(world.deps, actor, { campaignId, version, ...change });
  expect(code(await edit(1, { name: "Зима" }, member("author")))).toBe("forbidden");
  expect(code(await edit(1, { to: "2026-10-01" }))).toBe("campaign-ends-before-start");
  expect(unwrap(await edit(1, { name: "Зима", budget: null }))).toMatchObject({ name: "Зима", code: "osinnie-meniu" });
  expect((await world.campaignItems.get("ws_1", campaignId))?.budget).toBeUndefined();
  expect(code(await edit(1, { name: "Весна" }))).toBe("changed-meanwhile");
  expect(unwrap(await edit(2, { archived: true }))).toMatchObject({ name: "Зима", archived: true });
  expect(code(await edit(3, {}, { ...member(), workspaceId: "ws_2" }))).toBe("not-found");
});

it("is listed with the newest period first and the archived last", async () => {
  const old = unwrap(await begin({ name: "Літо", from: "2026-06-01", to: "2026-08-31" }));
  const gone = unwrap(await begin({ name: "Грудень", from: "2026-12-01", to: "2026-12-31" }));
  const running = unwrap(await begin());
  await editCampaign(world.deps, member(), { campaignId: gone.id, version: 1, archived: true });
  expect((await listCampaigns(world.deps, member("viewer"))).map(({ id }) => id)).toEqual([
    running.id,
    old.id,
    gone.id,
  ]);
});
