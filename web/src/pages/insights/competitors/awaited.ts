import type { ComparedPage } from "../../../api/competitors.ts";

/** So long after a page was added its first figures are waited for, ms: what takes longer is seen at the next visit. */
const patienceMs = 3 * 60_000;

/** Whether a page's first figures may come any moment. */
export const isAwaited = ({ competitor }: Pick<ComparedPage, "competitor">, nowMs: number): boolean =>
  competitor !== undefined &&
  competitor.trouble === undefined &&
  competitor.measuredAt === undefined &&
  nowMs - competitor.addedAt < patienceMs;
