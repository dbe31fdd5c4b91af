import type { Campaign } from "../campaigns/index.ts";
import { otherSources } from "./model.ts";
import type { CampaignVisits, PostVisits, SourceVisits } from "./report.ts";
import { type DatedRow, sumsOf } from "./sums.ts";

/** So many sources and campaigns are told one by one, and so many posts. */
const mostOrigins = 12;
export const mostPosts = 10;

type Rows = readonly DatedRow[];

/** The rows of two periods that may be compared, with the number of days that are known of each. */
export interface Comparison {
  readonly now: Rows;
  readonly nowDays: number;
  readonly before: Rows;
  readonly beforeDays: number;
}

/** Visits by source, most first; what is beyond the first twelve is one. */
export function sourcesOf(rows: Rows, comparison: Comparison | null): SourceVisits[] {
  return largest(rows, comparison, ({ source }) => source, otherSources).map(({ key, own, compared }) => ({
    source: key,
    ...sumsOf(own),
    paid: own.filter(({ kind }) => kind === "paid").reduce((sum, row) => sum + row.sessions, 0),
    compared,
  }));
}

/**
 * Visits by campaign, as the links' tags name it, most first and those of none last. A tag is one of our campaigns when it
 * is its code, or its name, in whatever case.
 */
export function campaignsOf(
  rows: Rows,
  comparison: Comparison | null,
  campaigns: readonly Campaign[],
): CampaignVisits[] {
  const campaignOf = campaignFinder(campaigns);
  const keyOf = ({ campaign }: DatedRow) => campaignOf(campaign)?.code ?? campaign;
  return largest(rows, comparison, keyOf, otherSources)
    .map(({ key, own, compared }) => {
      const campaign = campaignOf(key);
      return {
        code: key,
        campaignId: campaign?.id ?? null,
        name: campaign?.name ?? key,
        ...sumsOf(own),
        compared,
      };
    })
    .sort((a, b) => Number(a.code === "") - Number(b.code === ""));
}

/** Finds the campaign of ours that a tag names: by its code, or its name, in whatever case. */
export function campaignFinder(campaigns: readonly Campaign[]): (tag: string) => Campaign | undefined {
  const ours = new Map(campaigns.flatMap((one) => [one.name, one.code].map((key) => [folded(key), one] as const)));
  return (tag) => ours.get(folded(tag));
}

/** Whether a tag's content may be a post of ours: links are tagged with its id unless somebody chose otherwise. */
export const isPostId = (content: string): boolean => /^post_\w{10,40}$/.test(content);

/** Visits by post, for tags whose content is a post of ours, most first. */
export function postsOf(rows: Rows, texts: ReadonlyMap<string, string>): PostVisits[] {
  return candidatePosts(rows).flatMap(({ postId, own }) => {
    const text = texts.get(postId);
    return text === undefined ? [] : [{ postId, text, ...sumsOf(own) }];
  });
}

/** What may be posts of ours by their ids, those with most visits first. */
export function candidatePosts(rows: Rows): { readonly postId: string; readonly own: Rows }[] {
  const byContent = Map.groupBy(
    rows.filter(({ content }) => isPostId(content)),
    ({ content }) => content,
  );
  return [...byContent]
    .map(([postId, own]) => ({ postId, own }))
    .sort((a, b) => sessionsOf(b.own) - sessionsOf(a.own) || (a.postId < b.postId ? -1 : 1))
    .slice(0, mostPosts);
}

function largest(rows: Rows, comparison: Comparison | null, keyOf: (row: DatedRow) => string, rest: string) {
  const groups = [...Map.groupBy(rows, keyOf)]
    .map(([key, own]) => ({ key, own }))
    .sort((a, b) => sessionsOf(b.own) - sessionsOf(a.own) || (a.key < b.key ? -1 : 1));
  const alone = groups.filter(({ key }) => key !== rest).slice(0, mostOrigins);
  const names = new Set(alone.map(({ key }) => key));
  const others = groups.filter(({ key }) => !names.has(key)).flatMap(({ own }) => own);
  const told = others.length > 0 ? [...alone, { key: rest, own: others }] : alone;
  return told.map(({ key, own }) => {
    const isOwn = (row: DatedRow) => (key === rest ? !names.has(keyOf(row)) : keyOf(row) === key);
    const meanOf = (some: Rows, days: number) => sessionsOf(some.filter(isOwn)) / days;
    const compared = comparison && {
      now: meanOf(comparison.now, comparison.nowDays),
      before: meanOf(comparison.before, comparison.beforeDays),
    };
    return { key, own, compared };
  });
}

const sessionsOf = (rows: Rows): number => rows.reduce((sum, row) => sum + row.sessions, 0);
const folded = (text: string): string => text.trim().toLowerCase();
