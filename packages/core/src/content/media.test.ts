import { beforeEach, expect, it } from "vitest";
import type { Result } from "#core/kernel/result.ts";
import { unwrap } from "#core/kernel/result.ts";
import { member, type PublishingWorld, publishingWorld } from "#tests/support/publishing-world.ts";
import type { Asset, MediaContentType } from "./asset.ts";
import { completeUpload } from "./complete-upload.ts";
import { describeAsset, getAsset } from "./media-library.ts";
import type { ObjectStore } from "./ports.ts";
import { requestUpload } from "./request-upload.ts";

/** The first bytes of a PNG of a given size: signature and IHDR, and the beginning of its data. */
function png(width: number, height: number): Uint8Array {
  const header = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([header, size, Buffer.from("0806000000000000000000000049444154", "hex"), Buffer.alloc(64)]);
}
const mp4 = Buffer.concat([
  Buffer.from("000000206674797069736f6d0000020069736f6d69736f32617663316d703431", "hex"),
  Buffer.alloc(64),
]);
const html = Buffer.from("<!doctype html><script>alert(1)</script>".padEnd(200));

let world: PublishingWorld;
let bucket: Map<string, Uint8Array>;
let deps: PublishingWorld["deps"];
beforeEach(() => {
  world = publishingWorld();
  bucket = new Map();
  const objects: ObjectStore = {
    presignPut: async ({ key, bytes, expiresInS }) => `https://bucket.example/${key}?bytes=${bytes}&s=${expiresInS}`,
    presignGet: async (key) => `https://bucket.example/${key}`,
    read: async (key, maxBytes) => bucket.get(key)?.slice(0, maxBytes) ?? null,
    head: async (key) => {
      const bytes = bucket.get(key)?.length;
      return bytes === undefined ? null : { bytes };
    },
  };
  deps = { ...world.deps, objects };
});

const code = <T>(result: Result<T, { code: string }>) => (result.ok ? "ok" : result.error.code);
const request = (contentType: string, bytes: number, fileName = "menu.png") =>
  requestUpload(deps, member("author"), { fileName, contentType, bytes, altText: "Меню" });
const uploaded = async (contentType: MediaContentType, file: Uint8Array, bytes = file.length): Promise<Asset> => {
  const { asset } = unwrap(await request(contentType, bytes));
  bucket.set(asset.key, file);
  return asset;
};
const complete = (asset: Asset) => completeUpload(deps, member("author"), { assetId: asset.id });

it("gives an address for exactly the file that was announced, whose key tells nothing of its name", async () => {
  const { asset, url, headers, expiresAt } = unwrap(await request("image/png", 99, "../../etc/passwd.png"));
  expect(url).toBe(`https://bucket.example/media/ws_1/${asset.id}?bytes=99&s=900`);
  expect(headers).toEqual({ "content-type": "image/png" });
  expect(expiresAt - world.clock.nowMs()).toBe(900_000);
  expect(asset.state).toBe("pending");
});

it.each([
  ["media-type-unsupported", "image/svg+xml", 100],
  ["media-type-unsupported", "text/html", 100],
  ["media-too-large", "image/png", 40_000_001],
])("refuses with %s before anything is uploaded: %s of %d bytes", async (expected, contentType, bytes) => {
  expect(code(await request(contentType, bytes))).toBe(expected);
  expect(world.assets.all()).toEqual([]);
});

it("reads type and dimensions from the bytes", async () => {
  const asset = unwrap(await complete(await uploaded("image/png", png(1200, 630))));
  expect(asset).toMatchObject({ state: "ready", kind: "image", width: 1200, height: 630, altText: "Меню" });
  expect(unwrap(await complete(await uploaded("video/mp4", mp4)))).toMatchObject({ state: "ready", kind: "video" });
});

it.each([
  ["media-type-mismatch", "image/jpeg", png(10, 10), undefined],
  ["media-type-mismatch", "image/png", mp4, undefined],
  ["media-type-unsupported", "image/png", html, undefined],
  ["media-size-mismatch", "image/png", png(10, 10), 9_999],
  ["media-unreadable", "image/png", png(0, 0), undefined],
] as const)(
  "refuses a file with %s when it is not the %s it claims to be",
  async (expected, contentType, file, bytes) => {
    const asset = await uploaded(contentType, file, bytes);
    expect(code(await complete(asset))).toBe(expected);
    expect((await world.assets.get("ws_1", asset.id))?.state).toBe("refused");
    expect(code(await complete(asset))).toBe(expected);
  },
);

it("does not lose a good file for a bad one", async () => {
  const [bad, good] = [await uploaded("image/png", html), await uploaded("image/png", png(5, 5))];
  expect([code(await complete(bad)), code(await complete(good))]).toEqual(["media-type-unsupported", "ok"]);
});

it("waits for a file that has not arrived, and answers the same when asked twice", async () => {
  const { asset } = unwrap(await request("image/png", png(5, 5).length));
  expect(code(await complete(asset))).toBe("upload-missing");
  bucket.set(asset.key, png(5, 5));
  const first = unwrap(await complete(asset));
  expect(unwrap(await complete(asset))).toEqual(first);
});

it("belongs to its workspace alone", async () => {
  const asset = await uploaded("image/png", png(5, 5));
  const stranger = { ...member("owner"), workspaceId: "ws_2" };
  expect(code(await completeUpload(deps, stranger, { assetId: asset.id }))).toBe("not-found");
  expect(code(await getAsset(deps, stranger, { assetId: asset.id }))).toBe("not-found");
});

it("keeps an alternative text", async () => {
  const asset = unwrap(await complete(await uploaded("image/png", png(5, 5))));
  unwrap(await describeAsset(deps, member(), { assetId: asset.id, altText: "Гарбузовий суп" }));
  expect(unwrap(await getAsset(deps, member("viewer"), { assetId: asset.id }))).toMatchObject({
    asset: { altText: "Гарбузовий суп" },
    url: `https://bucket.example/${asset.key}`,
  });
});
