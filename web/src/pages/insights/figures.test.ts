import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { figure, notAvailable } from "#core/channels/measurement.ts";
import type { HeadlineChange } from "#core/insights/model.ts";

// The dashboard's language is kept in the browser; files of tests share what they load.
vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined });
vi.stubGlobal("document", { documentElement: {}, addEventListener: () => undefined });
const { language } = await import("../../language.ts");
const { changeText, formatHeadline } = await import("./figures.ts");

beforeAll(() => {
  language.value = "en";
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const change = (difference: number, relative: number | null, basis: HeadlineChange["basis"] = "whole") => ({
  difference: figure(difference),
  relative: relative === null ? notAvailable("no-cases") : figure(relative),
  basis,
});

describe("a change in words", () => {
  it("is told in points for a share, and with a true minus", () => {
    expect(changeText("shareAnswered", change(-0.033, -0.043)).text).toBe("−3.3 points");
    expect(changeText("reach", change(-120, -0.1)).text).toBe("−120, 10% less");
  });

  it("says which days were left out, and does not call a fall what cannot be compared", () => {
    expect(changeText("reach", change(38, 0.016, "told")).note).toContain("every platform has told");
    const none = { difference: notAvailable("not-yet"), relative: notAvailable("not-yet"), basis: "settled" } as const;
    expect(changeText("shareAnswered", none)).toMatchObject({ tone: "soft" });
    expect(changeText("shareAnswered", none).text).toContain("answers still come");
  });

  it("is as small as its figure is written", () => {
    expect(changeText("negativePer1000", change(0.03, null))).toMatchObject({ tone: "soft" });
    expect(changeText("medianFirstResponseMs", change(600_000, 0.5)).text).toBe("10 min longer, 50% more");
  });
});

it("few of many is not none, and no time at all is", () => {
  expect(formatHeadline("negativePer1000", 0.008)).toBe("< 0.1");
  expect(formatHeadline("engagementRate", 0.0002)).toBe("< 0.1%");
  expect(formatHeadline("negativePer1000", 0)).toBe("0");
  expect(formatHeadline("medianFirstResponseMs", 0)).toBe("0");
});
