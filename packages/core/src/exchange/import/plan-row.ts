import * as v from "valibot";
import type { Campaign } from "../../campaigns/index.ts";
import type { Channel } from "../../channels/connected/index.ts";
import { type Asset, postDraftSchema, postLimits } from "../../content/index.ts";
import { plannedNote } from "../../i18n/exchange.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { Language } from "../../kernel/language.ts";
import { isTimeZone } from "../../kernel/time.ts";
import { instantOf, policy } from "../../publishing/index.ts";
import { channelsMeant } from "../channel-references.ts";
import type { Column, Header } from "../columns.ts";
import { readList } from "../csv/list-cell.ts";
import type { RowPlan, RowProblem } from "./model.ts";
import { cellOf, readDate, readStatus, readTime } from "./row-cells.ts";
import { type Cell, type Report, readCampaign, readFormat, readMediaCell, readThread, shown } from "./row-parts.ts";

/** What a row is read against. */
export interface RowContext {
  readonly channels: readonly Channel[];
  readonly campaigns: readonly Campaign[];
  /** The zone of times whose row names none. */
  readonly timeZone: string;
  readonly nowMs: number;
  /** Whether the member may put posts on the calendar. */
  readonly maySchedule: boolean;
  readonly language: Language;
  /** The file of the library that an id or a name means; of several of one name, the newest. */
  readonly file: (reference: { assetId: string } | { fileName: string }) => Asset | undefined;
  /** The rules of its channels' platforms that a plan breaks. */
  readonly rulesBroken: (plan: RowPlan) => Promise<readonly Failure[]>;
}

/**
 * Reads one row: what it becomes, or everything that is wrong with it. A row with a date is scheduled, unless its
 * status says draft; a draft keeps its date in the notes, where the manager will look for it. Platforms' rules are
 * asked only of what is to be scheduled: a draft may be unfinished.
 */
export async function planRow(
  header: Header,
  cells: readonly string[],
  context: RowContext,
): Promise<{ plan?: RowPlan; problems: readonly RowProblem[] }> {
  const problems: RowProblem[] = [];
  const report: Report = (field, code, params) => problems.push({ field, code, ...(params && { params }) });
  const cell = (column: Column) => cellOf(header, cells, column);
  const extra = cells.slice(header.width).filter((it) => it.trim() !== "");
  if (extra.length > 0) report(undefined, "csv-too-many-cells", { actual: cells.length, allowed: header.width });

  const time = readWhen(cell, context, report);
  const base = readContent(cell, context, report);
  const note = time && !time.scheduled ? plannedNote(context.language, time.at, time.timeZone) : undefined;
  const notes = [cell("notes").trim(), note].filter(Boolean).join("\n");
  const plan: RowPlan = {
    ...base,
    ...(notes && { notes }),
    ...(time?.scheduled && { when: { at: time.at, timeZone: time.timeZone } }),
  };
  if (problems.length > 0) return { problems };
  reportShape(plan, report);
  if (plan.when) {
    if (plan.channelIds.length === 0) report("channels", "post-has-no-channels");
    for (const failure of await context.rulesBroken(plan)) report(columnFor(failure), failure.code, failure.params);
  }
  return problems.length > 0 ? { problems } : { plan, problems };
}

interface PlannedTime {
  readonly at: string;
  readonly timeZone: string;
  readonly scheduled: boolean;
}

function readWhen(cell: Cell, context: RowContext, report: Report): PlannedTime | undefined {
  const status = readStatus(cell("status"));
  if (status === null) report("status", "csv-status-unknown", { value: shown(cell("status")) });
  const [day, clock, zone] = [cell("date").trim(), cell("time").trim(), cell("timeZone").trim()];
  if (day === "" && clock === "") {
    if (status === "scheduled") report("date", "csv-date-missing");
    return undefined;
  }
  const scheduled = status !== "draft";
  if (scheduled && !context.maySchedule) report("status", "csv-scheduling-not-yours");
  const date = readDate(day);
  const time = readTime(clock);
  const timeZone = zone === "" ? context.timeZone : zone;
  if (day === "") report("date", "csv-date-missing");
  else if (!date) report("date", "csv-date-unreadable", { value: shown(day) });
  if (clock === "") report("time", "csv-time-missing");
  else if (!time) report("time", "csv-time-unreadable", { value: shown(clock) });
  if (!isTimeZone(timeZone)) report("timeZone", "csv-time-zone-unknown", { value: shown(timeZone) });
  if (!date || !time || !isTimeZone(timeZone)) return undefined;
  const at = `${date}T${time}`;
  const { dueAt } = instantOf(at, timeZone);
  if (scheduled && dueAt < context.nowMs) report("date", "due-in-past");
  if (scheduled && dueAt > context.nowMs + policy.horizon) report("date", "due-too-far");
  return { at, timeZone, scheduled };
}

