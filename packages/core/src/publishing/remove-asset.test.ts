import { beforeEach, expect, it } from "vitest";
import { createPost, editPost, type Post } from "#core/content/index.ts";
import { failureText } from "#core/i18n/failures.ts";
import { type Result, unwrap } from "#core/kernel/result.ts";
import {
  aChannel,
  anAsset,
  aPublication,
  member,
  type PublishingWorld,
  publishingWorld,
} from "#tests/support/publishing-world.ts";
import { type Publication, publicationIdOf } from "./model.ts";
import { removeAsset } from "./remove-asset.ts";
import { whereUsed } from "./where-used.ts";

let world: PublishingWorld;
let gone: string[];
let deps: PublishingWorld["deps"];
beforeEach(async () => {
  world = publishingWorld();
  gone = [];
  deps = { ...world.deps, objects: { ...world.deps.objects, remove: async (key) => void gone.push(key) } };
  world.channelItems.set("chan_1", aChannel());
  for (const id of ["asset_1", "asset_2"]) await world.assets.create(anAsset({ id, folder: "Осінь" }));
});

const code = <T>(result: Result<T, { code: string }>) => (result.ok ? "ok" : result.error.code);
const written = async (mediaIds: string[]) =>
  unwrap(
    await createPost(deps, member("author"), {
      base: { text: "Осіннє меню\nз гарбузом", mediaIds },
      channelIds: ["chan_1"],
      variants: {},
      labels: [],
    }),
  );
const edited = async (post: Post, mediaIds: string[]) =>
  unwrap(
    await editPost(deps, member("author"), {
      postId: post.id,
      version: post.version,
      base: { text: "інше", mediaIds },
    }),
  );
const onCalendar = (post: Post, assetId: string, change: Partial<Publication> = {}) =>
  world.publications.create(
    aPublication({
      id: publicationIdOf(post.id, "chan_1"),
      postId: post.id,
      dueAt: Date.parse("2026-11-24T16:00:00Z"),
      content: {
        revision: 1,
        text: "x",
        media: [{ assetId, key: "k", kind: "image", contentType: "image/png", altText: "" }],
      },
      ...change,
    }),
  );
const usesOf = async (assetId: string) =>
  unwrap(await whereUsed(deps, member("viewer"), { assetId })).map(({ post }) => post.id);
const remove = (assetId: string) => removeAsset(deps, member("author"), { assetId });

it("is told where a file is used as posts are written and edited", async () => {
  const first = await written(["asset_1"]);
  const second = await written(["asset_1", "asset_2"]);
  expect(await usesOf("asset_1")).toHaveLength(2);
  const without = await edited(first, ["asset_2"]);
  expect(await usesOf("asset_1")).toEqual([second.id]);
  await edited(without, ["asset_1"]);
  expect((await usesOf("asset_1")).toSorted()).toEqual([first.id, second.id].toSorted());
});

it("does not say that a post shows what an edit that did not happen would have shown", async () => {
  const post = await written([]);
  const lost = async (next: Post) => {
    await deps.uses.note("ws_1", next.id, ["asset_1"]);
    return null;
  };
  const racing = { ...deps, posts: { ...deps.posts, save: lost } };
  const input = { postId: post.id, version: 1, base: { text: "x", mediaIds: ["asset_1"] } };
  expect(code(await editPost(racing, member(), input))).toBe("changed-meanwhile");
  expect(await usesOf("asset_1")).toEqual([]);
});

it("finds the one scheduled publication behind many posts that are over", async () => {
  const old = await written(["asset_1"]);
  await onCalendar(old, "asset_1");
  for (let count = 0; count < 120; count++) await written(["asset_1"]);
  expect(unwrap(await whereUsed(deps, member(), { assetId: "asset_1" }))).toHaveLength(100);
  expect(code(await remove("asset_1"))).toBe("asset-is-scheduled");
});

it.each(["scheduled", "publishing", "processing", "unconfirmed"] as const)(
  "is not removed while a publication that shows it is %s, and each is named",
  async (state) => {
    const post = await written(["asset_1"]);
    await onCalendar(post, "asset_1", { state });
    const refused = await remove("asset_1");
    expect(code(refused)).toBe("asset-is-scheduled");
    const details = refused.ok ? [] : (refused.error.details ?? []);
    expect(details.map((detail) => failureText("uk", detail).message)).toEqual([
      "«Осіннє меню з гарбузом» на каналі «Листок», вт, 24 лист., 18:00.",
    ]);
    expect(gone).toEqual([]);
  },
);

it("is removed with its bytes when what showed it is over; a draft keeps its name", async () => {
  const post = await written(["asset_1"]);
  await onCalendar(post, "asset_1", { state: "published", nextAt: undefined, wakeAt: undefined });
  unwrap(await remove("asset_1"));
  unwrap(await remove("asset_1"));
  expect(gone).toEqual(["media/ws_1/asset_1", "media/ws_1/asset_1"]);
  const stored = await world.assets.get("ws_1", "asset_1");
  expect(stored).toMatchObject({ state: "removed", fileName: "menu.png" });
  expect(stored).not.toHaveProperty("folder");
});

it("is removed by those who write, of their own workspace", async () => {
  expect(code(await removeAsset(deps, member("viewer"), { assetId: "asset_1" }))).toBe("forbidden");
  const stranger = { ...member("owner"), workspaceId: "ws_2" };
  expect(code(await removeAsset(deps, stranger, { assetId: "asset_1" }))).toBe("not-found");
  expect(code(await whereUsed(deps, stranger, { assetId: "asset_1" }))).toBe("not-found");
});
