import * as v from "valibot";
import {
  type Competitor,
  type Competitors,
  competitorSchema,
  isSettled,
  type PageDay,
  type PageDays,
  pageDaySchema,
  restatedDay,
} from "../../competitors/index.ts";
import { inBatches } from "../../kernel/in-batches.ts";
import { addDays, startOfDay } from "../../kernel/time.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { competitorEntity, pageDayEntity } from "./entities/competitors.ts";

/** How long a page's day is kept, days: a year can be compared with the one before its end. */
const keptDays = 400;
const writtenAtOnce = 10;

/** The public pages that workspaces watch. */
export function competitorRepository(dynamo: Dynamo): Competitors {
  const competitors = competitorEntity(dynamo);
  const parse = (item: unknown): Competitor => v.parse(competitorSchema, item);
  return {
    list: async (workspaceId) => {
      const { data } = await competitors.query.primary({ workspaceId }).go({ pages: "all" });
      return data.map(parse);
    },
    get: async (workspaceId, id) => {
      const { data } = await competitors.get({ workspaceId, id }).go({ consistent: true });
      return data ? parse(data) : null;
    },
    create: (competitor) => happens(() => competitors.create(parse(competitor)).go()),
    note: async (workspaceId, id, outcome) => {
      const one = competitors.patch({ workspaceId, id });
      const noted = "trouble" in outcome ? one.set({ trouble: outcome.trouble }) : one.set(outcome).remove(["trouble"]);
      await happens(() => noted.go());
    },
    remove: (workspaceId, id) => happens(() => competitors.remove({ workspaceId, id }).go()),
  };
}

/** What anybody could see of pages on days. */
export function pageDayRepository(dynamo: Dynamo): PageDays {
  const days = pageDayEntity(dynamo);
  type Stored = { readonly report: PageDay; readonly version: number };
  const stored = (item: { version: number }): Stored => ({
    report: v.parse(pageDaySchema, item),
    version: item.version,
  });
  const range = (workspaceId: string, page: string, from: string, to: string) =>
    days.query.primary({ workspaceId, page }).between({ day: from }, { day: to });
  const write = async (workspaceId: string, report: PageDay, known: Stored | undefined): Promise<void> => {
    const { page, day } = report;
    for (let current = known; ; ) {
      const next = v.parse(pageDaySchema, restatedDay(current?.report ?? null, report));
      if (current && isSettled(current.report, next)) return;
      const version = current?.version ?? 0;
      const expiresAt = Math.floor(startOfDay(addDays(day, keptDays), "UTC") / 1000);
      const written = await happens(() =>
        days
          .put({ workspaceId, ...next, version: version + 1, expiresAt })
          .where((of, { eq, notExists }) => (version === 0 ? notExists(of.version) : eq(of.version, version)))
          .go(),
      );
      if (written) return;
      const { data } = await days.get({ workspaceId, page, day }).go({ consistent: true });
      current = data ? stored(data) : undefined;
    }
  };
  return {
    put: async (workspaceId, page, reports) => {
      const [first, last] = [reports[0], reports.at(-1)];
      if (!first || !last) return;
      const { data } = await range(workspaceId, page, first.day, last.day).go({ pages: "all", consistent: true });
      const known = new Map(data.map((item) => [item.day, stored(item)]));
      // The newest first: what is shown first is there first.
      await inBatches(reports.toReversed(), writtenAtOnce, (report) =>
        write(workspaceId, report, known.get(report.day)),
      );
    },
    between: async (workspaceId, page, from, to) => {
      const { data } = await range(workspaceId, page, from, to).go({ pages: "all" });
      return data.map((item) => stored(item).report);
    },
  };
}
