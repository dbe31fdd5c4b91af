import type { Workspaces } from "../access/index.ts";
import type { Channel, Channels } from "../channels/connected/index.ts";
import type { Threads } from "../inbox/index.ts";
import {
  type KpiReport,
  type PublicationSamples,
  type ReadKpisDeps,
  readKpis,
  wholeWorkspace,
} from "../insights/index.ts";
import { type SystemActor, systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import { addDays, dayOf, dayRange, startOfDay } from "../kernel/time.ts";
import { allPublications, type Publications, slotTimes } from "../publishing/index.ts";
import type { Reviews } from "../reviews/index.ts";
import { type GoalProgress, type ListGoalsDeps, listGoals } from "../strategy/index.ts";
import { bestPublications } from "./best-publications.ts";
import type { ReportContent, ReportDecision, ReportGoal } from "./content.ts";
import type { ReportScope } from "./model.ts";
import { weekNumber } from "./period.ts";

export interface CollectDeps extends Pick<ReadKpisDeps, "kpiDays">, Pick<ListGoalsDeps, "goals"> {
  readonly workspaces: Workspaces;
  readonly channels: Channels;
  readonly publications: Pick<Publications, "list">;
  readonly samples: Pick<PublicationSamples, "lastTwo">;
  readonly threads: Pick<Threads, "list">;
  readonly reviews: Pick<Reviews, "listByChannelAndTime">;
  readonly clock: Clock;
  readonly publicUrl: string;
}

/** A publication that left at most this late counts as on time, ms. */
const onTimeMs = 2000;
const mostOpenThreads = 500;

/** Puts together what a report of a scope says. Reads only. */
export async function collectReport(
  deps: CollectDeps,
  workspaceId: string,
  scope: ReportScope,
): Promise<ReportContent> {
  const actor = systemActor(workspaceId, "report");
  const workspace = await deps.workspaces.get(workspaceId);
  if (!workspace) throw new Error(`There is no workspace ${workspaceId}`);
  const { period } = scope;
  const { timeZone } = workspace;
  const now = deps.clock.nowMs();
  const range = { from: startOfDay(period.from, timeZone), to: dayRange(period.to, timeZone).to };
  const today = dayOf(now, timeZone);
  const ahead = { from: now, to: startOfDay(addDays(today, 7), timeZone) };
  const [channels, kpis, goals, done, coming, open] = await Promise.all([
    deps.channels.list(workspaceId),
    readKpis(deps, actor, { channelId: wholeWorkspace, ...period }).then(unwrap),
    listGoals(deps, actor as SystemActor).then(unwrap),
    allPublications(deps.publications, workspaceId, range),
    allPublications(deps.publications, workspaceId, ahead),
    deps.threads.list(workspaceId, "open", mostOpenThreads, undefined),
  ]);
  const names = new Map(channels.map(({ id, name }) => [id, name]));
  const published = done.filter(({ state }) => state === "published");
  const failed = done.filter(({ state }) => state === "failed").length;
  const waiting = open.filter(({ unanswered }) => unanswered > 0);
  const overdue = waiting.filter(({ dueAt }) => dueAt !== undefined && dueAt < now).length;
  const waitingReviews = waiting.filter(({ kind }) => kind === "review").length;
  const scheduled = coming.filter(({ state }) => state === "scheduled");
  const reportGoals = goals.map((progress) => reportGoal(progress, names));
  return {
    workspace: { name: workspace.name, timeZone, currency: workspace.currency },
    scope,
    week: weekNumber(period),
    madeAt: now,
    publicUrl: deps.publicUrl,
    kpis,
    goals: reportGoals,
    done: {
      published: published.length,
      failed,
      onTime: published.filter(({ publishedAt = 0, dueAt }) => publishedAt - dueAt <= onTimeMs).length,
    },
    best: await bestPublications(deps.samples, published, { names, day: period.to }),
    reputation: {
      ...(await recommendations(deps, channels, workspaceId, range)),
      negativeMessages: known(kpis.kpis.negativeFeedback.negativeMessages),
      waiting: waiting.length,
      overdue,
    },
    leads: leadsOf(kpis),
    decisions: decisions({ channels, goals: reportGoals, overdue, waitingReviews, failed }),
    next: {
      scheduled: scheduled.map(({ dueAt, channelId, content }) => ({
        dueAt,
        channelName: names.get(channelId) ?? "",
        text: content.text,
      })),
      freeSlots: countFreeSlots(channels, timeZone, today, now, scheduled),
    },
  };
}

const known = (figure: { available: true; value: number } | { available: false }): number =>
  figure.available ? figure.value : 0;

function leadsOf({ kpis }: KpiReport): ReportContent["leads"] {
  const received = known(kpis.leads.new);
  return { received, won: Math.round(received * known(kpis.leads.conversionToWon)) };
}

function reportGoal({ goal, current, progress, state }: GoalProgress, names: ReadonlyMap<string, string>): ReportGoal {
  return {
    id: goal.id,
    name: goal.name,
    headline: goal.kpi,
    channelName: names.get(goal.channelId),
    baseline: goal.baseline,
    target: goal.target,
    current: current.available ? current.value : null,
    state,
    progress: progress.available ? progress.value : null,
    dueDay: goal.dueDay,
  };
}

async function recommendations(
  deps: CollectDeps,
  channels: readonly Channel[],
  workspaceId: string,
  range: { from: number; to: number },
): Promise<{ recommended: number; notRecommended: number }> {
  const lists = await Promise.all(
    channels.map(({ id }) => deps.reviews.listByChannelAndTime(workspaceId, id, range.from, range.to)),
  );
  const there = lists.flat().filter(({ known: seen, removed }) => seen && !removed);
  const notRecommended = there.filter(({ sentiment }) => sentiment === "negative").length;
  return { recommended: there.filter(({ sentiment }) => sentiment === "positive").length, notRecommended };
}

function decisions(facts: {
  channels: readonly Channel[];
  goals: readonly ReportGoal[];
  overdue: number;
  waitingReviews: number;
  failed: number;
}): readonly ReportDecision[] {
  const counted = [
    { kind: "overdue-answers", count: facts.overdue, path: "/inbox" },
    { kind: "waiting-reviews", count: facts.waitingReviews, path: "/inbox" },
    { kind: "failed-publications", count: facts.failed, path: "/calendar" },
  ] as const;
  const lost = facts.channels.filter(({ state }) => state === "reconnect");
  const behind = facts.goals.filter(({ state }) => state === "behind");
  return [
    ...counted.filter(({ count }) => count > 0),
    ...lost.map(({ name }) => ({ kind: "reconnect-channel", count: 1, subject: name, path: "/channels" }) as const),
    ...behind.map(({ name }) => ({ kind: "goal-behind", count: 1, subject: name, path: "/goals" }) as const),
  ];
}

function countFreeSlots(
  channels: readonly Channel[],
  timeZone: string,
  today: string,
  now: number,
  scheduled: readonly { channelId: string; dueAt: number }[],
): number {
  const taken = new Set(scheduled.map(({ channelId, dueAt }) => `${channelId} ${dueAt}`));
  return channels
    .flatMap(({ id, slots }) =>
      slotTimes(slots, timeZone, today, addDays(today, 7)).map(({ dueAt }) => ({ id, dueAt })),
    )
    .filter(({ id, dueAt }) => dueAt > now && !taken.has(`${id} ${dueAt}`)).length;
}
