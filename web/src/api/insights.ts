import { answerOf, api } from "./client.ts";

/** The KPIs of the days `from` to `to`, both included, of one channel or of all. */
export const readKpis = (from: string, to: string, channelId: string | undefined) =>
  answerOf(api.kpis.$get({ query: { from, to, ...(channelId ? { channelId } : {}) } }));
