import type { InferRequestType, InferResponseType } from "hono/client";
import { answerOf, api } from "./client.ts";

const rates = api["exchange-rates"];
export type ExchangeRate = InferResponseType<typeof rates.$get>["rates"][number];
export type NewRate = InferRequestType<typeof rates.$put>["json"];

/** What other currencies are in the workspace's own in the months `from` to `to`, both included. */
export const readRates = (from: string, to: string) => answerOf(rates.$get({ query: { from, to } }));
export const keepRate = (json: NewRate) => answerOf(rates.$put({ json }));
export const removeRate = ({ month, from, version }: Pick<ExchangeRate, "month" | "from" | "version">) =>
  answerOf(rates.$delete({ query: { month, from, version: String(version) } }));
