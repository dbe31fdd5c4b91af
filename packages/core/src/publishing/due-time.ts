import { Temporal } from "temporal-polyfill";
import * as v from "valibot";
import { localTimeSchema, timeZoneSchema } from "../kernel/time.ts";

/** When to publish: a local time in a zone (the workspace's, if none is named), the next free slot, or now. */
export const whenSchema = v.union([
  v.object({ at: localTimeSchema, timeZone: v.optional(timeZoneSchema) }),
  v.object({ slot: v.literal("next") }),
  v.object({ now: v.literal(true) }),
]);
export type When = v.InferOutput<typeof whenSchema>;

/** An instant for a local time, and which rule of the clock change applied, to be shown to the person. */
export interface DueTime {
  /** Epoch ms. */
  readonly dueAt: number;
  readonly clockChange?: "skipped" | "repeated";
}

/**
 * The instant of a local time in a zone; the one place where clock changes are decided.
 *
 * - The time is skipped (03:30 in Kyiv when clocks go from 03:00 to 04:00): moved on by the length of the gap, to 04:30.
 * - The time comes twice (03:30 when clocks go back from 04:00 to 03:00): the first of the two.
 *
 * So each local time has exactly one instant, and a weekly slot fires exactly once across every clock change.
 */
export function instantOf(local: string, timeZone: string): DueTime {
  const plain = Temporal.PlainDateTime.from(local);
  const earlier = plain.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  const later = plain.toZonedDateTime(timeZone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { dueAt: earlier.epochMilliseconds };
  if (earlier.toPlainDateTime().equals(plain)) return { dueAt: earlier.epochMilliseconds, clockChange: "repeated" };
  return { dueAt: later.epochMilliseconds, clockChange: "skipped" };
}
