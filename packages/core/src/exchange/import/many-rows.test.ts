import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { importWorld } from "#tests/support/import-world.ts";

const heading = "дата,час,канали,текст,статус";
const table = (...rows: string[]) => [heading, ...rows, ""].join("\r\n");
const draft = ",,Листок,Колись,чернетка";

describe("ten thousand rows", () => {
  it("are checked in bounded memory, with the one bad row found", async () => {
    const world = importWorld();
    const text = "Осіннє меню: гарбузовий суп, яблучний пиріг і кава з корицею. ".repeat(7);
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      index === 7776 ? "01.13.2027,10:00,Листок,Погана дата," : `01.12.2027,10:00,Листок,"${index} ${text}",`,
    );
    const bytes = Buffer.from(table(...rows));
    expect(bytes.byteLength).toBeGreaterThan(7_500_000);
    expect(bytes.byteLength).toBeLessThan(10_000_000);
    const kept = new Map<string, number>();
    // What is written leaves the memory, as it does when it goes to a bucket.
    world.deps.objects.write = async (key, chunk) => void kept.set(key, chunk.byteLength);
    let peak = 0;
    let pieces = 0;
    const look = () => {
      pieces += 1;
      if (pieces % 10 === 0) peak = Math.max(peak, livingHeap());
    };
    const stream = world.deps.objects.stream;
    world.deps.objects.stream = async (key) => watched(await stream(key), look);
    const before = livingHeap();
    const started = performance.now();
    const item = await world.check(bytes);
    const ms = performance.now() - started;
    expect(item).toMatchObject({ state: "checked", check: { rows: 10_000, bad: 1, scheduled: 9_999 } });
    expect(kept.size).toBe(100);
    const growth = (peak - before) / 1_000_000;
    expect(growth).toBeLessThan(12);
    expect(ms).toBeLessThan(15_000);
  }, 60_000);

  it("are the most: one more is refused", async () => {
    const item = await importWorld().check(table(...Array.from({ length: 10_001 }, () => draft)));
    expect(item).toMatchObject({ state: "failed", failure: { code: "import-too-many-rows" } });
  });
});

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** Bytes of the heap that something still holds. */
function livingHeap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

async function* passing(pieces: AsyncIterable<Uint8Array>, look: () => void) {
  for await (const piece of pieces) {
    look();
    yield piece;
  }
}
const watched = (pieces: AsyncIterable<Uint8Array> | null, look: () => void) => pieces && passing(pieces, look);
