import { beforeEach, expect, it } from "vitest";
import { unwrap } from "#core/kernel/result.ts";
import { removeAsset } from "#core/publishing/index.ts";
import { jpeg, png } from "#tests/support/media-files.ts";
import { member, type PublishingWorld, publishingWorld } from "#tests/support/publishing-world.ts";
import { completeUpload } from "./complete-upload.ts";
import { getAsset } from "./media-library.ts";
import type { ObjectStore } from "./ports.ts";
import { requestUpload } from "./request-upload.ts";

const photo = png(4000, 3000);
const small = jpeg(512, 384);

let bucket: Map<string, Uint8Array>;
let deps: PublishingWorld["deps"];
beforeEach(() => {
  bucket = new Map();
  const objects: ObjectStore = {
    presignPut: async ({ key, bytes }) => `https://bucket.example/${key}?bytes=${bytes}`,
    presignGet: async (key) => `https://bucket.example/${key}`,
    read: async (key, maxBytes, from = 0) => bucket.get(key)?.slice(from, from + maxBytes) ?? null,
    head: async (key) => {
      const bytes = bucket.get(key)?.length;
      return bytes === undefined ? null : { bytes };
    },
    remove: async (key) => void bucket.delete(key),
  };
  deps = { ...publishingWorld().deps, objects };
});

/** Uploads the photo with what arrives as its small picture, and answers what the library keeps. */
async function uploaded(arrives: Uint8Array | undefined, announced = small.length) {
  const input = { fileName: "menu.png", contentType: "image/png", bytes: photo.length, altText: "" };
  const thumbnail = { contentType: "image/jpeg" as const, bytes: announced };
  const { asset } = unwrap(await requestUpload(deps, member(), { ...input, thumbnail }));
  bucket.set(asset.key, photo);
  if (arrives) bucket.set(`${asset.key}/small`, arrives);
  return unwrap(await completeUpload(deps, member(), { assetId: asset.id }));
}
const shown = async (assetId: string) => unwrap(await getAsset(deps, member(), { assetId, small: true })).url;

it("has an address of its own for exactly what was announced", async () => {
  const input = { fileName: "menu.png", contentType: "image/png", bytes: photo.length, altText: "" };
  const thumbnail = { contentType: "image/webp" as const, bytes: 30_000 };
  const upload = unwrap(await requestUpload(deps, member(), { ...input, thumbnail }));
  expect(upload.thumbnail).toEqual({
    url: `https://bucket.example/${upload.asset.key}/small?bytes=30000`,
    headers: { "content-type": "image/webp" },
  });
  expect(unwrap(await requestUpload(deps, member(), input)).thumbnail).toBeUndefined();
});

it("is what lists show, and goes with its file", async () => {
  const asset = await uploaded(small);
  expect(await shown(asset.id)).toBe(`https://bucket.example/${asset.key}/small`);
  unwrap(await removeAsset(deps, member(), { assetId: asset.id }));
  expect([...bucket.keys()]).toEqual([]);
});

it.each([
  ["did not arrive", undefined, undefined],
  ["has another size than announced", jpeg(512, 384), small.length + 1],
  ["is another type by its bytes", png(512, 384), png(512, 384).length],
  ["is a page", Buffer.from("<!doctype html><script>alert(1)</script>"), 40],
  ["is large in pixels", jpeg(4000, 3000), jpeg(4000, 3000).length],
])("is not kept when it %s; the file itself is shown and usable", async (_what, arrives, announced) => {
  const asset = await uploaded(arrives, announced);
  expect(asset).toMatchObject({ state: "ready", width: 4000 });
  expect(asset.thumbnail).toBeUndefined();
  expect(await shown(asset.id)).toBe(`https://bucket.example/${asset.key}`);
  expect([...bucket.keys()]).toEqual([asset.key]);
});
