import * as v from "valibot";
import { addDays } from "../../kernel/time.ts";
import { type SiteDay, type SiteDays, type Sites, saysTheSame, siteDaySchema, siteSchema } from "../../visits/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { siteDayEntity, siteEntity, siteReportEntity } from "./entities/visits.ts";
import { putNewest } from "./put-newest.ts";
import { packVisitRows, unpackVisitRows } from "./visit-rows-codec.ts";

/** What is known of sites whose analytics are connected. */
export function siteRepository(dynamo: Dynamo): Sites {
  const sites = siteEntity(dynamo);
  return {
    get: async (workspaceId, channelId) => {
      const { data } = await sites.get({ workspaceId, channelId }).go({ consistent: true });
      return data ? v.parse(siteSchema, data) : null;
    },
    list: async (workspaceId) => {
      const { data } = await sites.query.primary({ workspaceId }).go({ pages: "all" });
      return data.map((item) => v.parse(siteSchema, item));
    },
    note: async ({ workspaceId, channelId }, outcome) => {
      const key = { workspaceId, channelId };
      // What came says all there is to say of a site: it takes the place of a trouble and of a rest.
      if ("measuredAt" in outcome) await sites.put({ ...key, ...outcome }).go();
      else await sites.upsert({ ...key, ...outcome }).go();
    },
    remove: async (workspaceId, channelId) => {
      await sites.delete({ workspaceId, channelId }).go();
    },
  };
}

/** Visits of sites on days: the newest report, and every one that differed. */
export function siteDayRepository(dynamo: Dynamo): SiteDays {
  const [newest, reports] = [siteDayEntity(dynamo), siteReportEntity(dynamo)];
  const parse = (item: { rows: string }): SiteDay =>
    v.parse(siteDaySchema, { ...item, rows: unpackVisitRows(item.rows) });
  const stored = (report: SiteDay) => ({ ...report, rows: packVisitRows(report.rows) });
  return {
    put: async (workspaceId, given) => {
      const report = v.parse(siteDaySchema, given);
      const { day, channelId } = report;
      await putNewest(report, {
        read: async () => {
          const { data } = await newest.get({ workspaceId, day, channelId }).go({ consistent: true });
          return data && { report: parse(data), version: data.version };
        },
        keep: () => reports.put({ workspaceId, ...stored(report) }).go(),
        write: (next, version) =>
          happens(() =>
            newest
              .put({ workspaceId, ...stored(next), version: version + 1 })
              .where((of, { eq, notExists }) => (version === 0 ? notExists(of.version) : eq(of.version, version)))
              .go(),
          ),
        saysTheSame,
      });
    },
    between: async (workspaceId, from, to) => {
      const { data } = await newest.query
        .primary({ workspaceId })
        // A key goes on after its day, so that the day after the last is where the range ends.
        .between({ day: from }, { day: addDays(to, 1) })
        .go({ pages: "all" });
      return data.map(parse);
    },
    history: async (workspaceId, channelId, day) => {
      const { data } = await reports.query.primary({ workspaceId, channelId, day }).go({ pages: "all" });
      return data.map(parse);
    },
  };
}
