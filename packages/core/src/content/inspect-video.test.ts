import fc from "fast-check";
import { expect, it } from "vitest";
import { video, videoBoxes } from "#tests/support/media-files.ts";
import { objectSource } from "./byte-source.ts";
import { inspectVideo } from "./inspect-video.ts";

/** What is found in a file, and how many bytes besides its first `held` were fetched for it. */
async function look(file: Uint8Array, held = 64) {
  let fetched = 0;
  let fetches = 0;
  const objects = {
    read: async (_key: string, length: number, from = 0) => {
      const part = file.slice(from, from + length);
      fetched += part.length;
      fetches += 1;
      return part;
    },
  };
  const source = objectSource(objects, { key: "k", head: file.slice(0, held), bytes: file.length });
  const found = await inspectVideo(source);
  return { found: found.ok ? found.value : found.error, fetched, fetches };
}

it.each([
  ["with its index first", video()],
  ["with its index last", video({}, "index-last")],
  ["as QuickTime writes it", video({ brand: "qt  " }, "index-last")],
])("reads size and length of a video %s", async (_what, file) => {
  expect((await look(file)).found).toEqual({ width: 1280, height: 720, durationMs: 5000 });
});

it("exchanges width and height of a video that a telephone recorded upright", async () => {
  const file = video({ width: 1920, height: 1080, turned: true, durationMs: 61_500 });
  expect((await look(file)).found).toEqual({ width: 1080, height: 1920, durationMs: 61_500 });
});

it("fetches a few windows of a large file, wherever its index stands", async () => {
  const { found, fetched, fetches } = await look(video({}, "index-last", 30_000_000), 1_048_576);
  expect(found).toEqual({ width: 1280, height: 720, durationMs: 5000 });
  expect(fetches).toBe(1);
  expect(fetched).toBeLessThan(65_536);
});

it("reads a box of 64-bit length, and the index behind it", async () => {
  const { start, index } = videoBoxes({});
  const long = Buffer.concat([Buffer.from("00000001", "hex"), Buffer.from("mdat"), Buffer.alloc(8), Buffer.alloc(100)]);
  long.writeBigUInt64BE(116n, 8);
  expect((await look(Buffer.concat([start, long, index]))).found).toMatchObject({ width: 1280 });
});

const fragmented = (length: number) => {
  const { start, index, data } = videoBoxes({ durationMs: 0 });
  const header = Buffer.alloc(32);
  header.writeUInt32BE(24, 0);
  header.write("mvex", 4);
  header.writeUInt32BE(16, 8);
  header.write("mehd", 12);
  header.writeUInt32BE(length, 20);
  const moov = Buffer.concat([index, header.subarray(0, 24)]);
  moov.writeUInt32BE(moov.length, 0);
  return Buffer.concat([start, moov, data(100)]);
};

it("takes the length of a fragmented video from the sum that it states", async () => {
  expect((await look(fragmented(6000))).found).toMatchObject({ durationMs: 10_000 });
});

const whole = Buffer.from(video());
const withAnswer = [
  ["media-cut-off", "ends in its pictures", whole.subarray(0, whole.length - 500)],
  ["media-cut-off", "ends in its index", Buffer.from(video({}, "index-last")).subarray(0, -20)],
  ["video-unreadable", "has no index", Buffer.concat([videoBoxes({}).start, videoBoxes({}).data(500)])],
  ["video-unreadable", "has no pictures", Buffer.concat([videoBoxes({}).start, videoBoxes({}).index])],
  ["video-unreadable", "goes on as a web page", Buffer.concat([whole, Buffer.from("<!doctype html><script>alert(1)")])],
  ["video-without-picture", "holds sound only", video({ sound: true })],
  ["video-length-unknown", "states no length", video({ durationMs: 0 })],
  ["video-length-unknown", "states no sum of its fragments", fragmented(0)],
] as const;

it.each(withAnswer)("answers %s to a file that %s", async (expected, _what, file) => {
  expect((await look(file)).found).toBe(expected);
});

it("does not read the sample tables: four billion samples claimed in a few bytes cost nothing", async () => {
  const file = Buffer.from(video());
  const samples = file.indexOf("stsz");
  file.writeUInt32BE(1, samples + 8);
  file.writeUInt32BE(0xffff_ffff, samples + 12);
  expect((await look(file)).found).toMatchObject({ width: 1280 });
});

it("answers to any bytes at all within its bounds", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 64 }), async (at, noise) => {
      const file = Buffer.from(whole);
      Buffer.from(noise).copy(file, at);
      const { found, fetches } = await look(file);
      expect(typeof found === "string" || found.width > 0).toBe(true);
      expect(fetches).toBeLessThanOrEqual(80);
    }),
    { numRuns: 400 },
  );
});
