import type { Actor } from "../../kernel/actor.ts";
import { unwrap } from "../../kernel/result.ts";
import { type ReadVisitsDeps, readVisits, type VisitReport } from "../../visits/index.ts";
import type { ReportScope } from "../model.ts";
import { comparedWith } from "./compare.ts";

/**
 * Visits of the site in a report's period, against the one before. `undefined` where no site is connected, and where the
 * report is about some channels: a visit belongs to a site, not to a channel.
 */
export async function collectVisits(
  deps: ReadVisitsDeps,
  actor: Actor,
  { channelIds, period, kind }: ReportScope,
): Promise<VisitReport | undefined> {
  if (channelIds !== undefined) return undefined;
  const report = unwrap(await readVisits(deps, actor, { ...period, before: comparedWith(kind, period) }));
  return report.sites.length === 0 && report.total === null ? undefined : report;
}
