import { describe, expect, it } from "vitest";
import type { ChannelCall } from "../../connector.ts";
import type { HttpAnswer, HttpRequest } from "../../http.ts";
import recorded from "./fixtures/report.json" with { type: "json" };
import { visits } from "./visits.ts";

const nowMs = Date.parse("2026-11-26T10:20:00Z");
const ask = { from: "2026-11-24", to: "2026-11-26", own: [{ source: "partner", medium: "smm" }] };

/** A call whose requests get these answers one after another; the requests are kept. */
function answering(...bodies: readonly unknown[]) {
  const sent: HttpRequest[] = [];
  const call: ChannelCall = {
    http: {
      send: async (request): Promise<HttpAnswer> => {
        const body = bodies[Math.min(sent.length, bodies.length - 1)];
        sent.push(request);
        const text = typeof body === "string" ? body : JSON.stringify(body);
        return { kind: "answer", status: 200, headers: {}, body: text };
      },
    },
    channelRemoteId: "properties/7",
    accessToken: "token",
    nowMs,
  };
  return { call, sent };
}
const read = async (...bodies: readonly unknown[]) => visits.visitDays(answering(...bodies).call, ask);
const known = async (...bodies: readonly unknown[]) => {
  const answer = await read(...bodies);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};
/** The recorded report with one value of its first row changed. */
const withValue = (part: "dimensionValues" | "metricValues", at: number, value: string) => {
  const report = structuredClone(recorded);
  const cell = report.rows[0]?.[part][at];
  if (cell) cell.value = value;
  return report;
};

describe("what a report says", () => {
  it("is read by day and origin: names of one network are one, what is not set is empty, sums are whole", async () => {
    expect(await known(recorded)).toEqual({
      timeZone: "Europe/Kyiv",
      currency: "UAH",
      withheld: false,
      sampled: false,
      rows: [
        {
          ...{ day: "2026-11-24", source: "facebook", medium: "social", campaign: "autumn-menu" },
          ...{ content: "post_01KATESTTESTTEST", kind: "organic" },
          ...{ sessions: 42, engaged: 27, keyEvents: 3.33, newUsers: 18, revenue: 123_450 },
        },
        {
          ...{ day: "2026-11-25", source: "facebook", medium: "referral", campaign: "(referral)", content: "" },
          ...{ kind: "organic", sessions: 7, engaged: 2, keyEvents: 0, newUsers: 5, revenue: 0 },
        },
        {
          ...{ day: "2026-11-25", source: "partner", medium: "smm", campaign: "", content: "" },
          ...{ kind: "tagged", sessions: 1, engaged: 1, keyEvents: 1, newUsers: 0, revenue: -2_000 },
        },
      ],
    });
  });

  it("is none when there were no visits: rows are left out then", async () => {
    const { rows: _, rowCount: __, ...empty } = recorded;
    expect((await known(empty)).rows).toEqual([]);
  });

  it("is found by the headers of its columns, in whatever order they stand", async () => {
    const turned = structuredClone(recorded);
    turned.metricHeaders.reverse();
    for (const row of turned.rows) row.metricValues.reverse();
    expect(await known(turned)).toEqual(await known(recorded));
  });

  it("keeps yen whole and dinars in thousandths", async () => {
    const revenueIn = async (currencyCode: string) =>
      (await known({ ...recorded, metadata: { ...recorded.metadata, currencyCode } })).rows[0]?.revenue;
    expect([await revenueIn("JPY"), await revenueIn("KWD")]).toEqual([1235, 1_234_500]);
  });

  it.each([
    [{ subjectToThresholding: true }, { withheld: true, sampled: false }],
    [{ dataLossFromOtherRow: true }, { withheld: true, sampled: false }],
    [{ samplingMetadatas: [{ samplesReadCount: "1" }] }, { withheld: false, sampled: true }],
  ])("is marked as not the whole: %o", async (metadata, flags) => {
    expect(await known({ ...recorded, metadata: { ...recorded.metadata, ...metadata } })).toMatchObject(flags);
  });

  it("leaves out what belongs to no day, and days that were not asked for", async () => {
    expect((await known(withValue("dimensionValues", 0, "(other)"))).rows.length).toBe(2);
    expect((await known(withValue("dimensionValues", 0, "20261101"))).rows.length).toBe(2);
  });

  it.each([
    ["dimensionValues", 0, "20261332"],
    ["dimensionValues", 0, "2026-11-24"],
    ["dimensionValues", 0, ""],
    ["metricValues", 0, ""],
    ["metricValues", 0, "-1"],
    ["metricValues", 0, "1.5"],
    ["metricValues", 0, "0x10"],
    ["metricValues", 0, "NaN"],
    ["metricValues", 0, "1e99"],
    ["metricValues", 2, "-0.5"],
    ["metricValues", 4, "∞"],
  ] as const)("is none at all when %s %i is %j: nothing is known then, which is not 0", async (part, at, value) => {
    expect(await read(withValue(part, at, value))).toMatchObject({ ok: false, error: { code: "unreadable-report" } });
  });

  it.each([
    ["a column that is missing", { ...recorded, metricHeaders: recorded.metricHeaders.slice(1) }],
    ["an unknown zone", { ...recorded, metadata: { ...recorded.metadata, timeZone: "Mars/Olympus" } }],
    ["no currency", { ...recorded, metadata: { ...recorded.metadata, currencyCode: "грн" } }],
    ["no metadata", { rows: [] }],
    ["a page of a proxy", "<html>busy</html>"],
  ])("is none at all with %s", async (_, body) => {
    expect(await read(body)).toMatchObject({ ok: false, error: { class: "unknown" } });
  });

  it("takes a tag as anybody's text: cut, without control characters and halves of letters", async () => {
    const hostile = `${"я".repeat(99)}\u{1f600}\u0000<script>`;
    const [row] = (await known(withValue("dimensionValues", 3, hostile))).rows;
    expect(row?.campaign.length).toBeLessThanOrEqual(100);
    expect(row?.campaign.isWellFormed()).toBe(true);
    const [other] = (await known(withValue("dimensionValues", 3, "a\u0000b\nc"))).rows;
    expect(other?.campaign).toBe("a b c");
  });
});

