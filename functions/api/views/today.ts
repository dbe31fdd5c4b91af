import { may } from "#core/access/index.ts";
import { alertWords, openAlerts } from "#core/alerts/index.ts";
import { listPosts } from "#core/content/index.ts";
import { isSnoozed, listWaitingAnswers } from "#core/inbox/index.ts";
import { readAudience } from "#core/insights/index.ts";
import type { MemberActor } from "#core/kernel/actor.ts";
import type { Language } from "#core/kernel/language.ts";
import { unwrap } from "#core/kernel/result.ts";
import { dayOf, dayRange } from "#core/kernel/time.ts";
import { readAgenda } from "#core/leads/index.ts";
import { allPublications } from "#core/publishing/index.ts";
import { listGoals } from "#core/strategy/index.ts";
import { tasksDueFor } from "#core/tasks/index.ts";
import type { ApiDeps } from "../deps.ts";
import { attentionOf } from "./attention.ts";
import { publicationView } from "./post.ts";
import { taskView } from "./task.ts";

/** How many days of trouble are still today's business, and how much of each list is looked at. */
const troubleMs = 14 * 86_400_000;
const longestList = 100;
const mostTasks = 5;

/** What needs a person today, what goes out, how the audience and the goals stand. */
export async function todayView(deps: ApiDeps, actor: MemberActor, language: Language, timeZone: string) {
  const { workspaceId } = actor;
  const now = deps.clock.nowMs();
  const day = dayOf(now, timeZone);
  const today = dayRange(day, timeZone);
  const [around, open, inReview, channels, reports, audience, goals, leads, alerts, answersToApprove, tasks] =
    await Promise.all([
      allPublications(deps.publications, workspaceId, { from: now - troubleMs, to: today.to }),
      deps.threads.list(workspaceId, "open", longestList, undefined),
      listPosts(deps, actor, { state: ["in-review"], limit: longestList }).then(unwrap),
      deps.channels.list(workspaceId),
      deps.reports.list(workspaceId),
      readAudience(deps, actor, { days: 7 }).then(unwrap),
      listGoals(deps, actor).then(unwrap),
      readAgenda(deps, actor, { timeZone }).then(unwrap),
      openAlerts(deps, workspaceId),
      may(actor, "respond") ? listWaitingAnswers(deps, actor).then(unwrap) : [],
      tasksDueFor(deps, { workspaceId, memberId: actor.memberId, until: day }),
    ]);
  const needsAttention = attentionOf({
    publications: around,
    openThreads: open.filter((thread) => !isSnoozed(thread, now)),
    inReview: inReview.items,
    answersToApprove,
    channels,
    leads,
    criticalAlerts: alerts
      .filter(({ severity }) => severity === "critical")
      .map((alert) => {
        const channel = channels.find(({ id }) => id === alert.channelId);
        return { id: alert.id, title: alertWords(language, alert, channel?.name).title, answerBy: alert.answerBy };
      }),
    reportsDue: reports.filter(({ nextDueAt = 0 }) => nextDueAt > now && nextDueAt < today.to),
  });
  return {
    needsAttention,
    openAlerts: alerts.length,
    goingOut: around
      .filter(({ dueAt, state }) => dueAt >= today.from && state !== "canceled")
      .map((publication) => publicationView(language, publication)),
    audience: {
      followers: audience.followersEnd.available ? audience.followersEnd.value : null,
      changePercent: audience.rate.available ? audience.rate.value * 100 : null,
      series: audience.series.map(({ day, followers }) => ({
        day,
        value: followers.available ? followers.value : null,
      })),
    },
    tasks: { due: tasks.slice(0, mostTasks).map(taskView), count: tasks.length },
    goals: {
      onCourse: goals.filter(({ state }) => state === "on-course" || state === "reached").length,
      behind: goals.filter(({ state }) => state === "behind").length,
    },
  };
}
