import type { Workspaces } from "../access/index.ts";
import type { ConnectorError } from "../channels/errors.ts";
import { notAvailable } from "../channels/measurement.ts";
import type { PublicPage } from "../channels/public-pages.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Queue } from "../kernel/queue.ts";
import { addDays, dayOf, startOfDay } from "../kernel/time.ts";
import type { PublicPagesMessage } from "./messages.ts";
import type { Competitor, CompetitorTrouble, PageDay } from "./model.ts";
import type { Competitors, PageDays } from "./ports.ts";
import { type ReadingDeps, readerOf } from "./reading.ts";

export interface MeasurePublicPagesDeps extends ReadingDeps {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly competitors: Pick<Competitors, "list" | "note">;
  readonly pageDays: Pick<PageDays, "put">;
  readonly publicPagesQueue: Queue<PublicPagesMessage>;
  readonly clock: Clock;
}

/** How many pages one message asks for before it sends the others on, or as soon as they took so long. */
const pagesAtOnce = 5;
const patienceMs = 30_000;
/** Above this share of what the platform allows, the rest is left to the workspace's own channels for a while. */
const ownRoom = 0.6;
const maxAttempts = 5;
const retryMs = 60_000;
const maxDelayMs = 900_000;

/** What became of the pages of a message; `later` were put back on the queue. */
export interface PagesMeasured {
  readonly measured: number;
  readonly refused: number;
  readonly later: number;
}

type Outcome = "measured" | "refused" | "again" | { readonly waitMs: number };

/**
 * Asks a platform for public pages, one after another, and stores what they had on each day. One that is refused is noted
 * and holds up no other; where the platform's limit is near, the rest waits. Asking twice is harmless.
 */
export async function measurePublicPages(
  deps: MeasurePublicPagesDeps,
  message: PublicPagesMessage,
): Promise<PagesMeasured> {
  const counts = { measured: 0, refused: 0 };
  const { pages } = message.publicPages;
  const [workspace, competitors] = await Promise.all([
    deps.workspaces.get(message.workspaceId),
    deps.competitors.list(message.workspaceId),
  ]);
  if (!workspace) return { ...counts, later: 0 };
  const startedAt = deps.clock.nowMs();
  const again: string[] = [];
  let rest = pages.slice(pagesAtOnce);
  let waitMs = 0;
  for (const [index, page] of pages.slice(0, pagesAtOnce).entries()) {
    const { outcome, usage } = await measurePage(deps, message, {
      ...{ page, zone: workspace.timeZone, competitor: competitors.find(({ id }) => id === page) },
    });
    if (outcome === "measured" || outcome === "refused") counts[outcome] += 1;
    else if (outcome === "again") again.push(page);
    const isLimited = typeof outcome === "object";
    const isCrowded = usage > ownRoom;
    if (!isLimited && !isCrowded && deps.clock.nowMs() - startedAt <= patienceMs) continue;
    if (isLimited || isCrowded) waitMs = isLimited ? outcome.waitMs : maxDelayMs;
    rest = pages.slice(isLimited ? index : index + 1);
    break;
  }
  const later = [
    ...(await sendOn(deps, message, rest, waitMs > 0 ? { waitMs } : null)),
    ...(await sendOn(deps, message, again, { waitMs: retryMs * 2 ** message.attempt })),
  ];
  return { ...counts, later: later.length };
}

/** Puts pages back on the queue; those that have to wait only so often, after which that is noted. Answers which. */
async function sendOn(
  deps: MeasurePublicPagesDeps,
  message: PublicPagesMessage,
  pages: readonly string[],
  delay: { readonly waitMs: number } | null,
): Promise<readonly string[]> {
  if (pages.length === 0) return [];
  if (delay && message.attempt >= maxAttempts) {
    for (const page of pages.filter((one) => !isOwn(one))) {
      await deps.competitors.note(message.workspaceId, page, { trouble: "not-read" });
    }
    return [];
  }
  const next = { ...message, publicPages: { ...message.publicPages, pages: [...pages] } };
  if (delay) {
    const delayMs = Math.min(maxDelayMs, Math.max(retryMs, delay.waitMs));
    await deps.publicPagesQueue.send({ ...next, attempt: message.attempt + 1 }, { delayMs });
  } else await deps.publicPagesQueue.send(next);
  return pages;
}

async function measurePage(
  deps: MeasurePublicPagesDeps,
  { workspaceId, publicPages: { platform, days } }: PublicPagesMessage,
  { page, zone, competitor }: { page: string; zone: string; competitor: Competitor | undefined },
): Promise<{ readonly outcome: Outcome; readonly usage: number }> {
  if (!competitor && !isOwn(page)) return { outcome: "refused", usage: 0 };
  const refused = async (trouble: CompetitorTrouble) => {
    if (competitor) await deps.competitors.note(workspaceId, page, { trouble });
    return { outcome: "refused", usage: 0 } as const;
  };
  const reader = await readerOf(deps, workspaceId, platform, isOwn(page) ? page : undefined);
  if (!reader) return refused("no-channel");
  const now = deps.clock.nowMs();
  const today = dayOf(now, zone);
  const since = startOfDay(addDays(today, 1 - days), zone);
  const read = await reader.publicPages.read(reader.call, { app: reader.app, handle: competitor?.handle, since });
  if (!read.ok) {
    const trouble = troubleOf(read.error);
    if (trouble) return refused(trouble);
    const isLimited = read.error.class === "rate-limited";
    return { outcome: isLimited ? { waitMs: waitOf(read.error, now) } : "again", usage: 0 };
  }
  await deps.pageDays.put(workspaceId, page, daysOf(page, read.value, { days, today, now, zone }));
  const { name: pageName, url, usage } = read.value;
  if (competitor) await deps.competitors.note(workspaceId, page, { measuredAt: now, pageName, url });
  return { outcome: "measured", usage };
}

/** Whether a page is a channel of the workspace, asked for as anybody sees it. */
const isOwn = (page: string): boolean => page.startsWith("chan_");

const waitOf = (error: ConnectorError, now: number): number =>
  error.class === "rate-limited" ? Math.max(1, error.resetAt - now) : 0;

/** What lasts until somebody does something; anything else passes. */
function troubleOf({ class: cause }: ConnectorError): CompetitorTrouble | undefined {
  if (cause === "not-found") return "not-visible";
  if (cause === "permission") return "no-permission";
  return cause === "auth-expired" ? "no-channel" : undefined;
}

/**
 * A page as its days, the earliest first: its followers belong to the day that runs, each post to the day on which it was
 * published. A day of which not all posts were told is left out.
 */
export function daysOf(
  page: string,
  { followers, posts }: Pick<PublicPage, "followers" | "posts">,
  { days, today, now, zone }: { days: number; today: string; now: number; zone: string },
): PageDay[] {
  const reports: PageDay[] = [];
  for (let back = posts.available ? days - 1 : 0; back >= 0; back -= 1) {
    const day = addDays(today, -back);
    const isToday = back === 0;
    const isWhole = posts.available && startOfDay(day, zone) >= posts.completeFrom;
    if (!isToday && !isWhole) continue;
    const known = isWhole
      ? ({ available: true, list: posts.posts.filter(({ publishedAt }) => dayOf(publishedAt, zone) === day) } as const)
      : ({ available: false, reason: posts.available ? "not-yet" : posts.reason } as const);
    reports.push({
      page,
      day,
      measuredAt: now,
      followers: isToday ? followers : notAvailable("not-yet"),
      posts: known,
    });
  }
  return reports;
}
