import type { Workspaces } from "../access/index.ts";
import type { Cases } from "../cases/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import { withoutSites } from "../channels/sites.ts";
import { type ReadComparisonDeps, readComparison } from "../competitors/index.ts";
import { listPosts, type Posts } from "../content/index.ts";
import { isSnoozed, type Threads } from "../inbox/index.ts";
import type { KpiReport, PublicationResults } from "../insights/index.ts";
import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import { addDays, dayOf, dayRange, startOfDay } from "../kernel/time.ts";
import { type Leads, readAgenda } from "../leads/index.ts";
import { allPublications, type Publication, type Publications } from "../publishing/index.ts";
import { type FindAdviceDeps, readRecommendations } from "../recommendations/index.ts";
import { type ReadReturnDeps, readReturn } from "../returns/index.ts";
import type { Reviews } from "../reviews/index.ts";
import { type ListGoalsDeps, listGoals } from "../strategy/index.ts";
import type { ReadVisitsDeps } from "../visits/index.ts";
import { bestPublications } from "./best-publications.ts";
import { type AlertRegister, decidedIn } from "./collect/alerts.ts";
import { collectFigures } from "./collect/figures.ts";
import { collectGoals } from "./collect/goals.ts";
import { needsOf } from "./collect/needs.ts";
import { daysAhead, nextOf } from "./collect/next.ts";
import { collectNorms } from "./collect/norms.ts";
import type { ReportPictures } from "./collect/pictures.ts";
import { collectReputation } from "./collect/reputation.ts";
import { collectVisits } from "./collect/visits.ts";
import type { ReportContent } from "./content.ts";
import type { Period, ReportScope } from "./model.ts";

export interface CollectDeps
  extends Pick<ListGoalsDeps, "goals" | "kpiDays">,
    Pick<ReadVisitsDeps, "sites" | "siteDays">,
    FindAdviceDeps,
    Omit<ReadReturnDeps, "leads">,
    Pick<ReadComparisonDeps, "competitors" | "pageDays">,
    ReportPictures {
  readonly workspaces: Workspaces;
  readonly channels: Pick<Channels, "list">;
  readonly publications: Pick<Publications, "list">;
  readonly results: Pick<PublicationResults, "since">;
  readonly threads: Pick<Threads, "list">;
  readonly posts: Pick<Posts, "list" | "getMany">;
  readonly reviews: Pick<Reviews, "listByChannelAndTime">;
  readonly cases: Pick<Cases, "list">;
  readonly leads: Pick<Leads, "agenda" | "getMany" | "wonBetween">;
  readonly alerts: AlertRegister;
  readonly clock: Clock;
  readonly publicUrl: string;
}

/** A publication that left at most this late counts as on time, ms. */
const onTimeMs = 2000;
const mostThreads = 500;
const mostPosts = 100;
const mostAlerts = 100;
const shownAdvice = 3;

