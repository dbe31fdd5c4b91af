import { describe, expect, it } from "vitest";
import type { Language } from "../kernel/language.ts";
import { formatChange, formatDays, formatNumber, formatPercent, formatPercentChange, formatRate } from "./format.ts";

describe("numbers as people read them", () => {
  it("have a true minus", () => {
    expect(formatNumber("en", -2)).toBe("−2");
    expect(formatChange("uk", -2)).toBe("−2");
    expect(formatPercent("en", -0.5)).toBe("−50%");
    expect(formatPercentChange("en", -0.045)).toBe("−4.5%");
  });

  it("do not write as zero what is not", () => {
    expect([0, 0.008, 0.05, 12.34].map((value) => formatRate("uk", value))).toEqual(["0", "< 0,1", "0,1", "12,3"]);
    expect([0, 0.0002, 0.0005].map((value) => formatPercent("en", value))).toEqual(["0%", "< 0.1%", "0.1%"]);
  });
});

describe("days from one to another", () => {
  const days = (language: Language, from: string, to: string) =>
    formatDays(language, { from, to }, "2026-11-26").replaceAll(/\s/g, " ");

  it("name their month once, and their years when they are not of this one", () => {
    expect(days("uk", "2026-11-16", "2026-11-22")).toBe("16–22 лист.");
    expect(days("en", "2016-01-01", "2026-01-01")).toBe("1 Jan 2016 – 1 Jan 2026");
    expect(days("uk", "2026-11-25", "2026-11-25")).toBe("25 лист.");
  });
});
