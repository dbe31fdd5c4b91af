import type { KpiReport } from "#core/insights/model.ts";
import { type Answer, get, query } from "./request.ts";

/** The KPIs of the days `from` to `to`, both included, of one channel or of all. */
export const readKpis = (from: string, to: string, channelId: string | undefined): Promise<Answer<KpiReport>> =>
  get(`/api/kpis${query({ from, to, channelId })}`);
