type Count = (count: number) => string;
type Kind = "daily" | "weekly" | "monthly" | "quarterly";
type ByKind<Value = string> = Readonly<Record<Kind, Value>>;
export type NeedKind =
  | "critical-alert"
  | "failed-publications"
  | "reconnect-channel"
  | "overdue-answers"
  | "waiting-reviews"
  | "waiting-leads"
  | "waiting-approvals"
  | "unconfirmed-publications"
  | "lead-steps"
  | "open-cases"
  | "goal-behind";

/** Every word of a report. Figures come in already formatted, except counts that decide a plural form. */
export interface ReportTexts {
  /** What the report is called, and how its subject begins. `name` is a day, a month or the number of a week. */
  readonly title: ByKind<(name: string) => string>;
  readonly subject: ByKind<(name: string, clauses: string) => string>;
  /** Under the title: whose report it is and of which days. */
  readonly head: ByKind<(workspace: string, period: string) => string>;
  readonly onlyChannels: (names: string) => string;
  readonly andMore: Count;
  readonly sections: Readonly<
    Record<"summary" | "goals" | "best" | "reputation" | "leads" | "visits" | "spend" | "decided" | "advice", string>
  > & {
    readonly figures: ByKind;
    readonly risks: ByKind;
    readonly next: ByKind;
  };
  /** Short clauses for the subject and the first sentence, without a capital letter and a full stop. */
  readonly clauses: {
    readonly reachShort: (change: string, basis: Basis) => string;
    readonly reach: (p: {
      basis: Basis;
      total: string;
      by: string;
      direction: "up" | "down" | "same" | null;
    }) => string;
    readonly followers: (now: string, change: string) => string;
    readonly interactions: Count;
    readonly noChannels: string;
    /** The report is about some channels, and none of them is left. */
    readonly channelsGone: string;
    readonly noFigures: string;
    readonly goalsBehind: Count;
    readonly goalsOnCourse: (onCourse: number, all: number) => string;
    readonly waiting: Count;
    readonly allAnswered: string;
    readonly nobodyWrote: string;
    readonly leads: (received: number, won: number) => string;
    readonly needs: Readonly<Record<NeedKind, Count>>;
    readonly waitsForYou: (clauses: string) => string;
    readonly nothingUrgent: string;
    readonly goesOut: Count;
    readonly today: (clause: string) => string;
  };
  readonly comparedWith: (range: string) => string;
  readonly comparedPerDay: (range: string, daysBefore: number, days: number) => string;
  readonly nothingToCompare: string;
  readonly partial: string;
  readonly unusual: (p: { day: string; figure: string; value: string; usual: string }) => string;
  readonly kpis: Record<
    | "audienceGrowth"
    | "audienceProfile"
    | "engagement"
    | "reach"
    | "views"
    | "engagementByType"
    | "leads"
    | "response"
    | "negativeFeedback",
    string
  >;
  readonly types: Record<"image" | "video" | "carousel" | "link" | "text" | "story", string>;
  readonly headlines: Readonly<Record<string, string>>;
  /** Heads of narrow columns. */
  readonly columns: Readonly<
    Record<
      "week" | "channel" | "type" | "posts" | "rate" | "rateBefore" | "usual" | "middleHalf" | "change" | Column,
      string
    >
  >;
  readonly genders: Readonly<Record<string, string>>;
  readonly notAvailable: Record<
    "not-given-by-platform" | "not-yet" | "too-few-people" | "no-permission" | "no-cases",
    string
  >;
  readonly perDay: (relative: string) => string;
  readonly points: (signed: string) => string;
  readonly noChange: string;
  readonly better: string;
  readonly worse: string;
  readonly inTotal: (total: string) => string;
  readonly rateOf: (rate: string) => string;
  readonly answeredIn: (median: string) => string;
  readonly perThousand: (figure: string) => string;
  readonly wonNote: (won: number, value: string | null) => string;
  readonly bestType: (type: string, rate: string) => string;
  readonly minutes: (minutes: number) => string;
  readonly hours: (hours: string) => string;
  readonly goalStates: Record<"on-course" | "behind" | "reached" | "missed" | "no-data", string>;
  /** A goal's state and how much of the way to its target is done. */
  readonly onTheWay: (state: string, share: string) => string;
  /** The name of a sum that a goal is about: it is one of 28 days. */
  readonly in28Days: (figure: string) => string;
  /** The last day that a goal's figure counts. */
  readonly toldUntil: (day: string) => string;
  readonly goalLine: (p: { figure: string; current: string; target: string; due: string }) => string;
  /** With which range of figures a goal is expected to end. */
  readonly forecast: (low: string, high: string) => string;
  readonly goalAsk: (name: string) => string;
  readonly fallAsk: (figure: string, relative: string) => string;
  readonly interactions: Count;
  readonly reached: (figure: string) => string;
  readonly noBest: string;
  /** Before the table of what is usual; `needed` posts of a type make something usual. */
  readonly norms: (needed: string) => string;
  readonly fromTo: (low: string, high: string) => string;
  readonly tooFewForNorm: string;
  readonly published: (p: { published: number; onTime: number; failed: number }) => string;
  readonly reviewsLine: (p: ReviewsSaid) => string;
  readonly opinionsLine: (recommended: number, notRecommended: number) => string;
  readonly negativeLine: Count;
  readonly waitingLine: (waiting: number, overdue: number) => string;
  readonly casesLine: (p: { opened: number; closed: number; stillOpen: number }) => string;
  readonly quote: (text: string) => string;
  readonly stars: (rating: string) => string;
  readonly answered: string;
  readonly unanswered: string;
  readonly leadsLine: (received: number, won: number, value: string | null) => string;
  readonly spend: {
    readonly cost: (cost: string) => string;
    readonly ads: (p: { spend: string; clicks: number | null; perClick: string | null }) => string;
    readonly budget: (spent: string) => string;
    readonly perLead: (each: string) => string;
    readonly rates: (told: string) => string;
    readonly missingRates: (which: string) => string;
    readonly won: (count: number, value: string | null) => string;
    /** The return by the first and by the last touch, as shares of the cost with their sign. */
    readonly roi: (first: string, last: string) => string;
    readonly noRoi: (why: string) => string;
    readonly why: Readonly<Record<ReturnAbsence, string>>;
    readonly daysMissing: Count;
    readonly campaign: string;
    readonly spent: string;
    readonly value: string;
    readonly roiShort: string;
  };
  /** Visits of the site from social. */
  readonly visits: {
    /** With how they changed against the period before, where that is known. */
    readonly total: (sessions: string, change: string | null) => string;
    readonly engaged: (share: string, newUsers: string) => string;
    readonly keyEvents: (count: string, revenue: string | null) => string;
    readonly chart: (sessions: string) => string;
    readonly source: string;
    /** Campaigns with their visits, one after another. */
    readonly byCampaign: (list: string) => string;
    readonly sessions: string;
    readonly change: string;
    readonly keyEventsShort: string;
    readonly why: Readonly<Record<VisitAbsence, string>>;
    readonly daysMissing: Count;
    /** From a day on analytics are still counting. */
    readonly settling: (day: string) => string;
    readonly withheld: string;
    readonly sampled: string;
    readonly zone: (zones: string) => string;
    /** What the table of figures calls them. */
    readonly csv: Readonly<Record<"sessions" | "engaged" | "keyEvents" | "newUsers", string>>;
    readonly csvSource: (source: string) => string;
    readonly csvCampaign: (campaign: string) => string;
  };
  readonly sources: Readonly<Record<string, string>>;
  readonly sourcesLine: (list: string) => string;
  readonly needs: Readonly<Record<NeedKind, (p: { count: number; subject: string }) => string>>;
  readonly buttons: Readonly<Record<NeedKind, string>>;
  readonly due: (when: string) => string;
  readonly wasDue: (when: string) => string;
  readonly nothingToDecide: string;
  readonly outcomes: Readonly<Record<"handled" | "no-action" | "false-alarm", string>>;
  /** `until` is a day, or `null` for the rest of today. */
  readonly planned: (count: number, until: string | null) => string;
  readonly nothingPlanned: (until: string | null) => string;
  readonly freeSlots: Count;
  readonly plan: string;
  readonly openDashboard: string;
  readonly madeAt: (when: string, zone: string) => string;
  readonly measuredAt: (when: string) => string;
  readonly why: (name: string) => string;
  readonly page: (page: number, pages: number) => string;
  readonly charts: {
    readonly reach: (p: { basis: Basis; total: string; best: string | null; span: Kind }) => string;
    readonly followers: (now: string, change: string, span: Kind) => string;
    readonly byType: (best: string) => string;
    readonly trends: string;
    readonly picture: (post: string) => string;
    readonly goalHistory: (name: string) => string;
  };
  readonly csv: readonly [from: string, to: string, channel: string, figure: string, value: string, note: string];
  /** What the table of figures writes behind a figure's name. */
  readonly csvUnits: { readonly percent: string; readonly minutes: string };
  /** The figures that only the table of figures has. */
  readonly csvNames: Readonly<Record<"received" | "answered" | "p90" | "adSpend" | "budgetSpent" | "won", string>>;
  readonly sides: Readonly<Record<"country" | "city" | "age" | "gender" | "language", string>>;
  readonly allChannels: string;
}

type VisitAbsence = "no-site" | "not-yet" | "no-permission" | "not-found" | "refused";

type ReturnAbsence =
  | "no-account"
  | "not-yet"
  | "no-permission"
  | "account-gone"
  | "no-rate"
  | "no-cost"
  | "no-leads"
  | "no-clicks";
export type Basis = "people" | "views" | "mixed";
export type Column = "followers" | "reach" | "interactions" | "leads" | "shareAnswered" | "negativeFeedback";

export interface ReviewsSaid {
  readonly reviews: number;
  readonly answered: number;
  /** `null` where no stars were given. */
  readonly mean: string | null;
  readonly meanBefore: string | null;
}
