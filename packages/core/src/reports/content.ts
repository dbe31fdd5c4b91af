import type { KpiReport } from "../insights/index.ts";
import type { ReportScope } from "./model.ts";

/**
 * Everything a report says, as figures and facts: the narrative, mail, PDF and CSV are made from this alone, so that
 * all say the same.
 */
export interface ReportContent {
  readonly workspace: { readonly name: string; readonly timeZone: string; readonly currency: string };
  /** What was asked for: the renderer shows these sections in this order. */
  readonly scope: ReportScope;
  /** ISO number of the week the period begins in. */
  readonly week: number;
  /** When the figures were put together, epoch ms. */
  readonly madeAt: number;
  /** Where the dashboard is; buttons lead there. */
  readonly publicUrl: string;
  readonly kpis: KpiReport;
  readonly goals: readonly ReportGoal[];
  readonly done: {
    readonly published: number;
    readonly failed: number;
    /** Publications that left within 2 s of their second. */
    readonly onTime: number;
  };
  /** The publications with the most interactions, at most three. */
  readonly best: readonly ReportPublication[];
  readonly reputation: {
    readonly recommended: number;
    readonly notRecommended: number;
    readonly negativeMessages: number;
    /** Reviews and messages that still wait for an answer now. */
    readonly waiting: number;
    /** Those of them past their target. */
    readonly overdue: number;
  };
  readonly leads: { readonly received: number; readonly won: number };
  readonly decisions: readonly ReportDecision[];
  readonly next: {
    readonly scheduled: readonly { readonly dueAt: number; readonly channelName: string; readonly text: string }[];
    /** Times of the posting schedules in the next seven days that nothing is planned for. */
    readonly freeSlots: number;
  };
}

export interface ReportGoal {
  readonly id: string;
  readonly name: string;
  /** What the goal aims at: the figure's name in the insights domain. */
  readonly headline: string;
  readonly channelName?: string | undefined;
  readonly baseline: number;
  readonly target: number;
  /** `null` when it is not available. */
  readonly current: number | null;
  readonly state: "on-course" | "behind" | "reached" | "missed" | "no-data";
  /** Share of the way from baseline to target, 0..1; `null` when it is not available. */
  readonly progress: number | null;
  readonly dueDay: string;
}

export interface ReportPublication {
  readonly id: string;
  readonly channelName: string;
  readonly text: string;
  readonly url?: string | undefined;
  readonly publishedAt: number;
  readonly interactions: number;
  /** `null` when the platform does not give it. */
  readonly reach: number | null;
}

/** Something that needs management or the manager, with the page of the dashboard where it is decided. */
export interface ReportDecision {
  readonly kind: "overdue-answers" | "waiting-reviews" | "failed-publications" | "reconnect-channel" | "goal-behind";
  readonly count: number;
  /** Names the channel or goal where there is one. */
  readonly subject?: string | undefined;
  /** Path in the dashboard, such as `/inbox`. */
  readonly path: string;
}

/** A report as it goes to one reader, in one language. */
export interface RenderedReport {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Charts shown in the HTML as `cid:<contentId>`. */
  readonly images: readonly { readonly contentId: string; readonly fileName: string; readonly png: Uint8Array }[];
  readonly pdf: { readonly fileName: string; readonly bytes: Uint8Array };
  readonly csv: { readonly fileName: string; readonly text: string };
}
