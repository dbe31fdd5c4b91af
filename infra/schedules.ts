import type { Stack } from "sst/constructs";
import type { FunctionName } from "./function-catalog.ts";
import type { Functions } from "./functions.ts";
import { callByRule } from "./rules.ts";

type Schedule = { readonly expression: string; readonly retries: 0 | 1 | 2; readonly maxAgeSeconds: number };

/**
 * The clocks. A run that is missed is made up by the next one, since each looks for everything due however old: so the
 * frequent ones are not retried at all, and none is tried longer than its own period.
 */
export const schedules = {
  tick: { expression: "rate(1 minute)", retries: 0, maxAgeSeconds: 60 },
  scheduleReconcile: { expression: "rate(5 minutes)", retries: 0, maxAgeSeconds: 300 },
  refresh: { expression: "rate(10 minutes)", retries: 0, maxAgeSeconds: 600 },
  scheduleReport: { expression: "rate(5 minutes)", retries: 0, maxAgeSeconds: 300 },
  schedulePlan: { expression: "rate(15 minutes)", retries: 0, maxAgeSeconds: 900 },
  scheduleMeasure: { expression: "rate(1 hour)", retries: 2, maxAgeSeconds: 3600 },
} as const satisfies Partial<Record<FunctionName, Schedule>>;

/** Each schedule to its function. */
export function connectSchedules(stack: Stack, functions: Functions): void {
  for (const [name, { expression, ...patience }] of Object.entries(schedules) as [FunctionName, Schedule][]) {
    callByRule(stack, functions, name, { scheduleExpression: expression }, patience);
  }
}
