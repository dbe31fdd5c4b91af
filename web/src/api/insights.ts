import { answerOf, api } from "./client.ts";

/** The KPIs of the days `from` to `to`, both included, of one channel or of all; a long time by weeks or months. */
export const readKpis = (from: string, to: string, by: "week" | "month", channelId: string | undefined) =>
  answerOf(api.kpis.$get({ query: { from, to, by, ...(channelId ? { channelId } : {}) } }));
