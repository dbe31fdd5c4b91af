import { conflict, type Failure, invalid } from "../kernel/failure.ts";

/** A currency is always one of itself. */
export const rateToItself = (currency: string): Failure =>
  invalid("rate-to-itself", { field: "from", params: { currency } });

/** A month that has not begun, or one so long ago that it is a slip of the hand. */
export const rateMonthTooFar = (): Failure => invalid("rate-month-too-far", { field: "month" });

/** Somebody has written another rate since. */
export const rateChanged = (): Failure => conflict("rate-changed");
