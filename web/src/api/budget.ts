import type { InferRequestType, InferResponseType } from "hono/client";
import { answerOf, api } from "./client.ts";

export type BudgetView = InferResponseType<typeof api.budget.$get>;
export type BudgetMonth = BudgetView["months"][number];
export type BudgetLine = BudgetMonth["lines"][number];
type NewLine = InferRequestType<typeof api.budget.$post>["json"];
type LineChange = Pick<InferRequestType<(typeof api.budget)[":id"]["$patch"]>["json"], "name" | "planned" | "spent">;

/** The budget of the months `from` to `to`, both included. */
export const readBudget = (from: string, to: string) => answerOf(api.budget.$get({ query: { from, to } }));
export const addLine = (json: NewLine) => answerOf(api.budget.$post({ json }));
export const changeLine = ({ id, month, version }: BudgetLine, change: LineChange) =>
  answerOf(api.budget[":id"].$patch({ param: { id }, json: { month, version, ...change } }));
export const removeLine = ({ id, month, version }: BudgetLine) =>
  answerOf(api.budget[":id"].$delete({ param: { id }, query: { month, version: String(version) } }));
/** Takes over what the month before has and this one lacks. */
export const copyMonth = (month: string) => answerOf(api.budget.copy.$post({ json: { month } }));
