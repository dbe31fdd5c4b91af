import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { figure } from "#core/channels/measurement.ts";
import { cafeReport } from "#tests/support/report-content.ts";
import type { Goal } from "../../api/contract.ts";

// The dashboard's language is kept in the browser; files of tests share what they load.
vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined });
vi.stubGlobal("document", { documentElement: {}, addEventListener: () => undefined });
const { language } = await import("../../language.ts");
const { goalOf, tileOf } = await import("./tiles.ts");
const { groupName } = await import("./group-name.ts");

beforeAll(() => {
  language.value = "uk";
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const report = cafeReport("weekly").figures.kpis;
const goalFor = (kpi: Goal["kpi"]) => ({ kpi, channelId: "all" }) as Goal;
const of28Days = { ...report, from: "2026-10-26", to: "2026-11-22" };

describe("a tile", () => {
  it("says that some channels or days are missing from its figure", () => {
    const { reach } = report.kpis;
    const partly = { ...report, kpis: { ...report.kpis, reach: { ...reach, partial: true } } };
    expect(tileOf("reach", partly).isPartial).toBe(true);
    expect(tileOf("reach", report).isPartial).toBe(false);
  });

  it("counts in the form that goes with the number", () => {
    const unitOf = (count: number) => {
      const leads = { ...report.kpis.leads, new: figure(count) };
      return tileOf("leads", { ...report, kpis: { ...report.kpis, leads } }).unit;
    };
    expect([1, 3, 5].map(unitOf)).toEqual(["новий лід", "нові ліди", "нових лідів"]);
  });

  it("shows a goal of 28 days beside as many days only, one for a rate always", () => {
    const reach = tileOf("reach", report);
    expect(goalOf([goalFor("reach")], reach, report)).toBeUndefined();
    expect(goalOf([goalFor("reach")], reach, of28Days)?.kpi).toBe("reach");
    expect(goalOf([goalFor("engagementRate")], tileOf("engagement", report), report)?.kpi).toBe("engagementRate");
  });
});

it("calls cities as the reader does, and tells those of one name apart", () => {
  expect(groupName("city", "Lviv")).toBe("Львів");
  expect(groupName("city", "Paris, Texas")).toBe("Paris, Texas");
});
