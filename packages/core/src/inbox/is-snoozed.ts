import type { Thread } from "./model.ts";

/**
 * Whether a thread is set aside at an instant, epoch ms. Nothing has to wake it: it is open again once its time has come,
 * and as soon as the customers' messages are others than they were when it was set aside.
 */
export const isSnoozed = (
  { state, snooze, customers }: Pick<Thread, "state" | "snooze" | "customers">,
  nowMs: number,
) => state === "open" && snooze !== undefined && snooze.until > nowMs && snooze.customers === customers;
