import { listPosts } from "#core/content/index.ts";
import { isSnoozed } from "#core/inbox/index.ts";
import { readAudience } from "#core/insights/index.ts";
import type { MemberActor } from "#core/kernel/actor.ts";
import type { Language } from "#core/kernel/language.ts";
import { unwrap } from "#core/kernel/result.ts";
import { excerpt } from "#core/kernel/text.ts";
import { dayOf, dayRange } from "#core/kernel/time.ts";
import { allPublications } from "#core/publishing/index.ts";
import { listGoals } from "#core/strategy/index.ts";
import type { ApiDeps } from "../deps.ts";
import { publicationView } from "./post.ts";

/** How many days of trouble are still today's business, and how much of each list is looked at. */
const troubleMs = 14 * 86_400_000;
const longestList = 100;
const titleLength = 80;

interface Attention {
  kind:
    | "waiting-for-answer"
    | "waiting-for-approval"
    | "failed-publication"
    | "unconfirmed-publication"
    | "reconnect-channel"
    | "report-due";
  count: number;
  id?: string | undefined;
  title?: string | undefined;
  dueAt?: number | undefined;
}

/** What needs a person today, what goes out, how the audience and the goals stand. */
export async function todayView(deps: ApiDeps, actor: MemberActor, language: Language, timeZone: string) {
  const { workspaceId } = actor;
  const now = deps.clock.nowMs();
  const today = dayRange(dayOf(now, timeZone), timeZone);
  const [around, open, inReview, channels, reports, audience, goals] = await Promise.all([
    allPublications(deps.publications, workspaceId, { from: now - troubleMs, to: today.to }),
    deps.threads.list(workspaceId, "open", longestList, undefined),
    listPosts(deps, actor, { state: ["in-review"], limit: longestList }).then(unwrap),
    deps.channels.list(workspaceId),
    deps.reports.list(workspaceId),
    readAudience(deps, actor, { days: 7 }).then(unwrap),
    listGoals(deps, actor).then(unwrap),
  ]);
  const waiting = open.filter((thread) => thread.unanswered > 0 && !isSnoozed(thread, now));
  const [firstPost] = inReview.items;
  const one = <Item>(kind: Attention["kind"], items: readonly Item[], about: (item: Item) => Partial<Attention>) => {
    const [first] = items;
    return first === undefined ? [] : [{ kind, count: items.length, ...about(first) }];
  };
  const ofState = (state: string) => around.filter((publication) => publication.state === state);
  const about = ({ postId, content }: (typeof around)[number]) => ({
    id: postId,
    title: excerpt(content.text, titleLength),
  });
  const dueToday = reports.filter(({ nextDueAt = 0 }) => nextDueAt > now && nextDueAt < today.to);
  const needsAttention: Attention[] = [
    ...one("failed-publication", ofState("failed"), about),
    ...one("unconfirmed-publication", ofState("unconfirmed"), about),
    ...one(
      "reconnect-channel",
      channels.filter(({ state }) => state === "reconnect"),
      ({ id, name }) => ({ id, title: name }),
    ),
    ...one("waiting-for-answer", [...waiting].sort(byDue), ({ id, excerpt, dueAt }) => ({ id, title: excerpt, dueAt })),
    ...one("waiting-for-approval", inReview.items, () => ({
      id: firstPost?.id,
      title: firstPost && excerpt(firstPost.base.text, titleLength),
    })),
    ...one("report-due", dueToday, ({ id, name, nextDueAt }) => ({ id, title: name, dueAt: nextDueAt })),
  ];
  return {
    needsAttention,
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
    goals: {
      onCourse: goals.filter(({ state }) => state === "on-course" || state === "reached").length,
      behind: goals.filter(({ state }) => state === "behind").length,
    },
  };
}

const byDue = (a: { dueAt?: number | undefined }, b: { dueAt?: number | undefined }): number =>
  (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY);
