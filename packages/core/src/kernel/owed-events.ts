import * as v from "valibot";
import type { DomainEvent } from "./events.ts";
import { epochMsSchema } from "./time.ts";

const storedEventSchema = v.object({
  id: v.string(),
  type: v.string(),
  workspaceId: v.string(),
  actor: v.string(),
  occurredAt: epochMsSchema,
  data: v.unknown(),
});

/**
 * Events that nobody has been told yet. They are written with the change that they tell of, so that whoever dies right
 * after it loses none: a sweep finds them when `at` has come.
 */
export const owedEventsSchema = v.object({
  /** When the sweep sees to them, unless they were told at once; epoch ms. */
  at: epochMsSchema,
  events: v.array(storedEventSchema),
});
export type OwedEvents = v.InferOutput<typeof owedEventsSchema>;

/** The sweep sees to what is owed, ms after it was stored. */
export const sweepAfterMs = 5 * 60_000;

/** What is owed once a change is stored that has these events, with what was owed before it; nothing when both are empty. */
export function owing(
  before: OwedEvents | undefined,
  events: readonly DomainEvent[],
  nowMs: number,
): OwedEvents | undefined {
  if (events.length === 0) return before;
  return { at: before?.at ?? nowMs + sweepAfterMs, events: [...(before?.events ?? []), ...events] };
}
