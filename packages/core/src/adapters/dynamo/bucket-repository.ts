import * as v from "valibot";
import type { Buckets, DirtyMarks, HourKey, KpiParts } from "../../insights/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { dirtyMarkEntity, kpiDayEntity, kpiSheetEntity, kpiSliceEntity } from "./entities/insights.ts";
import { flatPartsSchema, flatten, unflatten } from "./kpi-parts-codec.ts";
import { packSheet, unpackSheet } from "./kpi-sheet-codec.ts";

const consistent = { consistent: true } as const;

/** The marks of dirty hours. They go by themselves after a day, should nobody take them away. */
export function dirtyMarkRepository(dynamo: Dynamo): DirtyMarks {
  const marks = dirtyMarkEntity(dynamo);
  const toKey = ({ workspaceId, channelId, day, hour }: HourKey) => ({
    workspaceId,
    channelId,
    day,
    hour: String(hour).padStart(2, "0"),
  });
  const toItem = (key: HourKey, nowMs: number) => ({
    ...toKey(key),
    markedAt: nowMs,
    expiresAt: Math.ceil(nowMs / 1000) + 86_400,
  });
  return {
    put: (key, nowMs, staleMs) =>
      happens(() =>
        marks
          .put(toItem(key, nowMs))
          .where(({ markedAt }, { notExists, lt }) => `${notExists(markedAt)} OR ${lt(markedAt, nowMs - staleMs)}`)
          .go(),
      ),
    release: async (key) => {
      await marks.put(toItem(key, 0)).go();
    },
    take: async (key) => {
      await marks.delete(toKey(key)).go();
    },
  };
}

/** Hours, days and sheets of KPI parts, each written only on top of the version that was read. */
export function bucketRepository(dynamo: Dynamo): Buckets {
  const [slices, days, sheets] = [kpiSliceEntity(dynamo), kpiDayEntity(dynamo), kpiSheetEntity(dynamo)];
  return {
    slices: {
      read: async (key) => stored((await slices.get(key).go(consistent)).data, readParts),
      write: (key, parts, version) => {
        const item = { ...key, parts: flatten(parts), version: version + 1 };
        return happens(() =>
          slices
            .put(item)
            .where((of, { eq, notExists }) => (version === 0 ? notExists(of.version) : eq(of.version, version)))
            .go(),
        );
      },
      ofDay: async (key) => {
        const { data } = await slices.query.primary(key).go({ ...consistent, pages: "all" });
        return new Map(data.map(({ slice, parts }) => [slice, readParts({ parts })]));
      },
    },
    days: {
      read: async (key) => stored((await days.get(key).go(consistent)).data, readParts),
      write: (key, parts, version) => {
        const item = { ...key, parts: flatten(parts), version: version + 1 };
        return happens(() =>
          days
            .put(item)
            .where((of, { eq, notExists }) => (version === 0 ? notExists(of.version) : eq(of.version, version)))
            .go(),
        );
      },
      ofAllChannels: async (workspaceId, day) => {
        const { data } = await days.query.primary({ workspaceId, day }).go({ ...consistent, pages: "all" });
        return new Map(data.map(({ channelId, parts }) => [channelId, readParts({ parts })]));
      },
    },
    sheets: {
      read: async (key) =>
        stored((await sheets.get(key).go(consistent)).data, ({ packed }) => unpackSheet(key.page, packed)),
      write: (key, sheet, version) => {
        const item = { ...key, packed: packSheet(key.page, sheet), version: version + 1 };
        return happens(() =>
          sheets
            .put(item)
            .where((of, { eq, notExists }) => (version === 0 ? notExists(of.version) : eq(of.version, version)))
            .go(),
        );
      },
    },
  };
}

const readParts = ({ parts }: { parts?: unknown }): KpiParts => unflatten(v.parse(flatPartsSchema, parts));

const stored = <Item extends { version: number }, Value>(item: Item | null, value: (item: Item) => Value) =>
  item ? { version: item.version, value: value(item) } : { version: 0, value: null };