/** Puts together what a report of a scope says: of its channels alone where it names some. Reads only. */
export async function collectReport(
  deps: CollectDeps,
  workspaceId: string,
  scope: ReportScope,
): Promise<ReportContent> {
  const actor = systemActor(workspaceId, "report");
  const workspace = await deps.workspaces.get(workspaceId);
  if (!workspace) throw new Error(`There is no workspace ${workspaceId}`);
  const { timeZone } = workspace;
  const { kind, period, channelIds, sections } = scope;
  const now = deps.clock.nowMs();
  const today = dayOf(now, timeZone);
  const until = addDays(today, daysAhead[kind] - 1);
  const instants = ({ from, to }: Period) => ({ from: startOfDay(from, timeZone), to: dayRange(to, timeZone).to });
  const range = instants(period);
  const listed = (from: number, to: number) =>
    allPublications(deps.publications, workspaceId, { from, to, channelIds });
  const [all, progress, around, open, inReview, agenda, openAlerts, closedAlerts] = await Promise.all([
    deps.channels.list(workspaceId),
    listGoals(deps, actor).then(unwrap),
    listed(Math.min(range.from, now), Math.max(range.to, dayRange(until, timeZone).to)),
    deps.threads.list(workspaceId, "open", mostThreads, undefined),
    listPosts(deps, actor, { state: ["in-review"], limit: mostPosts }).then(unwrap),
    readAgenda(deps, actor, { timeZone }).then(unwrap),
    deps.alerts.list(workspaceId, { state: "open" }, mostAlerts, undefined),
    deps.alerts.list(workspaceId, { state: "closed" }, mostAlerts, undefined),
  ]);
  const isMeant = (id: string | undefined) => channelIds === undefined || (id !== undefined && channelIds.includes(id));
  const meant = all.filter(({ id }) => isMeant(id));
  const channels = withoutSites(meant);
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const [figures, goals, advice, spend, competitors, visits] = await Promise.all([
    collectFigures(deps.kpiDays, workspaceId, scope, { channels, timeZone, today }),
    collectGoals(deps, scope, progress, { names, today }),
    kind === "daily" ? [] : readRecommendations(deps, workspace),
    channelIds === undefined && sections.includes("spend") ? readReturn(deps, actor, period).then(unwrap) : undefined,
    sections.includes("competitors") ? readComparison(deps, actor, { ...period, channelIds }).then(unwrap) : undefined,
    sections.includes("visits") ? collectVisits(deps, actor, scope) : undefined,
  ]);
  const waiting = open.filter((one) => one.unanswered > 0 && isMeant(one.channelId) && !isSnoozed(one, now));
  const published = around.filter((one) => one.state === "published" && isWithin(range, one.publishedAt));
  const { openCases, ...reputation } = await collectReputation(deps, workspaceId, {
    ...{ channels, range, before: instants(figures.kpis.before), waiting, now, isMeant },
    negativeMessages: known(figures.kpis.kpis.negativeFeedback.negativeMessages),
  });
  const ofChannels = <Item extends { channelId?: string | undefined }>(items: readonly Item[]) =>
    items.filter(({ channelId }) => isMeant(channelId));
  return {
    scope,
    workspace: { name: workspace.name, timeZone, currency: workspace.currency },
    onlyChannels: channelIds ? channels.map(({ name }) => name) : [],
    madeAt: now,
    publicUrl: deps.publicUrl,
    figures,
    goals,
    done: doneOf(
      around.filter(({ dueAt }) => isWithin(range, dueAt)),
      published,
    ),
    best: sections.includes("best")
      ? await bestPublications(deps, workspaceId, published, { names, from: range.from })
      : [],
    norms:
      kind === "quarterly" && sections.includes("best")
        ? await collectNorms(deps, workspaceId, channels, { end: range.to, now })
        : [],
    competitors,
    reputation,
    leads: leadsOf(figures.kpis),
    spend,
    visits,
    advice: ofChannels(advice)
      .slice(0, shownAdvice)
      .map(({ rule, params, channelId = "" }) => ({ rule, params, channelName: names.get(channelId) ?? "" })),
    needs: needsOf({
      ...{ channels: meant, waiting, openCases, goals, now },
      criticalAlerts: ofChannels(openAlerts).filter(({ severity }) => severity === "critical"),
      publications: around.filter(({ dueAt }) => dueAt >= range.from && dueAt <= now),
      inReview: inReview.items.filter((post) => channelIds === undefined || post.channelIds.some(isMeant)),
      leads: { waiting: ofChannels(agenda.waiting), steps: ofChannels(agenda.steps) },
    }),
    decided: decidedIn(ofChannels(closedAlerts), range, names),
    next: nextOf(
      channels,
      around.filter(({ dueAt }) => dueAt >= now),
      { now, today, until, timeZone },
    ),
  };
}

const isWithin = ({ from, to }: { from: number; to: number }, at: number | undefined): boolean =>
  at !== undefined && at >= from && at < to;

const known = (figure: { available: true; value: number } | { available: false }): number =>
  figure.available ? figure.value : 0;

const doneOf = (due: readonly Publication[], published: readonly Publication[]): ReportContent["done"] => ({
  published: published.length,
  failed: due.filter(({ state }) => state === "failed").length,
  onTime: published.filter(({ publishedAt = 0, dueAt }) => publishedAt - dueAt <= onTimeMs).length,
});

function leadsOf({ kpis }: KpiReport): ReportContent["leads"] {
  const received = known(kpis.leads.new);
  const won = Math.round(received * known(kpis.leads.conversionToWon));
  return { received, won, value: kpis.leads.wonValue, bySource: kpis.leads.bySource };
}
