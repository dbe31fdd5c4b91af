import { type ReportKind, type ReportSchedule, type ReportSection, sectionsOfKind } from "#core/reports/schedule.ts";
import type { Recipient, Report } from "../../api/contract.ts";

/** A report as it is being written: complete or not. */
export interface Draft {
  readonly name: string;
  readonly schedule: ReportSchedule;
  readonly sections: readonly ReportSection[];
  /** `undefined`: all channels. */
  readonly channelIds: readonly string[] | undefined;
  readonly recipients: readonly Recipient[];
}

/** What a schedule of a kind begins with; `today` is the first day of a plan that nobody named yet. */
export function usualSchedule(kind: ReportKind, today: string, time = "09:00"): ReportSchedule {
  switch (kind) {
    case "daily":
      return { kind, weekdays: [1, 2, 3, 4, 5], time };
    case "weekly":
      return { kind, weekday: 1, time };
    case "monthly":
      return { kind, day: 2, time };
    case "quarterly":
      return { kind, startDay: today, time };
  }
}

/** A draft of a kind, with the parts that are usual for it. */
export const draftOfKind = (
  kind: ReportKind,
  name: string,
  today: string,
  recipients: readonly Recipient[],
): Draft => ({
  name,
  schedule: usualSchedule(kind, today),
  sections: sectionsOfKind[kind],
  channelIds: undefined,
  recipients,
});

export const draftOf = ({ name, schedule, sections, channelIds, recipients }: Report): Draft => ({
  name,
  schedule,
  sections,
  channelIds,
  recipients,
});

/** The draft with another kind: the time stays; the sections follow while they are still the usual ones. */
export function withKind(draft: Draft, kind: ReportKind, today: string): Draft {
  const { schedule, sections } = draft;
  const usual = sectionsOfKind[schedule.kind];
  const untouched = sections.length === usual.length && sections.every((section, index) => section === usual[index]);
  return {
    ...draft,
    schedule: usualSchedule(kind, today, schedule.time),
    sections: untouched ? sectionsOfKind[kind] : sections,
  };
}

export type DraftField = "name" | "weekdays" | "time" | "startDay" | "sections" | "channels" | "readers";

/** The fields that keep a draft from being saved. */
export function missingIn({ name, schedule, sections, channelIds, recipients }: Draft): readonly DraftField[] {
  const wrong: Readonly<Record<DraftField, boolean>> = {
    name: name.trim() === "",
    weekdays: schedule.kind === "daily" && schedule.weekdays.length === 0,
    time: schedule.time === "",
    startDay: schedule.kind === "quarterly" && schedule.startDay === "",
    sections: sections.length === 0,
    channels: channelIds?.length === 0,
    readers: recipients.length === 0,
  };
  return (Object.keys(wrong) as DraftField[]).filter((field) => wrong[field]);
}

/** The address under which a draft is shown as its readers will get it. */
export function previewUrl(
  form: "mail" | "text" | "pdf",
  { schedule, sections, channelIds }: Pick<Draft, "schedule" | "sections" | "channelIds">,
  language: string,
): string {
  const query = new URLSearchParams({ report: JSON.stringify({ schedule, sections, channelIds }), language });
  return `/api/report-preview/${form}?${query}`;
}
