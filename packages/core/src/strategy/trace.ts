import type { Channels } from "../channels/connected/index.ts";
import type { Thread, Threads } from "../inbox/index.ts";
import { type PublicationResult, type PublicationResults, rateOf, wholeWorkspace } from "../insights/index.ts";
import { excerpt } from "../kernel/text.ts";
import { type Lead, type Leads, leadStages, touchesOf } from "../leads/index.ts";
import type { Publications } from "../publishing/index.ts";
import { type VisitOrigin, type VisitOriginDeps, visitOrigins } from "../visits/index.ts";
import type { Goal } from "./model.ts";

/** A publication behind a figure. */
export interface TracedPublication {
  readonly publicationId: string;
  readonly postId: string;
  readonly channelId: string;
  readonly text: string;
  readonly publishedAt: number;
  readonly interactions: number | null;
  readonly reach: number | null;
  /** Interactions / reach. */
  readonly rate: number | null;
}

/** A lead behind a figure, and the publication that brought it. */
export interface TracedLead {
  readonly leadId: string;
  readonly name: string | null;
  readonly at: number;
  readonly stage: Lead["stage"];
  readonly channelId: string | null;
  readonly postId: string | null;
  readonly postText: string | null;
}

/** A conversation or review behind a figure. */
export interface TracedThread {
  readonly threadId: string;
  readonly kind: Thread["kind"];
  readonly channelId: string;
  readonly person: string | null;
  readonly text: string;
  readonly at: number;
  /** Until when it should be answered. */
  readonly dueAt: number | null;
}

/**
 * What stands behind a goal's figure. `publications`: of the period, the best first by what is counted. `leads`: of the
 * period, the newest first. `waiting`: what is still unanswered, the one whose target comes first at the top. `negative` and
 * `answered`: conversations and reviews of the period, the newest first. `visits`: by origin, most first; `of` counts them.
 */
export type GoalTrace =
  | { readonly kind: "publications"; readonly of: number; readonly items: readonly TracedPublication[] }
  | { readonly kind: "leads"; readonly of: number; readonly items: readonly TracedLead[] }
  | {
      readonly kind: "waiting" | "negative" | "answered";
      readonly of: number;
      readonly items: readonly TracedThread[];
    }
  | { readonly kind: "visits"; readonly of: number; readonly items: readonly TracedVisits[] };

/** Visits of one origin behind a figure. */
export type TracedVisits = VisitOrigin;

export interface TraceDeps extends VisitOriginDeps {
  readonly channels: Pick<Channels, "list">;
  readonly results: Pick<PublicationResults, "since">;
  readonly publications: Pick<Publications, "getMany">;
  readonly leads: Pick<Leads, "list">;
  readonly threads: Pick<Threads, "list" | "listByTarget">;
}

/** The instants `[from, to)` of the figure's period, and its days, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly days: { readonly from: string; readonly to: string };
}

const mostShown = 20;
/** So many of a channel's publications, of the leads and of the threads of each state are looked at. */
const mostLooked = { results: 200, leads: 100, threads: 200 } as const;
const excerptLength = 120;

type Trace = (deps: TraceDeps, goal: Goal, span: Span) => Promise<GoalTrace>;

/** What a figure is traced to. */
const traces: Readonly<Record<Goal["kpi"], Trace>> = {
  followers: byPublications(({ reach }) => known(reach)),
  followersChange: byPublications(({ reach }) => known(reach)),
  interactions: byPublications(({ interactions }) => known(interactions)),
  engagementRate: byPublications(rateOf),
  reach: byPublications(({ reach }) => known(reach)),
  leads: byLeads,
  conversionToWon: byLeads,
  shareAnswered: byWaiting,
  medianFirstResponseMs: byWaiting,
  shareWithinTarget: byWaiting,
  qualityScore: byThreads("answered", ({ lastOwn }) => lastOwn),
  negativeFeedback: byThreads("negative", ({ sentiment }) => sentiment === "negative"),
  negativePer1000: byThreads("negative", ({ sentiment }) => sentiment === "negative"),
  siteVisits: byVisits,
};

/** The publications, leads or conversations behind a goal's figure. Each list is read up to a bound. */
export const traceOf = (deps: TraceDeps, goal: Goal, span: Span): Promise<GoalTrace> =>
  traces[goal.kpi](deps, goal, span);

const isOf = ({ channelId }: Goal, ofChannel: string | undefined): boolean =>
  channelId === wholeWorkspace || channelId === ofChannel;

