import { workspaceRepository } from "#core/adapters/dynamo/access-repository.ts";
import { bucketRepository } from "#core/adapters/dynamo/bucket-repository.ts";
import { channelRepository } from "#core/adapters/dynamo/channel-repository.ts";
import { kpiRepository } from "#core/adapters/dynamo/kpi-repository.ts";
import { busySheets } from "#core/insights/fixtures/busy-sheets.ts";
import { aWorkspace } from "#core/insights/fixtures/world.ts";
import { readKpis } from "#core/insights/index.ts";
import { systemActor } from "#core/kernel/actor.ts";
import { fakeClock } from "#core/kernel/clock.ts";
import { unwrap } from "#core/kernel/result.ts";
import { beginChannelLife } from "./channel-life.ts";
import { seedHistory } from "./history.ts";
import { type MeteredDynamo, startMeteredDynamo } from "./metered-dynamo.ts";

/** What the last line of `--json` says. */
export interface RollupFigures {
  /** Units of an event with ten years of history / with a month. */
  readonly historyRatio: number;
  /** `b` where the units of an event grow as the number of events to the power of `b`. */
  readonly growthExponent: number;
  /** Of twelve months of a workspace of twenty channels, with the twelve before to compare to. */
  readonly dashboardQueries: number;
  readonly dashboardReadUnits: number;
}

/** What counts as no growth: an hour that is counted by minutes costs up to this much more, at any number of events. */
const steady = 1.15;
const today = "2026-11-18";
const hourMs = 3_600_000;
const noon = Date.parse(`${today}T10:00:00Z`);

/**
 * Measures in request units, by our own meter, what it costs to count an event: with little and with long history, and
 * on a channel with 1,000 and with `size` events a day, of which one hour is played; and what a dashboard costs to read.
 */
export async function rollupBench({ size, say }: { size: number; say: (line: string) => void }) {
  process.env.TZ = "UTC";
  const dynamo = await startMeteredDynamo();
  try {
    const [short, long] = [await withHistory(dynamo, 30), await withHistory(dynamo, 3_650)];
    say(`an event costs ${short} units with 30 days of history, ${long} with 3,650`);
    const quiet = await onDayOf(dynamo, 1_000, say);
    const busy = await onDayOf(dynamo, size, say);
    const dashboard = await readDashboard(dynamo);
    say(`a year of the dashboard: ${dashboard.queries} queries, ${dashboard.readUnits} read units`);
    const figures: RollupFigures = {
      historyRatio: rounded(long / short),
      growthExponent: rounded(Math.log(busy / quiet) / Math.log(size / 1_000)),
      dashboardQueries: dashboard.queries,
      dashboardReadUnits: dashboard.readUnits,
    };
    const met =
      figures.historyRatio === 1 &&
      busy <= quiet * steady &&
      figures.dashboardQueries <= 2 &&
      figures.dashboardReadUnits <= 4;
    return { figures, met };
  } finally {
    await dynamo.stop();
  }
}

async function withHistory(dynamo: MeteredDynamo, days: number): Promise<number> {
  const life = await beginChannelLife(dynamo, `ws_${days}_days`, noon);
  await seedHistory(dynamo, life.workspaceId, today, days);
  dynamo.spent();
  await life.happen([noon]);
  const { readUnits, writeUnits } = dynamo.spent();
  return readUnits + writeUnits;
}

async function onDayOf(dynamo: MeteredDynamo, events: number, say: (line: string) => void): Promise<number> {
  const life = await beginChannelLife(dynamo, `ws_${events}_events`, noon);
  await seedHistory(dynamo, life.workspaceId, today, 30);
  const count = Math.round(events / 24);
  dynamo.spent();
  await life.happen(Array.from({ length: count }, (_, n) => noon + Math.floor((n * hourMs) / count)));
  const { calls, readUnits, writeUnits } = dynamo.spent();
  const each = (total: number) => rounded(total / count);
  say(
    `${events} events a day: ${each(readUnits)} read and ${each(writeUnits)} write units, ${each(calls)} calls an event`,
  );
  return (readUnits + writeUnits) / count;
}

async function readDashboard({ free, metered, spent }: MeteredDynamo) {
  const workspaceId = "ws_dashboard";
  await workspaceRepository(free).create({ ...aWorkspace(), id: workspaceId });
  const { sheets } = bucketRepository(free);
  for (const { key, sheet } of busySheets("2024-11-18", 735)) await sheets.write({ workspaceId, ...key }, sheet, 0);
  const deps = {
    kpiDays: kpiRepository(metered),
    workspaces: workspaceRepository(free),
    channels: channelRepository(free),
    clock: fakeClock("2026-11-19T12:00:00Z"),
  };
  spent();
  const year = { channelId: "all", by: "week", from: "2025-11-24", to: "2026-11-19" } as const;
  const report = unwrap(await readKpis(deps, systemActor(workspaceId, "bench"), year));
  if (report.series.length !== 52) throw new Error("the dashboard does not show twelve months");
  return spent();
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
