import { expect, it } from "vitest";
import { reportKinds, sectionsOfKind } from "#core/reports/schedule.ts";
import { type Draft, type DraftField, draftOfKind, missingIn, previewUrl, withKind } from "./report-draft.ts";

const reader = { email: "a@b.ua", name: "А", language: "uk" } as const;
const weekly = draftOfKind("weekly", "Тиждень", "2026-11-26", [reader]);

it.each(reportKinds)("a template of the kind %s can be saved as it is", (kind) => {
  const draft = draftOfKind(kind, "x", "2026-11-26", [reader]);
  expect(missingIn(draft)).toEqual([]);
  expect(draft.schedule.kind).toBe(kind);
});

it("keeps the time and the readers when the kind changes, and the sections that somebody chose", () => {
  const late: Draft = { ...weekly, schedule: { kind: "weekly", weekday: 3, time: "17:30" } };
  expect(withKind(late, "daily", "2026-11-26")).toMatchObject({
    schedule: { kind: "daily", time: "17:30" },
    sections: sectionsOfKind.daily,
    recipients: [reader],
  });
  expect(withKind({ ...late, sections: ["risks"] }, "daily", "2026-11-26").sections).toEqual(["risks"]);
});

it.each<[DraftField, Partial<Draft>]>([
  ["name", { name: "  " }],
  ["weekdays", { schedule: { kind: "daily", weekdays: [], time: "09:00" } }],
  ["time", { schedule: { kind: "weekly", weekday: 1, time: "" } }],
  ["startDay", { schedule: { kind: "quarterly", startDay: "", time: "09:00" } }],
  ["sections", { sections: [] }],
  ["channels", { channelIds: [] }],
  ["readers", { recipients: [] }],
])("misses %s alone", (field, change) => {
  expect(missingIn({ ...weekly, ...change })).toEqual([field]);
});

it("shows what is written, saved or not", () => {
  const url = new URL(previewUrl("pdf", { ...weekly, channelIds: ["chan_1"] }, "en"), "https://x.example");
  expect(url.pathname).toBe("/api/report-preview/pdf");
  expect(JSON.parse(url.searchParams.get("report") ?? "")).toEqual({
    schedule: weekly.schedule,
    sections: weekly.sections,
    channelIds: ["chan_1"],
  });
});
