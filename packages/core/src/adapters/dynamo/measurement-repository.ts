import * as v from "valibot";
import { channelMeasurementSchema, publicationMeasurementSchema } from "../../channels/measurement.ts";
import {
  type Measurements,
  type PublicationSample,
  type PublicationSamples,
  restated,
  type StoredMeasurement,
} from "../../insights/index.ts";
import { canonicalJson } from "../../kernel/stamped.ts";
import { addDays, epochMsSchema } from "../../kernel/time.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { measurementEntity, measurementReportEntity, publicationSampleEntity } from "./entities/insights.ts";

const consistent = { consistent: true } as const;

const measurementSchema = v.object({
  day: v.string(),
  measuredAt: epochMsSchema,
  measurement: channelMeasurementSchema,
});
const sampleSchema = v.object({
  publicationId: v.string(),
  day: v.string(),
  measuredAt: epochMsSchema,
  measurement: publicationMeasurementSchema,
});

/** What platforms reported about channels' days: the newest, and every report that changed something. */
export function measurementRepository(dynamo: Dynamo): Measurements {
  const [newest, reports] = [measurementEntity(dynamo), measurementReportEntity(dynamo)];
  const parse = (item: unknown): StoredMeasurement => v.parse(measurementSchema, item);
  return {
    put: async (workspaceId, channelId, report) => {
      for (;;) {
        const { data } = await newest.get({ workspaceId, channelId, day: report.day }).go(consistent);
        const current = data ? parse(data) : null;
        const next = restated(current, report);
        if (canonicalJson(next.measurement) !== canonicalJson(current?.measurement)) {
          await reports.put({ workspaceId, channelId, ...report }).go();
        }
        const version = data?.version ?? 0;
        const written = await happens(() =>
          newest
            .put({ workspaceId, channelId, ...next, version: version + 1 })
            .where((of, { eq, notExists }) => (version === 0 ? notExists(of.version) : eq(of.version, version)))
            .go(),
        );
        if (written) return;
      }
    },
    get: async (workspaceId, channelId, day) => {
      const { data } = await newest.get({ workspaceId, channelId, day }).go(consistent);
      return data ? parse(data) : null;
    },
    before: async (workspaceId, channelId, day, limit) => {
      const query = newest.query
        .primary({ workspaceId, channelId })
        .between({ day: "0000-01-01" }, { day: addDays(day, -1) });
      const { data } = await query.go({ ...consistent, order: "desc", limit });
      return data.map(parse);
    },
    after: async (workspaceId, channelId, day, limit) => {
      const query = newest.query
        .primary({ workspaceId, channelId })
        .between({ day: addDays(day, 1) }, { day: "9999-12-31" });
      const { data } = await query.go({ ...consistent, limit });
      return data.map(parse);
    },
    history: async (workspaceId, channelId, day) => {
      const { data } = await reports.query.primary({ workspaceId, channelId, day }).go({ pages: "all" });
      return data.map(parse);
    },
  };
}

/** The lifetime figures of publications by day. */
export function publicationSampleRepository(dynamo: Dynamo): PublicationSamples {
  const samples = publicationSampleEntity(dynamo);
  const parse = (item: unknown): PublicationSample => v.parse(sampleSchema, item);
  return {
    put: async (workspaceId, channelId, sample) => {
      await happens(() =>
        samples
          .put({ workspaceId, channelId, ...sample })
          .where(
            ({ measuredAt }, { notExists, lte }) => `${notExists(measuredAt)} OR ${lte(measuredAt, sample.measuredAt)}`,
          )
          .go(),
      );
    },
    lastTwo: async (workspaceId, channelId, publicationId, day) => {
      const query = samples.query.primary({ workspaceId, channelId, publicationId }).lte({ day });
      const { data } = await query.go({ ...consistent, order: "desc", limit: 2 });
      return data.map(parse);
    },
  };
}
