import type { Campaigns } from "../campaigns/index.ts";
import type { Posts } from "../content/index.ts";
import { excerpt } from "../kernel/text.ts";
import { campaignFinder, isPostId } from "./origins.ts";
import type { SiteDays } from "./ports.ts";
import { rowsOf } from "./sums.ts";

/** Visits of one source, campaign and post. */
export interface VisitOrigin {
  readonly source: string;
  /** The campaign's name, or what the link's tag calls it; empty for none. */
  readonly campaign: string;
  readonly campaignId: string | null;
  readonly postId: string | null;
  readonly postText: string | null;
  readonly sessions: number;
}

export interface VisitOriginDeps {
  readonly siteDays: Pick<SiteDays, "between">;
  readonly campaigns: Pick<Campaigns, "list">;
  readonly posts: Pick<Posts, "getMany">;
}

const excerptLength = 120;

/** Where the visits of some days came from, most first, and how many there were. Two queries and a key for each post. */
export async function visitOrigins(
  deps: VisitOriginDeps,
  workspaceId: string,
  ask: { readonly from: string; readonly to: string; readonly site: string | undefined; readonly most: number },
): Promise<{ readonly sessions: number; readonly items: readonly VisitOrigin[] }> {
  const [days, campaigns] = await Promise.all([
    deps.siteDays.between(workspaceId, ask.from, ask.to),
    deps.campaigns.list(workspaceId),
  ]);
  const rows = rowsOf(days.filter(({ channelId }) => ask.site === undefined || channelId === ask.site));
  const sessionsOf = (some: typeof rows) => some.reduce((sum, { sessions }) => sum + sessions, 0);
  const campaignOf = campaignFinder(campaigns);
  const keyOf = ({ source, campaign, content }: (typeof rows)[number]) =>
    JSON.stringify([source, campaignOf(campaign)?.code ?? campaign, content]);
  const groups = [...Map.groupBy(rows, keyOf)]
    .map(([key, own]) => ({ key, first: own[0], sessions: sessionsOf(own) }))
    .sort((a, b) => b.sessions - a.sessions || (a.key < b.key ? -1 : 1))
    .slice(0, ask.most);
  const ids = [...new Set(groups.map(({ first }) => first?.content ?? "").filter(isPostId))];
  const posts = ids.length > 0 ? await deps.posts.getMany(workspaceId, ids) : [];
  const texts = new Map(posts.map((post) => [post.id, excerpt(post.base.text, excerptLength)]));
  return {
    sessions: sessionsOf(rows),
    items: groups.map(({ first, sessions }) => {
      const { source = "", campaign = "", content = "" } = first ?? {};
      const ours = campaignOf(campaign);
      const postText = texts.get(content) ?? null;
      return {
        source,
        campaign: ours?.name ?? campaign,
        campaignId: ours?.id ?? null,
        postId: postText === null ? null : content,
        postText,
        sessions,
      };
    }),
  };
}
