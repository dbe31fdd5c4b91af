import { afterEach, expect, it, vi } from "vitest";
import { checkTable, runTable } from "./tables.ts";

// What of a browser the dashboard's language is kept in.
vi.hoisted(() => {
  vi.stubGlobal("localStorage", { getItem: () => "uk", setItem: () => {} });
  vi.stubGlobal("document", { documentElement: {} });
});
afterEach(() => void vi.unstubAllGlobals());

const table = () => new File([Uint8Array.of(0xce, 0xeb, 0xe5, 0xed, 0xe0)], "ліди.csv", { type: "text/csv" });

it("sends a table as bytes, whatever its file calls itself, so that no gateway reads it as text", async () => {
  const sent: Request[] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    sent.push(new Request(`https://dopys.example${path}`, init));
    return Response.json(sent.length < 3 ? { good: 1, bad: 0, problems: [], imported: 1, next: 50 } : { imported: 2 });
  });
  expect(await checkTable("leads", table())).toMatchObject({ ok: true, value: { good: 1 } });
  const counts: number[] = [];
  expect(await runTable("reviews", table(), (count) => counts.push(count))).toEqual({ ok: true, value: 3 });
  expect(counts).toEqual([1, 3]);
  expect(sent.map(({ url }) => new URL(url).pathname + new URL(url).search)).toEqual([
    "/api/leads/import/check",
    "/api/reviews/import/run?from=0",
    "/api/reviews/import/run?from=50",
  ]);
  for (const request of sent) {
    expect(request.headers.get("content-type")).toBe("application/octet-stream");
    expect(await request.bytes()).toEqual(Uint8Array.of(0xce, 0xeb, 0xe5, 0xed, 0xe0));
  }
});
