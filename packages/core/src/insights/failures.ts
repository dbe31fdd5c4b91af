import { type Failure, invalid } from "../kernel/failure.ts";

/** The longest period whose figures can be read at once, days. */
export const maxPeriodDays = 366;

/** The period ends before it begins. */
export const periodReversed = (): Failure => invalid("period-reversed", { field: "to" });

/** The period is longer than a year. */
export const periodTooLong = (): Failure =>
  invalid("period-too-long", { field: "from", params: { maxDays: maxPeriodDays } });
