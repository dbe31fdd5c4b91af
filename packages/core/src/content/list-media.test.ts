import { beforeEach, expect, it } from "vitest";
import { type Result, unwrap } from "#core/kernel/result.ts";
import { anAsset, member, type PublishingWorld, publishingWorld } from "#tests/support/publishing-world.ts";
import type { Asset } from "./asset.ts";
import { addFolder, removeFolder } from "./folders.ts";
import { type ListMedia, listMedia } from "./list-media.ts";

let world: PublishingWorld;
beforeEach(() => {
  world = publishingWorld();
});

const code = <T>(result: Result<T, { code: string }>) => (result.ok ? "ok" : result.error.code);
const stored = async (count: number, about: (index: number) => Partial<Asset> = () => ({})) => {
  for (let index = 0; index < count; index++) {
    const id = `asset_${String(index).padStart(4, "0")}`;
    await world.assets.create(anAsset({ id, createdAt: index, ...about(index) }));
  }
};
const list = (query: Partial<ListMedia>) => listMedia(world.deps, member("viewer"), { limit: 50, ...query });
const names = async (query: Partial<ListMedia>) => unwrap(await list(query)).items.map(({ fileName }) => fileName);

it("gives every usable file once, the newest first, in pages", async () => {
  await stored(260, (index) => ({ state: index % 10 === 3 ? "pending" : "ready" }));
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = unwrap(await list({ limit: 40, cursor }));
    expect(page.items.length).toBeLessThanOrEqual(40);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor);
  expect(seen).toHaveLength(234);
  expect(seen).toEqual([...new Set(seen)].sort().reverse());
});

it("finds by the words of name and alternative text, whatever their case", async () => {
  await stored(
    3,
    (index) =>
      [
        { fileName: "Меню осінь.png", altText: "" },
        { fileName: "a.png", altText: "Осіннє МЕНЮ на столі" },
        { fileName: "зима.png", altText: "" },
      ][index] ?? {},
  );
  expect(await names({ q: " меню " })).toEqual(["a.png", "Меню осінь.png"]);
  expect(await names({ q: "меню столі" })).toEqual(["a.png"]);
  expect(await names({ q: "весна" })).toEqual([]);
});

it("looks at 500 files for a search and goes on from there", async () => {
  await stored(620, (index) => ({ fileName: index === 10 ? "rare.png" : "x.png" }));
  const first = unwrap(await list({ q: "rare" }));
  expect(first.items).toEqual([]);
  const next = unwrap(await list({ q: "rare", cursor: first.cursor }));
  expect(next.items.map(({ fileName }) => fileName)).toEqual(["rare.png"]);
  expect(next.cursor).toBeUndefined();
});

it("shows one folder, one kind", async () => {
  await stored(4, (index) => ({ folder: index < 2 ? "Осінь" : "Зима", kind: index % 2 ? "video" : "image" }));
  expect(unwrap(await list({ folder: "Осінь" })).items.map(({ id }) => id)).toEqual(["asset_0001", "asset_0000"]);
  expect(unwrap(await list({ kind: "video" })).items.map(({ id }) => id)).toEqual(["asset_0003", "asset_0001"]);
});

it("takes a cursor only for the list it was made by", async () => {
  await stored(3);
  const { cursor } = unwrap(await list({ limit: 1 }));
  expect(code(await list({ limit: 1, cursor }))).toBe("ok");
  expect(code(await list({ limit: 1, cursor, folder: "Осінь" }))).toBe("invalid-cursor");
  expect(code(await listMedia(world.deps, { ...member(), workspaceId: "ws_2" }, { limit: 1, cursor }))).toBe(
    "invalid-cursor",
  );
});

it("takes a folder away only when it is empty, and lets only those who write do it", async () => {
  const folder = { name: "Осінь" };
  unwrap(await addFolder(world.deps, member("author"), folder));
  await stored(1, () => ({ folder: "Осінь" }));
  expect(code(await removeFolder(world.deps, member(), folder))).toBe("folder-not-empty");
  expect(code(await removeFolder(world.deps, member("viewer"), folder))).toBe("forbidden");
  expect(code(await addFolder(world.deps, member("viewer"), folder))).toBe("forbidden");
  const asset = unwrap(await list({})).items[0];
  await world.assets.save({ ...anAsset(asset), folder: undefined });
  unwrap(await removeFolder(world.deps, member(), folder));
  expect(await world.deps.folders.list("ws_1")).toEqual([]);
});
