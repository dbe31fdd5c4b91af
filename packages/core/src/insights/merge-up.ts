import type { Channels } from "../channels/connected/index.ts";
import { withoutSites } from "../channels/sites.ts";
import { addDays, dayRange } from "../kernel/time.ts";
import { channelDayOf, workspaceDayOf } from "./channel-day.ts";
import { converge } from "./converge.ts";
import { type KpiParts, mergeDays } from "./kpi-parts.ts";
import { isOfPlatform, wholeWorkspace } from "./model.ts";
import { mondayOf, pageOf } from "./pages.ts";
import type { Buckets, DayKey, Sheet, SheetKey } from "./ports.ts";

/** Puts a channel's day together from its slices, the workspace's day from its channels, and both into their weeks. */
export async function mergeUp(
  { buckets, channels }: { buckets: Buckets; channels: Pick<Channels, "list"> },
  key: DayKey,
  zone: string,
): Promise<void> {
  const { slices, days } = buckets;
  const { workspaceId, channelId, day } = key;
  await converge(days, key, async () => channelDayOf(channelId, day, await slices.ofDay(key)));
  if (isOfPlatform(channelId)) {
    await writeDay(buckets, { workspaceId, scope: channelId }, day, async () => (await days.read(key)).value);
  }
  await writeDay(buckets, { workspaceId, scope: wholeWorkspace }, day, async () => {
    const [rows, all] = await Promise.all([days.ofAllChannels(workspaceId, day), channels.list(workspaceId)]);
    const connected = withoutSites(all).filter(({ connectedAt }) => connectedAt < dayRange(day, zone).to);
    return workspaceDayOf(
      day,
      connected.map(({ id }) => id),
      rows,
    );
  });
}

type Scope = Pick<SheetKey, "workspaceId" | "scope">;

async function writeDay(
  { sheets }: Buckets,
  scope: Scope,
  day: string,
  read: () => Promise<KpiParts | null>,
): Promise<void> {
  const sheetOf = (grain: "day" | "week", of: string): SheetKey => ({ ...scope, grain, page: pageOf(grain, of) });
  await converge(sheets, sheetOf("day", day), async (sheet) => withRow(sheet, day, await read()));
  const monday = mondayOf(day);
  const week = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  await converge(sheets, sheetOf("week", monday), async (sheet) => {
    const pages = new Set(week.map((one) => pageOf("day", one)));
    const read = await Promise.all([...pages].map((page) => sheets.read({ ...scope, grain: "day", page })));
    const rows = read.flatMap(({ value }) => [...(value ?? [])]).filter(([one]) => week.includes(one));
    return withRow(sheet, monday, mergeDays(inOrder(rows)));
  });
}

/** The parts of some rows, by day. */
export const inOrder = (rows: readonly (readonly [string, KpiParts])[]): KpiParts[] =>
  rows.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, parts]) => parts);

function withRow(sheet: Sheet | null, day: string, parts: KpiParts | null): Sheet {
  const rows = new Map(sheet ?? []);
  if (parts) rows.set(day, parts);
  return rows;
}
