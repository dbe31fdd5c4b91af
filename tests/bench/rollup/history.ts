import { bucketRepository } from "#core/adapters/dynamo/bucket-repository.ts";
import { measurementRepository } from "#core/adapters/dynamo/measurement-repository.ts";
import { aMeasurement } from "#core/insights/fixtures/world.ts";
import { type KpiParts, noParts, pageOf, type SheetKey } from "#core/insights/index.ts";
import { mondayOf } from "#core/insights/pages.ts";
import { addDays } from "#core/kernel/time.ts";
import { channelId } from "./channel-life.ts";
import type { MeteredDynamo } from "./metered-dynamo.ts";

const parallel = 20;

/** Stores the figures of `count` days before a day: an hour, the measurement, the day, and the sheets of both scopes. */
export async function seedHistory({ free }: MeteredDynamo, workspaceId: string, before: string, count: number) {
  const { slices, days, sheets } = bucketRepository(free);
  const measurements = measurementRepository(free);
  const parts: KpiParts = { ...noParts, response: { ...noParts.response, received: 7 }, measuredAt: 60_000 };
  const all = Array.from({ length: count }, (_, index) => addDays(before, index - count));
  for (let at = 0; at < all.length; at += parallel) {
    const writes = all.slice(at, at + parallel).map(async (day) => {
      const key = { workspaceId, channelId, day };
      await slices.write({ ...key, slice: "09" }, { parts, byMinutes: "no" }, 0);
      await days.write(key, parts, 0);
      await measurements.put(workspaceId, channelId, { day, measuredAt: 60_000, measurement: aMeasurement() });
    });
    await Promise.all(writes);
  }
  const rows = { day: all, week: [...new Set(all.map(mondayOf))] };
  for (const grain of ["day", "week"] as const) {
    for (const page of new Set(rows[grain].map((day) => pageOf(grain, day)))) {
      const sheet = new Map(rows[grain].filter((day) => pageOf(grain, day) === page).map((day) => [day, parts]));
      for (const scope of [channelId, "all"]) {
        const key: SheetKey = { workspaceId, scope, grain, page };
        await sheets.write(key, sheet, 0);
      }
    }
  }
}
