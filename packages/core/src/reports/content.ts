import type { Figure } from "../channels/measurement.ts";
import type { PlatformComparison } from "../competitors/index.ts";
import type { ContentType, Headline, HeadlineFigures, KpiPoint, KpiReport, TypeNorm } from "../insights/index.ts";
import type { Money } from "../kernel/money.ts";
import type { Recommendation } from "../recommendations/index.ts";
import type { ReturnReport } from "../returns/index.ts";
import type { GoalKpi } from "../strategy/index.ts";
import type { VisitReport } from "../visits/index.ts";
import type { ReportScope } from "./model.ts";

/**
 * Everything a report says, as figures and facts: the narrative, mail, PDF and CSV are made from this alone, so that
 * all say the same.
 */
export interface ReportContent {
  readonly scope: ReportScope;
  readonly workspace: { readonly name: string; readonly timeZone: string; readonly currency: string };
  /** The names of the channels it speaks of; empty where it speaks of the whole workspace. */
  readonly onlyChannels: readonly string[];
  /** When the figures were put together, epoch ms. */
  readonly madeAt: number;
  /** Where the dashboard is; buttons lead there. */
  readonly publicUrl: string;
  readonly figures: ReportFigures;
  readonly goals: readonly ReportGoal[];
  readonly done: {
    readonly published: number;
    readonly failed: number;
    /** Publications that left within 2 s of their second. */
    readonly onTime: number;
  };
  /** The publications of the period with the most interactions so far, at most three. */
  readonly best: readonly ReportPublication[];
  /** What is usual for each content type of each channel; empty where the report does not look back as far. */
  readonly norms: readonly ReportNorm[];
  /** Its pages beside those of competitors; absent where nobody asked, empty where nobody is watched. */
  readonly competitors?: readonly PlatformComparison[] | undefined;
  readonly reputation: ReportReputation;
  readonly leads: ReportLeads;
  /** What needs management or the manager, the gravest first. */
  readonly needs: readonly ReportNeed[];
  /** What was spent and what came of it; absent where nobody measures or plans spending, or it is about some channels. */
  readonly spend?: ReturnReport | undefined;
  /** Visits of the site from social; absent where none is measured, or it is about some channels. */
  readonly visits?: VisitReport | undefined;
  /** What the figures advise, the most important first; at most three. */
  readonly advice: readonly ReportAdvice[];
  /** What the team decided about threats and opportunities in the period, the newest first. */
  readonly decided: readonly ReportDecided[];
  readonly next: ReportNext;
}

export interface ReportFigures {
  readonly kpis: KpiReport;
  /** How the headlines changed against `kpis.before`; see `perDay`. */
  readonly change: Readonly<Record<Headline, FigureChange>>;
  /** The two periods differ in length: sums are then compared per day, and only their relative change is known. */
  readonly perDay: boolean;
  /** The whole weeks that end with the period. */
  readonly weeks: readonly KpiPoint[];
  readonly channels: readonly ReportChannel[];
}

export interface FigureChange {
  readonly difference: Figure;
  /** 0.05 is 5 % more. */
  readonly relative: Figure;
}

export interface ReportChannel {
  readonly name: string;
  readonly figures: HeadlineFigures;
  readonly reach: FigureChange;
}

export interface ReportGoal {
  readonly id: string;
  readonly name: string;
  /** What the goal aims at: the figure's name in the insights domain. */
  readonly headline: GoalKpi;
  readonly channelName?: string | undefined;
  readonly baseline: number;
  readonly target: number;
  /** `null` when it is not available. */
  readonly current: number | null;
  /** The last day of that figure where later ones are not told yet; absent where none is missing. */
  readonly toldUntil?: string | undefined;
  readonly state: "on-course" | "behind" | "reached" | "missed" | "no-data";
  /** Share of the way from baseline to target, 0..1; `null` when it is not available. */
  readonly progress: number | null;
  readonly dueDay: string;
  /** What the figure will be on the due day with a probability of 80 %; `null` where nobody can tell. */
  readonly forecast: { readonly low: number; readonly high: number } | null;
  /** The figure as it stood at the end of each of the last weeks, the earliest first; `null` where it is not known. */
  readonly history: readonly { readonly day: string; readonly value: number | null }[];
}

