import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "#core/kernel/ids.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { anAsset, aPost } from "#tests/support/publishing-world.ts";
import { assetRepository } from "./asset-repository.ts";
import { assetUseRepository } from "./asset-use-repository.ts";
import { assetEntity } from "./entities/media.ts";
import { folderRepository } from "./folder-repository.ts";
import { postRepository } from "./post-repository.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

it("keeps posts with their variants, and lets one of two writers win", async () => {
  const posts = postRepository(dynamo);
  const post = aPost({
    workspaceId: newId("ws"),
    variants: { chan_1: { text: "Їжак 🦔", link: null } },
    topic: "Меню",
  });
  expect(await posts.create(post)).toBe(true);
  expect(await posts.create(post)).toBe(false);
  expect(await posts.get(post.workspaceId, post.id)).toEqual(post);
  expect(await posts.save({ ...post, topic: undefined })).toMatchObject({ version: 2 });
  expect(await posts.save({ ...post, labels: ["інше"] })).toBeNull();
  expect((await posts.get(post.workspaceId, post.id))?.topic).toBeUndefined();
  expect(await posts.get(newId("ws"), post.id)).toBeNull();
});

it("finds posts that owe events once their time has come, and only while they do", async () => {
  const posts = postRepository(dynamo);
  const workspaceId = newId("ws");
  const event = { id: "evt_1", type: "post.approved", workspaceId, actor: "mem_1", occurredAt: 1, data: { a: [1] } };
  const post = aPost({ workspaceId, owed: { at: 5_000, events: [event] } });
  await posts.create(post);
  const found = async (nowMs: number) =>
    (await posts.listOwing(nowMs, 9)).filter((one) => one.workspaceId === workspaceId);
  expect(await found(4_999)).toEqual([]);
  expect(await found(5_000)).toEqual([post]);
  await posts.save({ ...post, owed: undefined });
  expect(await found(9_000)).toEqual([]);
});

it("lists posts, the newest first, by state and from a position", async () => {
  const posts = postRepository(dynamo);
  const workspaceId = newId("ws");
  for (const [id, createdAt, state] of [
    ["post_a", 100, "draft"],
    ["post_b", 200, "approved"],
    ["post_c", 200, "draft"],
    ["post_d", 300, "draft"],
  ] as const) {
    await posts.create(aPost({ workspaceId, id, createdAt, state }));
  }
  const ids = async (query: Parameters<typeof posts.list>[1]) =>
    (await posts.list(workspaceId, query)).map(({ id }) => id);
  expect(await ids({ limit: 10 })).toEqual(["post_d", "post_c", "post_b", "post_a"]);
  expect(await ids({ limit: 2, after: { at: 300, id: "post_d" } })).toEqual(["post_c", "post_b"]);
  expect(await ids({ limit: 10, states: ["draft"], after: { at: 200, id: "post_c" } })).toEqual(["post_a"]);
});

it("keeps files, forgets those that never became ready, and finds many at once", async () => {
  const assets = assetRepository(dynamo);
  const workspaceId = newId("ws");
  const pending = anAsset({ workspaceId, state: "pending", createdAt: 1_000_000 });
  const expiry = async () => (await assetEntity(dynamo).get({ workspaceId, id: pending.id }).go()).data?.expiresAt;
  await assets.create(pending);
  expect(await expiry()).toBe(1_000 + 86_400);
  await assets.save({ ...pending, state: "ready" });
  expect(await expiry()).toBeUndefined();
  await assets.create(anAsset({ workspaceId, id: "asset_2", createdAt: 2_000_000 }));
  const found = await assets.getMany(workspaceId, [pending.id, "asset_2", "asset_3", "asset_2"]);
  expect(found.map(({ id }) => id).sort()).toEqual([pending.id, "asset_2"]);
  expect(await assets.getMany(newId("ws"), [pending.id])).toEqual([]);
  expect((await assets.list(workspaceId, { limit: 1 })).map(({ id }) => id)).toEqual(["asset_2"]);
});

it("lists one folder's files, and follows a file that is moved", async () => {
  const assets = assetRepository(dynamo);
  const workspaceId = newId("ws");
  const inFolder = async (folder: string) => (await assets.list(workspaceId, { folder, limit: 9 })).map(({ id }) => id);
  await assets.create(anAsset({ workspaceId, id: "asset_1", createdAt: 1, folder: "Осінь" }));
  await assets.create(anAsset({ workspaceId, id: "asset_2", createdAt: 2, folder: "Осінь" }));
  await assets.create(anAsset({ workspaceId, id: "asset_3", createdAt: 3, folder: "осінь" }));
  await assets.create(anAsset({ workspaceId, id: "asset_4", createdAt: 4 }));
  expect(await inFolder("Осінь")).toEqual(["asset_2", "asset_1"]);
  const { folder: _folder, ...first } = anAsset({ workspaceId, id: "asset_1", createdAt: 1 });
  await assets.save(first);
  expect(await inFolder("Осінь")).toEqual(["asset_2"]);
  const after = { at: 2, id: "asset_2" };
  expect((await assets.list(workspaceId, { limit: 9, after })).map(({ id }) => id)).toEqual(["asset_1"]);
});

it("keeps folders by their exact names, each once", async () => {
  const folders = folderRepository(dynamo);
  const workspaceId = newId("ws");
  for (const name of ["Зима", "зима", "Зима", "A#B"]) await folders.add(workspaceId, name);
  expect(await folders.list(workspaceId)).toEqual(["A#B", "Зима", "зима"]);
  await folders.remove(workspaceId, "Зима");
  expect(await folders.list(workspaceId)).toEqual(["A#B", "зима"]);
  expect(await folders.list(newId("ws"))).toEqual([]);
});

it("notes which posts show a file as they are stored, each once", async () => {
  const posts = postRepository(dynamo);
  const uses = assetUseRepository(dynamo);
  const workspaceId = newId("ws");
  await posts.create(aPost({ workspaceId, id: "post_1", base: { text: "", mediaIds: ["asset_1"] } }));
  await posts.create(aPost({ workspaceId, id: "post_2", variants: { chan_1: { mediaIds: ["asset_1"] } } }));
  const post = aPost({ workspaceId, id: "post_3" });
  await posts.create(post);
  const shown = (after?: string) => uses.postIds(workspaceId, "asset_1", { limit: 2, after });
  expect(await shown()).toEqual(["post_2", "post_1"]);
  await posts.save({ ...post, base: { text: "", mediaIds: ["asset_1"] } });
  expect(await shown()).toEqual(["post_3", "post_2"]);
  expect(await shown("post_2")).toEqual(["post_1"]);
  expect((await posts.getMany(workspaceId, ["post_1", "post_9", "post_2"])).map(({ id }) => id).sort()).toEqual([
    "post_1",
    "post_2",
  ]);
});
