import { Temporal } from "temporal-polyfill";
import * as v from "valibot";
import { idSchema, versionSchema } from "../../kernel/ids.ts";
import { moneySchema } from "../../kernel/money.ts";
import { lineSchema } from "../../kernel/text.ts";
import { epochMsSchema, monthSchema } from "../../kernel/time.ts";

export { addMonths, monthOf, monthSchema } from "../../kernel/time.ts";

/** What a marketing plan spends on, in the order in which it is shown. */
export const budgetKinds = ["ads", "content", "tools", "training"] as const;
export type BudgetKind = (typeof budgetKinds)[number];

/** Minor units; more than a thousand million of any currency is a slip of the hand. */
const amount = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1e11));
const nameSchema = lineSchema(100);

/**
 * One thing that a month's budget is for. `spent` stays open until somebody knows it. What ads cost is measured where an
 * ad account is connected: a line of ads holds the plan, and as `spent` only what is paid for ads that are not measured.
 */
export const budgetLineSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  month: monthSchema,
  kind: v.picklist(budgetKinds),
  name: nameSchema,
  planned: amount,
  spent: v.nullable(amount),
  /** Of the workspace when the line was written. */
  currency: moneySchema.entries.currency,
  createdBy: v.string(),
  createdAt: epochMsSchema,
  version: v.number(),
});
export type BudgetLine = v.InferOutput<typeof budgetLineSchema>;

/** What a person writes of a line. */
export const newBudgetLineSchema = v.object({
  month: monthSchema,
  kind: v.picklist(budgetKinds),
  name: nameSchema,
  planned: amount,
  spent: v.optional(v.nullable(amount), null),
});
export type NewBudgetLine = v.InferOutput<typeof newBudgetLineSchema>;

/** A change on top of `version`; what is absent stays. */
export const editBudgetLineSchema = v.object({
  month: monthSchema,
  lineId: idSchema,
  version: versionSchema,
  name: v.optional(nameSchema),
  planned: v.optional(amount),
  spent: v.optional(v.nullable(amount)),
});
export type EditBudgetLine = v.InferOutput<typeof editBudgetLineSchema>;

/** The first and last day of a month. */
export function daysOfMonth(month: string): { first: string; last: string; count: number } {
  const { daysInMonth: count } = Temporal.PlainYearMonth.from(month);
  return { first: `${month}-01`, last: `${month}-${String(count).padStart(2, "0")}`, count };
}

/**
 * How much of a month's amount belongs to the days `from` to `to`: each day has an equal part. Rounded so that the parts of
 * neighbouring periods add up to the whole, minor unit for minor unit.
 */
export function partOfMonth(amountOfMonth: number, month: string, from: string, to: string): number {
  const { first, last, count } = daysOfMonth(month);
  if (to < first || from > last) return 0;
  const upTo = (days: number): number => Math.round((amountOfMonth * days) / count);
  const begun = from <= first ? 0 : Number(from.slice(8)) - 1;
  const ended = to >= last ? count : Number(to.slice(8));
  return upTo(ended) - upTo(begun);
}
