import { authorize } from "../access/index.ts";
import type { Channel, Channels } from "../channels/connected/index.ts";
import { daysIn, maxPeriodDays, periodReversed, periodTooLong } from "../insights/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { addDays } from "../kernel/time.ts";
import type { Competitor } from "./model.ts";
import { type PageFigures, pageFigures } from "./page-figures.ts";
import type { Competitors, PageDays } from "./ports.ts";

export interface ReadComparisonDeps {
  readonly channels: Pick<Channels, "list">;
  readonly competitors: Pick<Competitors, "list">;
  readonly pageDays: Pick<PageDays, "between">;
}

/** A page beside the others of its platform. */
export interface ComparedPage {
  /** The channel's or the competitor's. */
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly isOwn: boolean;
  readonly figures: PageFigures;
  /** Only of competitors. */
  readonly competitor?: Pick<Competitor, "pageName" | "addedAt" | "measuredAt" | "trouble"> | undefined;
}

/** The pages of one platform: the workspace's own first, then its competitors, those with most followers first. */
export interface PlatformComparison {
  readonly platform: string;
  /** The platform's own name. */
  readonly platformName: string;
  readonly pages: readonly ComparedPage[];
}

/**
 * How competitors did in a period beside the workspace's own channels of the same platforms, by figures that anybody can
 * see; nothing of platforms where nobody is watched. One query a page, and the two lists.
 */
export async function readComparison(
  deps: ReadComparisonDeps,
  actor: Actor,
  { from, to, channelIds }: { from: string; to: string; channelIds?: readonly string[] | undefined },
): Promise<Result<readonly PlatformComparison[], Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  if (to < from) return err(periodReversed());
  if (daysIn(from, to) > maxPeriodDays) return err(periodTooLong());
  const { workspaceId } = actor;
  const competitors = await deps.competitors.list(workspaceId);
  if (competitors.length === 0) return ok([]);
  const channels = (await deps.channels.list(workspaceId)).filter(({ id }) => channelIds?.includes(id) ?? true);
  const figuresOf = async (page: string) =>
    pageFigures(await deps.pageDays.between(workspaceId, page, addDays(from, -1), addDays(to, 1)), { from, to });
  const platforms = [...new Set(competitors.map(({ platform }) => platform))].filter(
    (platform) => channelIds === undefined || channels.some((channel) => channel.platform === platform),
  );
  const groups = platforms.map(async (platform): Promise<PlatformComparison> => {
    const own = channels.filter((channel) => channel.platform === platform);
    const others = competitors.filter((one) => one.platform === platform);
    const pages = await Promise.all([
      ...own.map(async (channel) => ownPage(channel, await figuresOf(channel.id))),
      ...others.map(async (competitor) => rivalPage(competitor, await figuresOf(competitor.id))),
    ]);
    return {
      platform,
      platformName: others[0]?.platformName ?? platform,
      pages: pages.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || sizeOf(b) - sizeOf(a)),
    };
  });
  return ok(await Promise.all(groups));
}

const ownPage = ({ id, name, url }: Channel, figures: PageFigures): ComparedPage => ({
  ...{ id, name, url, isOwn: true, figures },
});

const rivalPage = (
  { id, name, url, pageName, addedAt, measuredAt, trouble }: Competitor,
  figures: PageFigures,
): ComparedPage => ({
  ...{ id, name, url, isOwn: false, figures },
  competitor: { pageName, addedAt, measuredAt, trouble },
});

const sizeOf = ({ figures: { followers } }: ComparedPage): number => (followers.available ? followers.value : -1);
