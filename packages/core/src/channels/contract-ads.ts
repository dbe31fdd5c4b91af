import * as v from "valibot";
import { expect, it } from "vitest";
import { addDays } from "../kernel/time.ts";
import { type AdsCapability, adAccountSchema, adCampaignDaySchema } from "./ads.ts";
import type { ChannelCall } from "./connector.ts";

/** What reading ads must keep to, on a platform on which the person has an account with campaigns. */
export function adsContract(ads: AdsCapability, callOf: () => ChannelCall): void {
  const accounts = async () => {
    const found = await ads.accounts(callOf());
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    return v.parse(v.pipe(v.array(adAccountSchema), v.minLength(1)), found.value);
  };
  const today = () => new Date().toISOString().slice(0, 10);

  it("names the person's ad accounts, each once", async () => {
    const ids = (await accounts()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("tells what campaigns did by day, each campaign once a day and no day but those asked for", async () => {
    for (const account of await accounts()) {
      const [from, to] = [addDays(today(), -30), addDays(today(), -3)];
      const days = await ads.campaignDays(callOf(), { account, from, to });
      if (!days.ok) throw new Error(JSON.stringify(days.error));
      const rows = v.parse(v.pipe(v.array(adCampaignDaySchema), v.minLength(1)), days.value);
      const keys = rows.map(({ day, campaignId }) => `${day} ${campaignId}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(rows.filter(({ day }) => day < from || day > to)).toEqual([]);
    }
  });

  it("says the same of a year as of its halves", async () => {
    const [account] = await accounts();
    if (!account) throw new Error("no ad account");
    const [from, middle, to] = [addDays(today(), -368), addDays(today(), -190), addDays(today(), -5)];
    const read = async (first: string, last: string) => {
      const days = await ads.campaignDays(callOf(), { account, from: first, to: last });
      if (!days.ok) throw new Error(JSON.stringify(days.error));
      return days.value.map((row) => JSON.stringify(row)).sort();
    };
    const halves = [...(await read(from, middle)), ...(await read(addDays(middle, 1), to))];
    expect(await read(from, to)).toEqual(halves.sort());
  });

  it("refuses without the person's consent, and an account that is none of theirs", async () => {
    const without: ChannelCall = { ...callOf(), personToken: undefined };
    expect(await ads.accounts(without)).toMatchObject({ ok: false, error: { class: "permission" } });
    const account = { id: "act_1", currency: "UAH" };
    const unknown = await ads.campaignDays(callOf(), { account, from: today(), to: today() });
    expect(unknown).toMatchObject({ ok: false, error: { class: "not-found" } });
  });
}
