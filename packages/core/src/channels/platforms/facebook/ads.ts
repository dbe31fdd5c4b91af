import * as v from "valibot";
import { currencyDigits } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { addDays, isTimeZone } from "../../../kernel/time.ts";
import { type AdAccount, type AdCampaignDay, type AdsCapability, adAccountSchema } from "../../ads.ts";
import type { ChannelCall } from "../../connector.ts";
import type { ConnectorError } from "../../errors.ts";
import { listOf } from "../../meta/wire.ts";
import { callGraph } from "./graph.ts";
import { type AdAccountOnWire, type AdInsight, adAccountOnWireSchema, adInsightSchema } from "./wire.ts";

/** More than anybody has: it bounds the walk through a list. */
const mostPages = 40;
const rowsAPage = "500";
/** A range is halved as long as Graph says that it holds too much to be answered. */
const tooMuchData = "100/1487534";

const insightFields = "campaign_id,campaign_name,spend,impressions,clicks,actions,date_start";

/**
 * Meta ads, by the insights of an ad account. They belong to the person who consented, not to the page: they are read with
 * the person's own token and `ads_read`. Days are those of the account's zone, amounts are in its currency; what is
 * credited to a day changes for up to 28 days. Sources: "Marketing API: Insights", "Ad Account Insights".
 */
export const ads: AdsCapability = {
  async accounts(call) {
    const query = { fields: "id,name,currency,timezone_name", limit: "100" };
    const accounts = await allPages(call, "me/adaccounts", query, adAccountOnWireSchema);
    return accounts.ok ? ok(accounts.value.flatMap(toAccount)) : accounts;
  },

  async campaignDays(call, { account, from, to }) {
    const query = {
      level: "campaign",
      fields: insightFields,
      time_range: JSON.stringify({ since: from, until: to }),
      time_increment: "1",
      limit: rowsAPage,
    };
    const rows = await allPages(call, `${account.id}/insights`, query, adInsightSchema);
    if (rows.ok) return ok(rows.value.map((row) => toDay(row, account.currency)));
    if (rows.error.code !== tooMuchData || from >= to) return rows;
    const middle = middleOf(from, to);
    const first = await ads.campaignDays(call, { account, from, to: middle });
    if (!first.ok) return first;
    const second = await ads.campaignDays(call, { account, from: addDays(middle, 1), to });
    return second.ok ? ok([...first.value, ...second.value]) : second;
  },
};

const noToken: ConnectorError = {
  class: "permission",
  code: "no-person-token",
  message: "the channel was connected before ads could be read",
};

/** Every page of a list, read in the person's name. A list that goes on for ever is not known whole, so it is none. */
async function allPages<const Item extends v.GenericSchema>(
  call: ChannelCall,
  path: string,
  query: Readonly<Record<string, string>>,
  item: Item,
): Promise<Result<readonly v.InferOutput<Item>[], ConnectorError>> {
  if (!call.personToken) return err(noToken);
  const caller = { ...call, accessToken: call.personToken };
  const items: v.InferOutput<Item>[] = [];
  let after: Record<string, string> = {};
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await callGraph(caller, { method: "GET", path, query: { ...query, ...after } }, listOf(item));
    if (!answer.ok) return err(answer.error.cause);
    items.push(...answer.value.data);
    const cursor = answer.value.paging?.next && answer.value.paging.cursors?.after;
    if (!cursor) return ok(items);
    after = { after: cursor };
  }
  return err({ class: "unknown", code: "too-many-pages", message: `${path} has more than ${mostPages} pages` });
}

/** An account whose zone or currency cannot be read cannot be measured, and is not offered. */
function toAccount({ id, name, currency, timezone_name: timeZone }: AdAccountOnWire): AdAccount[] {
  if (!isTimeZone(timeZone)) return [];
  const account = v.safeParse(adAccountSchema, { id, name: name ?? id, currency, timeZone });
  return account.success ? [account.output] : [];
}

const toDay = (row: AdInsight, currency: string): AdCampaignDay => ({
  day: row.date_start,
  campaignId: row.campaign_id,
  name: row.campaign_name ?? "",
  spend: minorUnitsOfDecimal(row.spend ?? "0", currency),
  impressions: Number(row.impressions ?? 0),
  clicks: Number(row.clicks ?? 0),
  // `lead` is the sum of all kinds of leads; a kind of action that did not happen is left out.
  leads: Number(row.actions?.find(({ action_type }) => action_type === "lead")?.value ?? 0),
});

/** `"12.3"` in minor units of a currency, by its digits and never by a floating point; more digits are rounded half up. */
export function minorUnitsOfDecimal(amount: string, currency: string): number {
  const digits = currencyDigits(currency);
  const [whole = "0", fraction = ""] = amount.split(".");
  const kept = Number(`${whole}${fraction.slice(0, digits).padEnd(digits, "0")}`);
  return Number(fraction[digits] ?? 0) >= 5 ? kept + 1 : kept;
}

function middleOf(from: string, to: string): string {
  let [low, high] = [from, to];
  while (addDays(low, 1) < high) [low, high] = [addDays(low, 1), addDays(high, -1)];
  return low;
}