const known = (figure: PublicationResult["reach"]): number | null => (figure.available ? figure.value : null);

function byPublications(measure: (result: PublicationResult) => number | null): Trace {
  return async (deps, goal, { from, to }) => {
    const { workspaceId } = goal;
    const channels = (await deps.channels.list(workspaceId)).filter(({ id }) => isOf(goal, id));
    const found = await Promise.all(
      channels.map(({ id }) => deps.results.since(workspaceId, id, from, mostLooked.results)),
    );
    const within = found.flat().filter(({ publishedAt }) => publishedAt < to);
    const best = within.toSorted((a, b) => (measure(b) ?? -1) - (measure(a) ?? -1)).slice(0, mostShown);
    const publications = await byId(
      deps,
      workspaceId,
      best.map(({ publicationId }) => publicationId),
    );
    return {
      kind: "publications",
      of: within.length,
      items: best.flatMap((result): TracedPublication[] => {
        const publication = publications.get(result.publicationId);
        if (!publication) return [];
        const { id: publicationId, postId, channelId, content } = publication;
        const { publishedAt, interactions, reach } = result;
        const figures = { interactions: known(interactions), reach: known(reach), rate: rateOf(result) };
        return [
          { publicationId, postId, channelId, text: excerpt(content.text, excerptLength), publishedAt, ...figures },
        ];
      }),
    };
  };
}

async function byLeads(deps: TraceDeps, goal: Goal, { from, to }: Span): Promise<GoalTrace> {
  const { workspaceId } = goal;
  const newest = await deps.leads.list(workspaceId, leadStages, mostLooked.leads, undefined);
  const within = newest.filter((lead) => lead.createdAt >= from && lead.createdAt < to && isOf(goal, lead.channelId));
  const shown = within.slice(0, mostShown);
  const ids = shown.flatMap((lead) => touchesOf(lead).first.publicationId ?? []);
  const publications = await byId(deps, workspaceId, ids);
  return {
    kind: "leads",
    of: within.length,
    items: shown.map((lead): TracedLead => {
      const publication = publications.get(touchesOf(lead).first.publicationId ?? "");
      return {
        leadId: lead.id,
        name: lead.name ?? null,
        at: lead.createdAt,
        stage: lead.stage,
        channelId: lead.channelId ?? null,
        postId: publication?.postId ?? null,
        postText: publication ? excerpt(publication.content.text, excerptLength) : null,
      };
    }),
  };
}

async function byWaiting(deps: TraceDeps, goal: Goal): Promise<GoalTrace> {
  const waiting = await deps.threads.listByTarget(goal.workspaceId, mostLooked.threads, undefined);
  const own = waiting.filter(({ channelId }) => isOf(goal, channelId));
  return { kind: "waiting", of: own.length, items: own.slice(0, mostShown).map(tracedThread) };
}

function byThreads(kind: "negative" | "answered", isBehind: (thread: Thread) => boolean): Trace {
  return async (deps, goal, { from, to }) => {
    const states = ["open", "done"] as const;
    const lists = await Promise.all(
      states.map((state) => deps.threads.list(goal.workspaceId, state, mostLooked.threads, undefined)),
    );
    const own = lists
      .flat()
      .filter(
        (thread) => isBehind(thread) && thread.lastAt >= from && thread.lastAt < to && isOf(goal, thread.channelId),
      )
      .sort((a, b) => b.lastAt - a.lastAt);
    return { kind, of: own.length, items: own.slice(0, mostShown).map(tracedThread) };
  };
}

async function byVisits(deps: TraceDeps, { workspaceId, channelId }: Goal, { days }: Span): Promise<GoalTrace> {
  const site = channelId === wholeWorkspace ? undefined : channelId;
  const origins = await visitOrigins(deps, workspaceId, { ...days, site, most: mostShown });
  return { kind: "visits", of: origins.sessions, items: origins.items };
}

const tracedThread = (thread: Thread): TracedThread => ({
  threadId: thread.id,
  kind: thread.kind,
  channelId: thread.channelId,
  person: thread.person?.name ?? null,
  text: thread.excerpt,
  at: thread.waitingSince ?? thread.lastAt,
  dueAt: thread.dueAt ?? null,
});

async function byId({ publications }: Pick<TraceDeps, "publications">, workspaceId: string, ids: readonly string[]) {
  const unique = [...new Set(ids)];
  const found = unique.length > 0 ? await publications.getMany(workspaceId, unique) : [];
  return new Map(found.map((publication) => [publication.id, publication]));
}
