import { type HeadlineFigures, type KpiDays, readHeadlines } from "../insights/index.ts";
import { addDays } from "../kernel/time.ts";

/** The days over which a goal's figure is taken. */
const windowDays = 28;

/** The figures of a scope by which goals are followed: of the 28 days up to today. */
export const currentFigures = (
  kpiDays: KpiDays,
  workspaceId: string,
  scope: string,
  today: string,
): Promise<HeadlineFigures> =>
  readHeadlines(kpiDays, workspaceId, scope, { from: addDays(today, 1 - windowDays), to: today });
