import * as v from "valibot";
import type { Buckets, DirtyMarks, HourKey, KpiParts, MinuteKey, Slice } from "../../insights/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { dirtyMarkEntity, kpiDayEntity, kpiMinuteEntity, kpiSheetEntity, kpiSliceEntity } from "./entities/insights.ts";
import { flatPartsSchema, flatten, unflatten } from "./kpi-parts-codec.ts";
import { packSheet, unpackSheet } from "./kpi-sheet-codec.ts";

const consistent = { consistent: true } as const;

/** The marks of dirty hours. They go by themselves after a day, should nobody take them away. */
export function dirtyMarkRepository(dynamo: Dynamo): DirtyMarks {
  const marks = dirtyMarkEntity(dynamo);
  const since = (nowMs: number) => ({ markedAt: nowMs, expiresAt: Math.ceil(nowMs / 1000) + 86_400 });
  return {
    put: async (key, nowMs, staleMs) => {
      const mark = marks
        .upsert(hourKey(key))
        .add({ minutes: [key.minute] })
        .ifNotExists(since(nowMs));
      const { data: before } = await mark.go({ response: "all_old" });
      if (!before) return true;
      if (before.markedAt >= nowMs - staleMs) return false;
      return happens(() =>
        marks
          .update(hourKey(key))
          .set(since(nowMs))
          .where(({ markedAt }, { eq }) => eq(markedAt, before.markedAt))
          .go(),
      );
    },
    release: async (key) => {
      await marks.upsert(hourKey(key)).set({ markedAt: 0, expiresAt: 0 }).go();
    },
    take: async (key) => {
      const { data: taken } = await marks.delete(hourKey(key)).go({ response: "all_old" });
      return taken ? [...(taken.minutes ?? [])] : null;
    },
  };
}

/** Hours, minutes, days and sheets of KPI parts, each written only on top of the version that was read. */
export function bucketRepository(dynamo: Dynamo): Buckets {
  const [slices, minutes] = [kpiSliceEntity(dynamo), kpiMinuteEntity(dynamo)];
  const [days, sheets] = [kpiDayEntity(dynamo), kpiSheetEntity(dynamo)];
  return {
    slices: {
      read: async (key) => stored((await slices.get(key).go(consistent)).data, readSlice),
      write: (key, { parts, byMinutes }, version) => {
        const split = byMinutes === "no" ? {} : { byMinutes };
        const item = { ...key, ...split, parts: flatten(parts), version: version + 1 };
        return happens(() =>
          slices
            .put(item)
            .where((of, { eq, notExists }) => (version === 0 ? notExists(of.version) : eq(of.version, version)))
            .go(),
        );
      },
      ofDay: async (key) => {
        const { data } = await slices.query.primary(key).go({ ...consistent, pages: "all" });
        return new Map(data.map((item) => [item.slice, readSlice(item)]));
      },
    },
    minutes: {
      read: async (key) => stored((await minutes.get(minuteKey(key)).go(consistent)).data, readParts),
      write: (key, parts, version) => {
        const item = { ...minuteKey(key), parts: flatten(parts), version: version + 1 };
        return happens(() =>
          minutes
            .put(item)
            .where((of, { eq, notExists }) => (version === 0 ? notExists(of.version) : eq(of.version, version)))
            .go(),
        );
      },
      ofHour: async (key) => {
        const { data } = await minutes.query.primary(hourKey(key)).go({ ...consistent, pages: "all" });
        return new Map(data.map(({ minute, parts }) => [Number(minute), readParts({ parts })]));
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

const twoDigits = (n: number): string => String(n).padStart(2, "0");
const hourKey = ({ workspaceId, channelId, day, hour }: HourKey) => ({
  workspaceId,
  channelId,
  day,
  hour: twoDigits(hour),
});
const minuteKey = (key: MinuteKey) => ({ ...hourKey(key), minute: twoDigits(key.minute) });

const readSlice = ({ byMinutes, parts }: { byMinutes?: "begun" | "yes" | undefined; parts?: unknown }): Slice => ({
  parts: readParts({ parts }),
  byMinutes: byMinutes ?? "no",
});

const readParts = ({ parts }: { parts?: unknown }): KpiParts => unflatten(v.parse(flatPartsSchema, parts));

const stored = <Item extends { version: number }, Value>(item: Item | null, value: (item: Item) => Value) =>
  item ? { version: item.version, value: value(item) } : { version: 0, value: null };