export interface ReportPublication {
  readonly id: string;
  readonly channelName: string;
  readonly text: string;
  readonly url?: string | undefined;
  readonly publishedAt: number;
  readonly contentType: ContentType;
  readonly interactions: number;
  /** People reached, or views where people are not given; `null` when the platform gives neither. */
  readonly reach: number | null;
  readonly picture?: ReportPicture | undefined;
}

/** What is usual for a content type of a channel. */
export interface ReportNorm extends Pick<TypeNorm, "contentType" | "posts" | "engagementRate"> {
  readonly channelName: string;
}

/** A picture as its file stands in the library: JPEG, PNG, GIF or WebP. */
export interface ReportPicture {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly altText: string;
}

export interface ReportReputation {
  /** Reviews of the period. */
  readonly reviews: number;
  readonly answered: number;
  /** Those with stars, and their mean; `null` where none were given. */
  readonly rated: number;
  readonly mean: number | null;
  readonly meanBefore: number | null;
  /** Those without stars. */
  readonly recommended: number;
  readonly notRecommended: number;
  readonly negativeMessages: number;
  /** Reviews and messages that still wait for an answer now, and those of them past their target. */
  readonly waiting: number;
  readonly overdue: number;
  /** Unhappy reviews of the period in their own words, those without an answer first; at most three. */
  readonly unhappy: readonly ReportReview[];
  readonly cases: { readonly opened: number; readonly closed: number; readonly stillOpen: number };
}

export interface ReportReview {
  readonly id: string;
  readonly text: string;
  readonly rating: number | null;
  readonly channelName: string;
  readonly isAnswered: boolean;
}

export interface ReportLeads {
  readonly received: number;
  readonly won: number;
  /** What the leads of the period brought so far, one sum a currency. */
  readonly value: readonly Money[];
  readonly bySource: Readonly<Record<string, number>>;
}

export const needKinds = [
  "critical-alert",
  "failed-publications",
  "reconnect-channel",
  "overdue-answers",
  "waiting-reviews",
  "waiting-leads",
  "waiting-approvals",
  "unconfirmed-publications",
  "lead-steps",
  "open-cases",
  "goal-behind",
] as const;

/** Something that needs a person, with the page of the dashboard where it is done. */
export interface ReportNeed {
  readonly kind: (typeof needKinds)[number];
  readonly count: number;
  /** Names the channel or goal where there is one. */
  readonly subject?: string | undefined;
  /** What a critical alert says. */
  readonly alert?: ReportAlert | undefined;
  /** Some of them, the most urgent first. */
  readonly examples: readonly ReportExample[];
  /** Path in the dashboard, such as `/inbox`. */
  readonly path: string;
}

export interface ReportExample {
  /** People's own words, or a name. */
  readonly text: string;
  readonly who?: string | undefined;
  readonly channelName?: string | undefined;
  /** When it was or is due, epoch ms. */
  readonly at?: number | undefined;
}

/** An alert as far as its sentence needs it. */
export interface ReportAlert {
  readonly kind: string;
  /** Pieces of evidence since it was last opened, and the hours they happened in. */
  readonly count: number;
  readonly hours: number;
  readonly params: Readonly<Record<string, string | number>>;
  readonly channelName: string;
}

/** A recommendation as far as its sentences need it. */
export interface ReportAdvice extends Pick<Recommendation, "rule" | "params"> {
  readonly channelName: string;
}

export interface ReportDecided {
  readonly alert: ReportAlert;
  readonly outcome: "handled" | "no-action" | "false-alarm";
  readonly note?: string | undefined;
  readonly at: number;
}

export interface ReportNext {
  /** The last day looked at. */
  readonly until: string;
  readonly scheduled: readonly { readonly dueAt: number; readonly channelName: string; readonly text: string }[];
  /** Times of the posting schedules until then that nothing is planned for. */
  readonly freeSlots: number;
}

/** A report as it goes to one reader, in one language. */
export interface RenderedReport {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Charts and pictures shown in the HTML as `cid:<contentId>`. */
  readonly images: readonly { readonly contentId: string; readonly fileName: string; readonly png: Uint8Array }[];
  readonly pdf: { readonly fileName: string; readonly bytes: Uint8Array };
  readonly csv: { readonly fileName: string; readonly text: string };
}
