import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoWorkspace, setUpDemoWorkspace } from "#local/demo/set-up.ts";
import { demoToday } from "#local/demo/zone.ts";
import { startTestMachine, type TestMachine } from "#tests/support/machine.ts";

interface ImportView {
  readonly id: string;
  readonly state: string;
  readonly check?: { readonly rows: number; readonly bad: number; readonly scheduled: number };
  readonly run?: { readonly imported: number; readonly scheduled: number; readonly failed: number };
}
interface Begun {
  readonly import: ImportView;
  readonly upload?: { readonly url: string; readonly headers: Record<string, string> };
}

let machine: TestMachine;
let demo: DemoWorkspace;

beforeAll(async () => {
  machine = await startTestMachine();
  demo = await setUpDemoWorkspace(machine);
}, 120_000);
afterAll(() => machine?.stop());

/** A month ahead, whenever this runs; each has the 28 days that the table uses. */
const month = demoToday().toPlainYearMonth().add({ months: 2 });
const period = `from=${month.toPlainDate({ day: 1 })}&to=${month.add({ months: 1 }).toPlainDate({ day: 1 })}`;

/** Two hundred rows in the form of a Ukrainian spreadsheet; the one with the number 151 names a day that is none. */
const table = (channel: string): Buffer => {
  const rows = Array.from({ length: 200 }, (_, index) => {
    const [year = "", number = ""] = month.toString().split("-");
    const day = index === 149 ? `31.02.${year}` : `${String(1 + (index % 28)).padStart(2, "0")}.${number}.${year}`;
    return `${day};${String(8 + (index % 12)).padStart(2, "0")}:30;${channel};Допис ${index + 1};заплановано`;
  });
  return Buffer.from(["дата;час;канали;текст;статус", ...rows, ""].join("\r\n"));
};

const begin = (bytes: Buffer) =>
  demo.client.ask<Begun>("POST", "/api/imports", {
    fileName: "план.csv",
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  });

const reaching = (id: string, state: string): Promise<ImportView> =>
  expect
    .poll(async () => (await demo.client.ask<{ import: ImportView }>("GET", `/api/imports/${id}`)).import, {
      timeout: 60_000,
      interval: 200,
    })
    .toMatchObject({ state })
    .then(async () => (await demo.client.ask<{ import: ImportView }>("GET", `/api/imports/${id}`)).import);

const calendar = () =>
  demo.client.ask<{ publications: { text: string; state: string }[] }>("GET", `/api/calendar?${period}`);

describe("a table of two hundred rows with a bad one", () => {
  it("is checked, imports nothing by itself, and without the bad row becomes 199 posts on the calendar", async () => {
    const bytes = table(demo.channel.name);
    const { import: item, upload } = await begin(bytes);
    if (!upload) throw new Error("no address to upload to");
    const stored = await fetch(upload.url, { method: "PUT", headers: upload.headers, body: new Uint8Array(bytes) });
    expect(stored.status).toBe(200);
    await demo.client.ask("POST", `/api/imports/${item.id}/check`, {});
    const checked = await reaching(item.id, "checked");
    expect(checked.check).toMatchObject({ rows: 200, bad: 1, scheduled: 199 });
    const { rows } = await demo.client.ask<{ rows: unknown[] }>("GET", `/api/imports/${item.id}/problems`);
    expect(rows).toMatchObject([{ row: 151, problems: [{ code: "csv-date-unreadable", column: "Дата" }] }]);

    const refused = await demo.client.try("POST", `/api/imports/${item.id}/run`, {});
    expect(refused).toMatchObject({ status: 409, body: { error: { code: "import-has-bad-rows" } } });
    expect((await calendar()).publications).toEqual([]);

    await demo.client.ask("POST", `/api/imports/${item.id}/run`, { badRows: "skip" });
    const done = await reaching(item.id, "done");
    expect(done.run).toMatchObject({ imported: 199, scheduled: 199, failed: 0 });
    const { publications } = await calendar();
    expect(publications).toHaveLength(199);
    expect(new Set(publications.map(({ text }) => text)).size).toBe(199);
    expect(publications.every(({ state }) => state === "scheduled")).toBe(true);
  }, 120_000);

  it("is the same import when it is uploaded again, and doubles nothing", async () => {
    const again = await begin(table(demo.channel.name));
    expect(again).toMatchObject({ import: { state: "done" } });
    expect(again.upload).toBeUndefined();
    await demo.client.ask("POST", `/api/imports/${again.import.id}/run`, { badRows: "skip" });
    expect((await calendar()).publications).toHaveLength(199);
  });

  it("goes out again as a table and as a calendar", async () => {
    const exported = await demo.client.ask<string>("GET", `/api/exports/posts.csv?${period}`);
    expect(exported.match(/"заплановано"/g)).toHaveLength(199);
    const events = await demo.client.ask<string>("GET", `/api/exports/calendar.ics?${period}`);
    expect(events.match(/BEGIN:VEVENT/g)).toHaveLength(199);
    const report = await demo.client.ask<string>("GET", "/api/imports/template.csv");
    expect(report).toContain(`"${demo.channel.name}"`);
  });
});

describe("a source at a private address", () => {
  it("is refused when its name tells it, and when only its name's address does, by the function that reads it", async () => {
    const draft = { kind: "feed", channelIds: [], labels: [] };
    const refused = await demo.client.try("POST", "/api/sources", { ...draft, address: "https://169.254.169.254/" });
    expect(refused).toMatchObject({
      status: 400,
      body: { error: { code: "web-address-not-public", field: "address" } },
    });
    await demo.client.ask("POST", "/api/sources", { ...draft, address: "https://localhost/feed" });
    await expect
      .poll(async () => (await demo.client.ask<{ sources: unknown[] }>("GET", "/api/sources")).sources, {
        timeout: 30_000,
      })
      .toMatchObject([{ failures: 1, failure: { code: "web-address-not-public" } }]);
  }, 60_000);

  it("and nothing was denied that the functions need", async () => {
    expect(machine.logs.filter((line) => /AccessDenied/.test(line))).toEqual([]);
  });
});
