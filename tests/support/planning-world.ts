import type { Evergreen, Evergreens, Series, SeriesStore } from "#core/content/index.ts";
import { planDue, planSeries, type RecycleMessage, recycle, type SeriesMessage } from "#core/publishing/index.ts";
import type { Faults } from "./faults.ts";
import { versionedItems } from "./memory-publications.ts";
import { aChannel, anAsset, aPost, publishingWorld } from "./publishing-world.ts";

/** A series of `post_template`, every day at ten in Kyiv. */
export const aSeries = (change: Partial<Series> = {}): Series => ({
  id: "ser_1",
  workspaceId: "ws_1",
  postId: "post_template",
  rule: "FREQ=DAILY",
  start: "2026-11-24T10:00",
  timeZone: "Europe/Kyiv",
  state: "active",
  skips: [],
  made: [],
  createdBy: "mem_manager",
  createdAt: 0,
  nextPlanAt: 0,
  revision: 1,
  version: 1,
  ...change,
});

/** Series in memory. */
export function memorySeries(): SeriesStore & { all(): readonly Series[] } {
  const items = versionedItems<Series>();
  return {
    ...items,
    list: async (workspaceId) => items.all().filter((item) => item.workspaceId === workspaceId),
    due: async (now) => items.all().filter(({ nextPlanAt = Number.POSITIVE_INFINITY }) => nextPlanAt <= now),
  };
}

/** Evergreen posts in memory. */
export function memoryEvergreens(): Evergreens & { all(): readonly Evergreen[] } {
  const items = versionedItems<Evergreen>();
  return {
    ...items,
    list: async (workspaceId) => items.all().filter((item) => item.workspaceId === workspaceId),
    dueWorkspaces: async (now) => {
      const due = items.all().filter(({ nextPlanAt = Number.POSITIVE_INFINITY }) => nextPlanAt <= now);
      return [...new Set(due.map(({ workspaceId }) => workspaceId))];
    },
  };
}

/** The publishing world with the planner in it: an approved template on `chan_1`, and its series. */
export async function planningWorld(change: Partial<Series> = {}, faults?: Faults) {
  const world = publishingWorld(faults);
  const series = memorySeries();
  const evergreens = memoryEvergreens();
  const planned: (SeriesMessage | RecycleMessage)[] = [];
  const planQueue = {
    send: async (message: SeriesMessage | RecycleMessage) => void planned.push(message),
    sendAll: async (list: readonly { message: SeriesMessage | RecycleMessage }[]) =>
      void planned.push(...list.map((one) => one.message)),
  };
  const deps = {
    ...world.deps,
    planQueue,
    series: world.faults.guard("series", series),
    evergreens: world.faults.guard("evergreens", evergreens),
  };
  world.channelItems.set("chan_1", aChannel());
  world.channelItems.set("chan_2", aChannel({ id: "chan_2", name: "Друга", remoteId: "page_2" }));
  await world.assets.create(anAsset());
  await world.posts.create(aPost({ id: "post_template", origin: { kind: "template", seriesId: "ser_1" } }));
  await series.create(aSeries(change));
  return {
    ...world,
    ...{ deps, series, evergreens, planned },
    /** One run of the planner over the series. */
    plan: (seriesId = "ser_1") => planSeries(deps, { workspaceId: "ws_1", seriesId }),
    /** A quarter of an hour's run, and the work it enqueues. */
    planDue: async () => {
      await planDue(deps);
      for (const message of planned.splice(0)) {
        if (message.kind === "recycle") await recycle(deps, message);
        else await planSeries(deps, message);
      }
    },
    /** One run of the planner over the evergreen posts. */
    recycle: () => recycle(deps, { workspaceId: "ws_1" }),
    /** Times (UTC) of what waits on the calendar, in order. */
    calendar: () =>
      world.publications
        .all()
        .filter(({ state }) => state === "scheduled")
        .map(({ dueAt }) => new Date(dueAt).toISOString().slice(0, 16))
        .sort(),
  };
}
