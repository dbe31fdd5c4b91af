import { Temporal } from "temporal-polyfill";
import type { AdAccountOnWire } from "#core/channels/platforms/facebook/wire.ts";
import { paged } from "../../meta/graph-answer.ts";
import type { GraphCall } from "../../meta/graph-app.ts";
import { GraphError, invisible } from "../../meta/graph-error.ts";
import { needScope } from "../../meta/tokens.ts";
import type { World } from "./world.ts";

interface AdCampaign {
  readonly id: string;
  readonly name: string;
  /** Minor units a day. */
  readonly daily: number;
  /** Minor units for a thousand impressions, and a click. */
  readonly thousand: number;
  readonly click: number;
  /** How many clicks make a lead; 0 for a campaign that has no form. */
  readonly clicksALead: number;
}

/** The demo's campaign with a lead form, in which leads of the audience page may be filled in. */
export const formCampaign: AdCampaign = {
  id: "120211000000000011",
  name: "Осіннє меню",
  daily: 420_00,
  thousand: 62_00,
  click: 4_10,
  clicksALead: 34,
};

/** The one ad of a campaign. */
export const adOf = (campaignId: string): string => campaignId.replace(/^1202/, "1203");

/** The ad accounts of whoever consents: one in the money of the page's country, one in another. */
const accounts: readonly { readonly account: Required<AdAccountOnWire>; readonly campaigns: readonly AdCampaign[] }[] =
  [
    {
      account: { id: "act_420042004200420", name: "Листок", currency: "UAH", timezone_name: "Europe/Kyiv" },
      campaigns: [
        formCampaign,
        { id: "120211000000000012", name: "Ранкова кава", daily: 180_00, thousand: 48_00, click: 3_20, clicksALead: 0 },
      ],
    },
    {
      account: { id: "act_430043004300430", name: "Lystok abroad", currency: "USD", timezone_name: "America/New_York" },
      campaigns: [
        { id: "120211000000000021", name: "Beans by post", daily: 12_00, thousand: 4_20, click: 38, clicksALead: 55 },
      ],
    },
  ];

const dayMs = 24 * 3_600_000;
/** Graph answers no more rows than this at once, however they are paged. */
const mostRows = 400;
const oldestMonths = 37;
/** What turns out to be no person's click is paid back; people who thought it over count as leads days later. */
const correctedAfterMs = 2 * dayMs;
const paidBack = 0.03;
const lateLeads = { share: 0.4, afterMs: 3 * dayMs };
/** No ads run on this weekday. */
const sunday = 7;

/** `GET /me/adaccounts`. */
export function adAccounts(call: GraphCall<World>): object {
  if (call.token.kind === "page") throw new GraphError(100, "Tried accessing nonexisting field (adaccounts)");
  needScope(call.token, "ads_read");
  return paged(
    accounts.map(({ account }) => account),
    call.params,
    call.url,
  );
}

/** `GET /act_{id}/insights` by campaign and day: a day on which a campaign did nothing has no row. */
export function adInsights(call: GraphCall<World>): object {
  const { world, token, node, params } = call;
  if (token.kind === "page") throw invisible(node);
  needScope(token, "ads_read");
  const found = accounts.find(({ account }) => account.id === node);
  if (!found) throw invisible(node);
  if (params.level !== "campaign" || params.time_increment !== "1") {
    throw new GraphError(100, "The sandbox gives campaigns by day: level=campaign, time_increment=1");
  }
  const days = daysAsked(world, params.time_range, found.account.timezone_name);
  const rows = days.flatMap((day) =>
    found.campaigns.flatMap((campaign) => rowOf(world, campaign, day, found.account.timezone_name)),
  );
  if (days.length * found.campaigns.length > mostRows) {
    throw new GraphError(100, "Please reduce the amount of data you're asking for", { subcode: 1487534 });
  }
  return paged(rows, params, call.url, 500);
}

function daysAsked(world: World, range: string | undefined, zone: string): Temporal.PlainDate[] {
  const today = Temporal.Instant.fromEpochMilliseconds(world.clock.nowMs()).toZonedDateTimeISO(zone).toPlainDate();
  const { since, until } = JSON.parse(range ?? "{}") as { since?: string; until?: string };
  if (!since || !until || since > until) throw new GraphError(100, "(time_range) must be a valid range");
  const first = Temporal.PlainDate.from(since);
  if (Temporal.PlainDate.compare(first, today.subtract({ months: oldestMonths })) < 0) {
    throw new GraphError(3018, "The start date of the time range cannot be beyond 37 months from the current date");
  }
  const days: Temporal.PlainDate[] = [];
  const last = Temporal.PlainDate.from(until);
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (Temporal.PlainDate.compare(day, today) <= 0) days.push(day);
  }
  return days;
}

/** What a campaign came to on a day, as it is known now: it grows while the day runs, and is corrected afterwards. */
function rowOf(world: World, campaign: AdCampaign, day: Temporal.PlainDate, zone: string): object[] {
  if (day.dayOfWeek === sunday) return [];
  const now = world.clock.nowMs();
  const from = day.toZonedDateTime(zone).epochMilliseconds;
  const to = day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  const gone = Math.min(1, Math.max(0, (now - from) / (to - from)));
  const spent = campaign.daily * (0.7 + 0.6 * chance(campaign.id, day)) * gone;
  const corrected = now >= to + correctedAfterMs ? spent * (1 - paidBack) : spent;
  const clicks = Math.floor(corrected / campaign.click);
  const decided = now >= to + lateLeads.afterMs ? 1 : 1 - lateLeads.share;
  const leads = campaign.clicksALead > 0 ? Math.floor((clicks / campaign.clicksALead) * decided) : 0;
  if (clicks === 0) return [];
  return [
    {
      campaign_id: campaign.id,
      campaign_name: campaign.name,
      spend: (Math.round(corrected) / 100).toFixed(2),
      impressions: String(Math.round((corrected / campaign.thousand) * 1000)),
      clicks: String(clicks),
      actions: [
        { action_type: "link_click", value: String(Math.round(clicks * 0.8)) },
        ...(leads > 0 ? [{ action_type: "lead", value: String(leads) }] : []),
      ],
      date_start: day.toString(),
      date_stop: day.toString(),
    },
  ];
}

/** 0..1, the same for the same campaign and day. */
function chance(id: string, day: Temporal.PlainDate): number {
  const seed = Number(id.slice(-3)) * 31 + day.dayOfYear * 17 + day.year;
  return ((seed * 2654435761) % 4294967296) / 4294967296;
}
