import * as v from "valibot";
import { expect, it } from "vitest";
import { addDays } from "../kernel/time.ts";
import type { ChannelCall } from "./connector.ts";
import { siteVisitsSchema, type VisitsCapability } from "./visits.ts";

/** What reading a site's visits must keep to, on analytics that saw some. */
export function visitsContract(visits: VisitsCapability, callOf: () => ChannelCall): void {
  const today = () => new Date().toISOString().slice(0, 10);
  const own = [{ source: "facebook", medium: "smm" }];
  const read = async (from: string, to: string) => {
    const answer = await visits.visitDays(callOf(), { from, to, own });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return v.parse(siteVisitsSchema, answer.value);
  };

  it("tells visits by day, and of no day but those asked for", async () => {
    const [from, to] = [addDays(today(), -30), addDays(today(), -3)];
    const { rows } = await read(from, to);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ day }) => day < from || day > to)).toEqual([]);
  });

  it("says the same of half a year as of its parts", async () => {
    const [from, middle, to] = [addDays(today(), -180), addDays(today(), -90), addDays(today(), -5)];
    const lines = async (first: string, last: string) =>
      (await read(first, last)).rows.map((row) => JSON.stringify(row));
    const parts = [...(await lines(from, middle)), ...(await lines(addDays(middle, 1), to))];
    expect((await lines(from, to)).sort()).toEqual(parts.sort());
  });

  it("refuses a site that the person may not read", async () => {
    const call = { ...callOf(), channelRemoteId: "properties/1" };
    const answer = await visits.visitDays(call, { from: today(), to: today(), own });
    expect(answer).toMatchObject({ ok: false, error: { class: "permission" } });
    expect(JSON.stringify(answer)).not.toContain(call.accessToken);
  });
}
