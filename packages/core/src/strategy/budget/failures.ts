import { conflict, type Failure, invalid } from "../../kernel/failure.ts";

/** So many lines a month are a budget; more is bookkeeping. */
export const mostLinesAMonth = 60;

/** The month has this line already. */
export const budgetLineExists = (name: string): Failure =>
  conflict("budget-line-exists", { field: "name", params: { name } });

export const budgetFull = (): Failure => conflict("budget-full", { params: { max: mostLinesAMonth } });

/** Months further from today than ten years are a slip of the hand. */
export const budgetMonthTooFar = (): Failure => invalid("budget-month-too-far", { field: "month" });

/** More months are asked for than are shown at once. */
export const budgetTooManyMonths = (max: number): Failure => invalid("budget-too-many-months", { params: { max } });
