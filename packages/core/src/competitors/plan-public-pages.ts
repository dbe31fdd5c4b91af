import type { Workspaces } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Queue } from "../kernel/queue.ts";
import { inZone } from "../kernel/time.ts";
import type { PublicPagesMessage } from "./messages.ts";
import type { Competitors } from "./ports.ts";
import { connectedTo } from "./reading.ts";

/** How far back the posts of a page that was just added are asked for, days. */
export const historyDays = 90;
/** How far back each day: interactions with a post hardly grow beyond. */
const watchedDays = 14;
/** At this hour of the workspace's day pages are asked for: late, and not when its own channels are. */
const hour = 22;

export interface PlanPublicPagesDeps {
  readonly workspaces: Pick<Workspaces, "listAll">;
  readonly channels: Pick<Channels, "list">;
  readonly competitors: Pick<Competitors, "list">;
  readonly publicPagesQueue: Queue<PublicPagesMessage>;
  readonly clock: Clock;
}

/**
 * Called once an hour: enqueues the public pages that are due now in each workspace's own time, one message a platform,
 * its own channels there first. Answers how many pages are asked.
 */
export async function planPublicPages(deps: PlanPublicPagesDeps): Promise<number> {
  const due = (await deps.workspaces.listAll()).filter(
    ({ timeZone }) => inZone(deps.clock.nowMs(), timeZone).hour === hour,
  );
  let asked = 0;
  for (const { id } of due) asked += await measurePublicPagesNow(deps, id);
  return asked;
}

/** Has a workspace's competitors, and its own channels beside them, asked for at once. Answers how many pages. */
export async function measurePublicPagesNow(
  deps: Omit<PlanPublicPagesDeps, "workspaces" | "clock">,
  workspaceId: string,
): Promise<number> {
  const competitors = await deps.competitors.list(workspaceId);
  if (competitors.length === 0) return 0;
  const channels = await deps.channels.list(workspaceId);
  const messages = [...new Set(competitors.map(({ platform }) => platform))].map((platform) => {
    const pages = [...connectedTo(channels, platform), ...competitors.filter((one) => one.platform === platform)];
    const publicPages = { platform, pages: pages.map(({ id }) => id), days: watchedDays };
    return { message: { workspaceId, publicPages, attempt: 0 } };
  });
  await deps.publicPagesQueue.sendAll(messages);
  return messages.reduce((sum, { message }) => sum + message.publicPages.pages.length, 0);
}
