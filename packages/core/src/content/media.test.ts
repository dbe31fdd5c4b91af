import { beforeEach, expect, it } from "vitest";
import { failureText } from "#core/i18n/failures.ts";
import { notFound } from "#core/kernel/failure.ts";
import type { Result } from "#core/kernel/result.ts";
import { unwrap } from "#core/kernel/result.ts";
import { gif, jpeg, png, video } from "#tests/support/media-files.ts";
import { member, type PublishingWorld, publishingWorld } from "#tests/support/publishing-world.ts";
import type { Asset, MediaContentType } from "./asset.ts";
import { completeUpload } from "./complete-upload.ts";
import { type ChangeAsset, changeAsset, getAsset } from "./media-library.ts";
import type { ObjectStore } from "./ports.ts";
import { requestUpload } from "./request-upload.ts";

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
    read: async (key, maxBytes, from = 0) => bucket.get(key)?.slice(from, from + maxBytes) ?? null,
    head: async (key) => {
      const bytes = bucket.get(key)?.length;
      return bytes === undefined ? null : { bytes };
    },
    remove: async (key) => void bucket.delete(key),
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
});

it.each([
  ["image/jpeg", jpeg(4000, 3000), { width: 4000, height: 3000 }],
  ["image/jpeg", jpeg(4000, 3000, 6), { width: 3000, height: 4000 }],
  ["image/jpeg", jpeg(4000, 3000, 3), { width: 4000, height: 3000 }],
  ["image/gif", gif(320, 200, 1), { width: 320, height: 200, animated: undefined }],
  ["image/gif", gif(320, 200, 3), { width: 320, height: 200, animated: true }],
  ["video/mp4", video({ turned: true }), { kind: "video", width: 720, height: 1280, durationMs: 5000 }],
  ["video/quicktime", video({ brand: "qt  " }, "index-last"), { kind: "video", width: 1280, durationMs: 5000 }],
] as const)("tells of a %s how it is shown", async (contentType, file, expected) => {
  const asset = unwrap(await complete(await uploaded(contentType, file)));
  expect({ ...asset, animated: asset.animated }).toMatchObject({ state: "ready", ...expected });
});

it.each([
  ["media-type-mismatch", "image/jpeg", png(10, 10), undefined],
  ["media-type-mismatch", "image/png", video(), undefined],
  ["media-type-mismatch", "video/mp4", video({ brand: "qt  " }), undefined],
  ["media-type-unsupported", "image/png", html, undefined],
  ["media-size-mismatch", "image/png", png(10, 10), 9_999],
  ["media-unreadable", "image/png", png(0, 0), undefined],
  ["media-unreadable", "image/gif", Buffer.from("GIF89a=1/*".padEnd(90, " alert(1)")), undefined],
  ["media-cut-off", "image/png", png(10, 10).subarray(0, -12), undefined],
  ["media-cut-off", "image/gif", gif(10, 10, 1).subarray(0, -1), undefined],
  ["media-cut-off", "video/mp4", Buffer.from(video()).subarray(0, -9), undefined],
  ["video-without-picture", "video/mp4", video({ sound: true }), undefined],
] as const)(
  "refuses a file with %s when it is not the %s it claims to be, and names it",
  async (expected, contentType, file, bytes) => {
    const asset = await uploaded(contentType, file, bytes);
    const refused = await complete(asset);
    expect(code(refused)).toBe(expected);
    for (const language of ["uk", "en"] as const) {
      const { message, cure } = failureText(language, refused.ok ? notFound() : refused.error);
      expect(message).toContain("menu.png");
      expect(cure).toBeTruthy();
    }
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

it("is described, renamed and moved to a folder and out of it again, each by itself", async () => {
  const asset = unwrap(await complete(await uploaded("image/png", png(5, 5))));
  const change = (input: Partial<ChangeAsset>) => changeAsset(deps, member(), { assetId: asset.id, ...input });
  unwrap(await change({ altText: "Гарбузовий суп" }));
  unwrap(await change({ fileName: "суп.png", folder: "Осінь" }));
  expect(await deps.folders.list("ws_1")).toEqual(["Осінь"]);
  expect(unwrap(await getAsset(deps, member("viewer"), { assetId: asset.id }))).toMatchObject({
    asset: { altText: "Гарбузовий суп", fileName: "суп.png", folder: "Осінь" },
    url: `https://bucket.example/${asset.key}`,
  });
  expect(unwrap(await change({ folder: null }))).not.toHaveProperty("folder");
});

it("may be changed by those who write", async () => {
  const asset = unwrap(await complete(await uploaded("image/png", png(5, 5))));
  expect(code(await changeAsset(deps, member("viewer"), { assetId: asset.id, altText: "x" }))).toBe("forbidden");
});
