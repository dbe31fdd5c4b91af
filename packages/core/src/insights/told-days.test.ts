import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figure, notAvailable } from "../channels/measurement.ts";
import { addDays } from "../kernel/time.ts";
import { channelDayOf } from "./channel-day.ts";
import { days, sheetsOf, steady, today } from "./fixtures/steady-channels.ts";
import { mergeScopes, noParts } from "./kpi-parts.ts";
import { changeAgainst, kpiReportOf, within } from "./kpi-report.ts";
import { headlines } from "./model.ts";
import type { KpiDays, Sheet } from "./ports.ts";
import { readPeriod } from "./read-period.ts";

const reportOf = (sheet: Sheet, length: number, to = addDays(today, -1)) => {
  const from = addDays(to, 1 - length);
  const before = { from: addDays(from, -length), to: addDays(from, -1) };
  return kpiReportOf({
    ...{ scope: "all", from, to, before, today, step: "day", usual: sheet },
    ...{ rows: within(sheet, { from, to }), rowsBefore: within(sheet, before) },
  });
};

const gapsOf = fc.array(fc.record({ channel: fc.nat(2), back: fc.integer({ min: 1, max: 40 }), all: fc.boolean() }), {
  maxLength: 12,
});

describe("channels that are every day alike", () => {
  it("have neither changed nor had an unusual day, whatever their platforms have not told yet", () => {
    fc.assert(
      fc.property(gapsOf, fc.constantFrom(7, 28), (gaps, length) => {
        const inSpan = new Set(gaps.map(({ back }) => back).filter((back) => back <= 2 * length));
        fc.pre(inSpan.size < 2 * length);
        const { change, unusual } = reportOf(sheetsOf(gaps).whole, length);
        expect(unusual).toEqual([]);
        for (const headline of headlines) {
          const { difference } = change[headline];
          if (!difference.available) continue;
          const expected = headline === "followers" ? 13 * length : 0;
          expect(difference.value, `${headline} of ${length} days`).toBeCloseTo(expected, 6);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("are compared by the days that are told, and it says so", () => {
    const { change, kpis } = reportOf(sheetsOf([{ channel: 0, back: 1, all: true }]).whole, 7);
    expect(kpis.reach).toMatchObject({ people: figure(7 * 5300 - 1000), partial: true });
    expect(change.reach).toEqual({ difference: figure(0), relative: figure(0), basis: "told" });
    expect(change.leads.basis).toBe("whole");
    expect(reportOf(sheetsOf([]).whole, 7).change.reach.basis).toBe("whole");
  });

  it("have a line of followers with a gap where one has not told, which ends at what the whole period tells", () => {
    const followersOf = ({ series }: ReturnType<typeof reportOf>) => series.map(({ figures }) => figures.followers);
    const whole = followersOf(reportOf(sheetsOf([]).whole, 7));
    const lagging = reportOf(
      sheetsOf([
        { channel: 1, back: 1, all: true },
        { channel: 2, back: 4, all: true },
      ]).whole,
      7,
    );
    const line = followersOf(lagging);
    expect(line).toEqual(whole.map((point, at) => (at === 6 || at === 3 ? notAvailable("not-yet") : point)));
    expect(lagging.kpis.audienceGrowth.followersEnd).toEqual(whole[5]);
    const silent = Array.from({ length: 60 }, (_, back) => ({ channel: 2, back: back + 1, all: true }));
    const others = followersOf(reportOf(sheetsOf(silent).whole, 7));
    expect(others.map((point) => point.available)).toEqual(Array(7).fill(true));
  });

  it("are not compared by a day that one of them has not told", () => {
    const { whole } = sheetsOf([{ channel: 1, back: 1, all: false }]);
    const yesterday = { from: addDays(today, -1), to: addDays(today, -1) };
    const weekAgo = { from: addDays(today, -8), to: addDays(today, -8) };
    const change = changeAgainst(yesterday, weekAgo, today, "day", whole);
    expect(change.reach.difference).toEqual(notAvailable("not-yet"));
    expect(change.interactions.difference).toEqual(figure(0));
  });

  it("do not fall on the day that is still running", () => {
    const running = new Map([...sheetsOf([]).whole, [today, channelDayOf("chan_1", today, new Map())]]);
    expect(reportOf(running, 7, today).change.reach).toMatchObject({ relative: figure(0), basis: "told" });
  });

  it("are compared without the one that has told nothing for as long as both periods", () => {
    const silent = Array.from({ length: 15 }, (_, index) => ({ channel: 2, back: index + 1, all: true }));
    const { change } = reportOf(sheetsOf(silent).whole, 7);
    expect(change.reach).toEqual({ difference: figure(0), relative: figure(0), basis: "whole" });
  });

  it("are alike in months of unlike lengths, and each for itself", async () => {
    const { each, whole } = sheetsOf([{ channel: 0, back: 3, all: true }]);
    const ids = steady.map(({ id }) => id);
    const kpiDays: KpiDays = {
      between: async (_, scope, __, from, to) =>
        within(scope === "all" ? whole : (each[ids.indexOf(scope)] ?? new Map()), { from, to }),
    };
    const read = await readPeriod(kpiDays, "wsp_1", {
      ...{
        from: addDays(today, -30),
        to: addDays(today, -1),
        before: { from: addDays(today, -61), to: addDays(today, -31) },
      },
      ...{ today, timeZone: "Europe/Kyiv", whole: true, channels: ids.map((id) => ({ id, connectedAt: 0 })) },
    });
    expect(read.report.change.reach.relative).toEqual(figure(0));
    expect(read.channels.map(({ change }) => change.reach.relative)).toEqual([figure(0), figure(0), figure(0)]);
    expect(read.channels.map(({ change }) => change.reach.basis)).toEqual(["told", "whole", "whole"]);
  });
});

describe("the share of messages answered", () => {
  const answersOf = (answered: (index: number) => number): Sheet =>
    new Map(
      days.map((day, index) => [
        day,
        mergeScopes([{ ...noParts, response: { ...noParts.response, received: 10, answered: answered(index) } }]),
      ]),
    );

  it("is compared without the last days, whose messages are still being answered", () => {
    const late = answersOf((index) => [8, 6, 3][89 - index] ?? 9);
    const { change } = reportOf(late, 7);
    expect(change.shareAnswered).toEqual({ difference: figure(0), relative: figure(0), basis: "settled" });
  });

  it("is not compared for yesterday alone", () => {
    expect(
      reportOf(
        answersOf(() => 9),
        1,
      ).change.shareAnswered.difference,
    ).toEqual(notAvailable("not-yet"));
  });
});
