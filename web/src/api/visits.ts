import type { InferResponseType } from "hono/client";
import { answerOf, api } from "./client.ts";

/** Visits of the site from social in a period. */
export type VisitsView = InferResponseType<typeof api.visits.$get>;

/** Who came to the site from social in the days `from` to `to`, both included, against as many days before. */
export const readVisits = (from: string, to: string) => answerOf(api.visits.$get({ query: { from, to } }));
