import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FakeClock, fakeClock } from "../../../kernel/clock.ts";
import type { ChannelCall } from "../../connector.ts";
import { connectDouble } from "../../platform-double.ts";
import { googleAnalytics } from "./index.ts";
import { type GoogleAnalyticsDouble, googleAnalyticsDouble } from "./test-support/sandbox-double.ts";

const property = "318204417";
let clock: FakeClock;
let double: GoogleAnalyticsDouble;
let call: ChannelCall;

beforeEach(async () => {
  clock = fakeClock("2026-11-26T10:20:00Z");
  double = await googleAnalyticsDouble({ clock });
  ({ call } = await connectDouble(googleAnalytics, double));
  call = { ...call, nowMs: clock.nowMs() };
});
afterEach(() => double.stop());

const read = (from = "2026-11-20", to = "2026-11-26", own = [{ source: "newsletter", medium: "smm" }]) =>
  googleAnalytics.visits?.visitDays(call, { from, to, own });
const rowsOf = async (...ask: Parameters<typeof read>) => {
  const answer = await read(...ask);
  if (!answer?.ok) throw new Error(JSON.stringify(answer));
  return answer.value.rows;
};
const settle = (settings: object) => double.control("PUT", "google-analytics/settings", settings);
const add = (visits: object) => double.control("POST", `google-analytics/properties/${property}/visits`, visits);

describe("visits of a property", () => {
  it("are those from social alone: neither search nor mail nor who came by themselves", async () => {
    const rows = await rowsOf();
    expect(new Set(rows.map(({ source }) => source))).toEqual(new Set(["facebook", "instagram", "x", "youtube"]));
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["organic", "paid", "video"]));
  });

  it("are those by our own tags, too, though Google knows no group for them", async () => {
    await settle({ quiet: true });
    await add({ day: "2026-11-25", source: "Newsletter", medium: "smm", group: "Unassigned", sessions: 3 });
    await add({ day: "2026-11-25", source: "newsletter", medium: "email", group: "Email", sessions: 9 });
    expect(await rowsOf()).toMatchObject([{ source: "newsletter", medium: "smm", kind: "tagged", sessions: 3 }]);
  });

  it("grow while Google is still counting, and stay when it is done", async () => {
    const total = async () =>
      (await rowsOf("2026-11-25", "2026-11-25")).reduce((sum, { sessions }) => sum + sessions, 0);
    const first = await total();
    clock.advance(3 * 86_400_000);
    await settle({ accessTokenLifeS: 3600 });
    ({ call } = await connectDouble(googleAnalytics, double));
    const later = await total();
    expect(later).toBeGreaterThan(first);
    clock.advance(30 * 60_000);
    expect(await total()).toBe(later);
  });

  it("say what was withheld and sampled", async () => {
    await settle({ thresholding: true, sampling: true });
    expect(await read()).toMatchObject({ ok: true, value: { withheld: true, sampled: true } });
  });

  it("are refused when the hour's tokens are spent, until the next hour", async () => {
    await settle({ tokensPerHour: 12 });
    await read();
    await read();
    expect(await read()).toMatchObject({
      ok: false,
      error: { class: "rate-limited", resetAt: Date.parse("2026-11-26T11:00:00Z") },
    });
    clock.set("2026-11-26T11:00:00Z");
    expect(await read()).toMatchObject({ ok: true });
  });

  it("come from links that were published with our tag", async () => {
    await settle({ quiet: true });
    const link =
      "https://lystok.example/menu?utm_source=facebook&utm_medium=social&utm_campaign=winter&utm_content=post_1";
    await double.control("POST", "facebook/pages/104827115920384/post", { message: `Меню: ${link}` });
    expect(await rowsOf("2026-11-26", "2026-11-26")).toMatchObject([
      { source: "facebook", medium: "social", campaign: "winter", content: "post_1", kind: "organic" },
    ]);
  });
});