function readContent(cell: Cell, context: RowContext, report: Report): Omit<RowPlan, "notes" | "when"> {
  const channelIds = readChannels(cell("channels"), context.channels, report);
  const media = readMediaCell(cell("media"), "media", context, report, readList(cell("altText")));
  const thread = readThread(cell, context, report);
  const campaignId = readCampaign(cell("campaign"), context.campaigns, report);
  const format = readFormat(cell("format"), report);
  const [link, topic, firstComment] = [cell("link").trim(), cell("topic").trim(), cell("firstComment")];
  if (link !== "" && !v.is(postDraftSchema.entries.base.entries.link, link)) report("link", "csv-link-unreadable");
  const text = cell("text");
  if (text.trim() === "" && link === "" && media.length === 0) report("text", "csv-row-without-content");
  return {
    text,
    ...(link && { link }),
    ...(format && { format }),
    ...(firstComment.trim() && { firstComment }),
    media,
    ...(thread.length > 0 && { thread }),
    channelIds,
    ...(campaignId !== undefined && { campaignId }),
    ...(topic && { topic }),
    labels: [...new Set(readList(cell("labels")))],
  };
}

function readChannels(cell: string, channels: readonly Channel[], report: Report): string[] {
  const whole = channelsMeant(channels, cell);
  if (whole.length === 1) return whole.map(({ id }) => id);
  const ids = readList(cell).flatMap((reference) => {
    const meant = channelsMeant(channels, reference);
    if (meant.length === 0) report("channels", "csv-channel-unknown", { name: shown(reference) });
    if (meant.length > 1) {
      const example = `${meant[0]?.name} (${meant[0]?.platform})`;
      report("channels", "csv-channel-ambiguous", { name: shown(reference), example });
    }
    return meant.slice(0, 1).map(({ id }) => id);
  });
  return [...new Set(ids)];
}

/** What the product's own limits say about the parts of a post. */
function reportShape(plan: RowPlan, report: Report): void {
  const { thread = [] } = plan;
  const texts = [plan.text, plan.firstComment, plan.notes, ...thread.map(({ text }) => text)];
  const whole = texts.reduce((sum, text = "") => sum + text.length, 0);
  const lengths = [
    ["text", plan.text.length, postLimits.textLength],
    ["firstComment", plan.firstComment?.length ?? 0, postLimits.textLength],
    ["thread", Math.max(0, ...thread.map(({ text }) => text.length)), postLimits.textLength],
    ["topic", plan.topic?.length ?? 0, 100],
    ["notes", plan.notes?.length ?? 0, 5000],
    ["labels", Math.max(0, ...plan.labels.map((label) => label.length)), 50],
  ] as const;
  for (const [field, actual, allowed] of lengths) {
    if (actual > allowed) report(field, "csv-cell-too-long", { actual, allowed });
  }
  if (whole > postLimits.totalTextLength) {
    report("text", "csv-row-too-long", { actual: whole, allowed: postLimits.totalTextLength });
  }
  const counts = [
    ["labels", plan.labels.length, postLimits.labels],
    ["media", plan.media.length, postLimits.mediaIds],
    ["thread", thread.length, postLimits.threadParts],
    ["threadMedia", Math.max(0, ...thread.map(({ media }) => media.length)), postLimits.mediaIds],
    ["channels", plan.channelIds.length, postLimits.channels],
  ] as const;
  for (const [field, actual, allowed] of counts) {
    if (actual > allowed) report(field, "csv-too-many-items", { actual, allowed });
  }
}

/** The column in which a platform's rule is broken. */
const columnFor = ({ field = "" }: Failure): Column | undefined => {
  const [part, ...rest] = field.split(".");
  if (part === "thread") return rest.some((it) => it.startsWith("media")) ? "threadMedia" : "thread";
  if (part === "media" || part === "mediaIds") return "media";
  if (part === "channelIds") return "channels";
  return part === "text" || part === "link" || part === "firstComment" || part === "format" ? part : undefined;
};