describe("what is asked", () => {
  it("is social by Google's groups or by a tag of ours, whatever Google calls that", async () => {
    const { call, sent } = answering(recorded);
    await visits.visitDays(call, { ...ask, own: [...ask.own, { source: "x", medium: "" }] });
    const body = sent[0]?.body && "json" in sent[0].body ? sent[0].body.json : undefined;
    expect(sent[0]).toMatchObject({
      method: "POST",
      url: "https://analyticsdata.googleapis.com/v1beta/properties/7:runReport",
      headers: { authorization: "Bearer token" },
    });
    const list = (fieldName: string, ...values: string[]) => ({
      filter: { fieldName, inListFilter: { values, caseSensitive: false } },
    });
    expect(body).toMatchObject({
      dateRanges: [{ startDate: "2026-11-24", endDate: "2026-11-26" }],
      dimensionFilter: {
        orGroup: {
          expressions: [
            list("sessionDefaultChannelGroup", "Organic Social", "Paid Social", "Organic Video"),
            { andGroup: { expressions: [list("sessionSource", "partner"), list("sessionMedium", "smm")] } },
            { andGroup: { expressions: [list("sessionSource", "x"), list("sessionMedium", "(not set)")] } },
          ],
        },
      },
      returnPropertyQuota: true,
    });
  });

  it("goes on page by page until all rows are there, and then stops", async () => {
    const page = (from: number) => ({ ...recorded, rows: recorded.rows.slice(from, from + 2), rowCount: 3 });
    const { call, sent } = answering(page(0), page(2));
    const answer = await visits.visitDays(call, ask);
    expect(answer.ok && answer.value.rows.length).toBe(3);
    const offsets = sent.map(({ body }) => body && "json" in body && (body.json as { offset: string }).offset);
    expect(offsets).toEqual(["0", "2"]);
  });

  it("stops when a page brings nothing though more was promised", async () => {
    const { call, sent } = answering({ ...recorded, rowCount: 9 }, { ...recorded, rows: [], rowCount: 9 });
    expect(await visits.visitDays(call, ask)).toMatchObject({ ok: true });
    expect(sent.length).toBe(2);
  });

  it("does not ask for a page that the quota would not pay for", async () => {
    const propertyQuota = { tokensPerHour: { consumed: 100, remaining: 60 } };
    const { call, sent } = answering({ ...recorded, rowCount: 9, propertyQuota });
    expect(await visits.visitDays(call, ask)).toMatchObject({
      ok: false,
      error: { class: "rate-limited", resetAt: Date.parse("2026-11-26T11:00:00Z") },
    });
    expect(sent.length).toBe(1);
  });

  it.each([
    [{ tokensPerHour: { consumed: 8, remaining: 3_000 } }, "2026-11-26T11:00:00Z"],
    [{ tokensPerDay: { consumed: 8, remaining: 3_000 } }, "2026-11-27T08:00:00Z"],
    [{ tokensPerDay: { consumed: 8 } }, "2026-11-27T08:00:00Z"],
  ])("leaves the rest of the quota to others: %o", async (propertyQuota, until) => {
    expect(await known({ ...recorded, propertyQuota })).toMatchObject({ restUntil: Date.parse(until) });
  });

  it("asks when the property was made only where the question is about the past", async () => {
    const { call, sent } = answering(recorded, { createTime: "2026-11-20T22:30:00.123Z" });
    const answer = await visits.visitDays(call, { ...ask, from: "2026-10-01" });
    expect(answer).toMatchObject({ ok: true, value: { since: "2026-11-21" } });
    expect(sent[1]?.url).toBe("https://analyticsadmin.googleapis.com/v1beta/properties/7");
  });
});
