import type { When } from "../../api/contract.ts";
import { instantOf } from "../calendar/period.ts";
import type { Timing } from "./draft.ts";
import type { NextSlots } from "./next-slots.ts";

/** What a choice of time comes to. */
export interface Decision {
  /** What the server is asked for. */
  readonly when: When;
  /** The instant, epoch ms, as far as it is known. */
  readonly at: number | undefined;
  /** Why it cannot be scheduled so. */
  readonly problem: "chooseTime" | "inThePast" | "noSlot" | undefined;
}

/** The instant that a choice of time means, or why it means none. */
export function decide(timing: Timing, slots: NextSlots, timeZone: string, nowMs: number): Decision {
  if (timing.kind === "now") return { when: { now: true }, at: nowMs, problem: undefined };
  if (timing.kind === "next") {
    const none = slots.known && slots.earliest === undefined;
    return { when: { slot: "next" }, at: slots.earliest, problem: none ? "noSlot" : undefined };
  }
  const at = instantOf(timing.at, timeZone);
  const problem = at === undefined ? "chooseTime" : at < nowMs ? "inThePast" : undefined;
  return { when: { at: timing.at, timeZone }, at, problem };
}
