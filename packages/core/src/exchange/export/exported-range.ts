import { startOfDay } from "../../kernel/time.ts";
import type { PublicationRange } from "../../publishing/index.ts";
import type { ExportRange } from "./model.ts";

/** The publications that an export asks for: those the calendar shows under the same filters. */
export const exportedRange = (input: ExportRange, timeZone: string): Omit<PublicationRange, "limit" | "after"> => ({
  from: startOfDay(input.from, timeZone),
  to: startOfDay(input.to, timeZone),
  channelIds: input.channel,
  states: input.state,
  campaignId: input.campaign,
  authorId: input.author,
  topic: input.topic,
  label: input.label,
});
