import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportRenderer } from "#core/reports/render/render-report.ts";
import { callerWith, newTenant } from "#tests/support/api-tenants.ts";
import { type ApiWorld, apiWorld } from "#tests/support/api-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { reportAssets } from "#tests/support/report-assets.ts";
import { createReportPreview } from "./report-preview-app.ts";

let dynamo: TestDynamo;
let world: ApiWorld;
let cookie: string;
let app: ReturnType<typeof createReportPreview>;
const troubles: unknown[] = [];
beforeAll(async () => {
  dynamo = await startTestDynamo();
  world = apiWorld(dynamo);
  ({ cookie } = await newTenant(world));
  app = createReportPreview({
    ...world.deps,
    render: reportRenderer(reportAssets()),
    onTrouble: (error) => void troubles.push(error),
  });
});
afterAll(() => dynamo.stop());

const weekly = { schedule: { kind: "weekly", weekday: 1, time: "09:00" } };
const get = (form: string, report: unknown = weekly, query = "&language=uk") =>
  app.request(`/api/report-preview/${form}?report=${encodeURIComponent(JSON.stringify(report))}${query}`, {
    headers: { cookie },
  });

describe("a report that is not saved yet", () => {
  it("is shown as the mail it will be, with all that it shows inside it, and may run nothing", async () => {
    const answer = await get("mail");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    const html = await answer.text();
    expect(html).toContain('<html lang="uk"');
    expect(html).not.toContain("cid:");
  });

  it("is shown as the plain text and as the PDF that go along", async () => {
    const text = await get("text", weekly, "&language=en");
    expect(text.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await text.text()).toMatch(/[A-Z]{4}/);
    const pdf = await get("pdf");
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  it.each([
    ["daily", { kind: "daily", weekdays: [1, 2, 3, 4, 5], time: "08:00" }],
    ["monthly", { kind: "monthly", day: "last", time: "08:00" }],
    ["quarterly", { kind: "quarterly", startDay: "2026-08-25", time: "08:00" }],
  ])("can be a %s one", async (_, schedule) => {
    expect((await get("text", { schedule })).status).toBe(200);
  });
});

it("shows nothing to those who are not signed in", async () => {
  const answer = await app.request("/api/report-preview/mail?report={}");
  expect(answer.status).toBe(401);
});

it.each([
  ["is no definition", { schedule: { kind: "yearly" } }, /no such choice/],
  ["names a time that there is not", { schedule: { ...weekly.schedule, time: "25:00" } }, /a time looks like 18:00/],
  ["repeats a section", { ...weekly, sections: ["goals", "goals"] }, /the same section twice/],
])("says in the member's language what %s", async (_, report, words) => {
  const answer = await get("mail", report);
  expect(answer.status).toBe(400);
  const { error } = (await answer.json()) as { error: { message: string } };
  expect(error.message).toMatch(words);
});

it("knows no other form", async () => {
  expect((await get("exe")).status).toBe(404);
  expect((await callerWith(world, cookie).send("GET", "/api/report-preview/mail")).status).toBe(404);
  expect(troubles).toEqual([]);
});
