import type { OwnersStore, SetUpDeps, SignInDeps } from "#core/access/index.ts";
import type { AdAccounts, AdDays, AdMeasureMessage } from "#core/ads/index.ts";
import type { AlertMails, AlertSettingsStore, Alerts } from "#core/alerts/index.ts";
import type { Campaigns } from "#core/campaigns/index.ts";
import type { CaseCausesStore, Cases } from "#core/cases/index.ts";
import type { ConnectDeps } from "#core/channels/connected/index.ts";
import type { Manifest } from "#core/channels/manifest.ts";
import type { Competitors, PageDays, PublicPagesMessage } from "#core/competitors/index.ts";
import type {
  Assets,
  AssetUses,
  Evergreens,
  Experiments,
  MediaFolders,
  ObjectFiles,
  ObjectStore,
  Posts,
  ReviewLinks,
  SeriesStore,
  WordBooks,
} from "#core/content/index.ts";
import type { ExchangeRates } from "#core/currencies/index.ts";
import type { ImportQueue, Imports } from "#core/exchange/index.ts";
import type {
  AnswerRules,
  Corrections,
  Messages,
  Outgoings,
  PollMessage,
  Presences,
  ProposedAnswers,
  RespondMessage,
  ResponseTargetStore,
  SavedReplies,
  ThreadNotes,
  Threads,
} from "#core/inbox/index.ts";
import type {
  MeasureMessage,
  PublicationResults,
  PublicationSamples,
  ReadKpisDeps,
  RollupMessage,
} from "#core/insights/index.ts";
import type { DirtyBuckets } from "#core/kernel/dirty-buckets.ts";
import type { EventPublisher } from "#core/kernel/events.ts";
import type { Queue } from "#core/kernel/queue.ts";
import type { Admissions, LeadForms, LeadSettingsStore, Leads, LeadTermsSource } from "#core/leads/index.ts";
import type { LinkSettingsStore } from "#core/links/index.ts";
import type { Suspensions } from "#core/mailing/index.ts";
import type { Publications, PublishedPosts, PublishingQueues } from "#core/publishing/index.ts";
import type { AdviceBooks } from "#core/recommendations/index.ts";
import type { ReaderChoices, ReportDeliveries, ReportMessage, Reports } from "#core/reports/index.ts";
import type { AskedPeople, RequestSettingsStore, ReviewRequests } from "#core/review-requests/index.ts";
import type { Reviews } from "#core/reviews/index.ts";
import type { RuleBooks, RuleCounts, RuleHistory, RuleRuns } from "#core/rules/index.ts";
import type { Clicks, ShortLinks } from "#core/short-links/index.ts";
import type { SourceQueue, Sources } from "#core/sources/index.ts";
import type { BudgetLines, Goals } from "#core/strategy/index.ts";
import type { Tasks } from "#core/tasks/index.ts";
import type { SiteDays, Sites, VisitMessage } from "#core/visits/index.ts";

/** Everything the routes need, built once in `main.ts` from `functions/runtime.ts`. */
export interface ApiDeps extends SignInDeps, SetUpDeps, ConnectDeps, PublishingQueues, Pick<ReadKpisDeps, "kpiDays"> {
  readonly owners: OwnersStore;
  readonly manifests: readonly Manifest[];
  readonly posts: Posts;
  readonly series: SeriesStore;
  readonly evergreens: Evergreens;
  readonly assets: Assets;
  readonly uses: AssetUses;
  readonly folders: MediaFolders;
  readonly reviewLinks: ReviewLinks;
  readonly campaigns: Campaigns;
  readonly wordBooks: WordBooks;
  readonly linkSettings: LinkSettingsStore;
  readonly shortLinks: ShortLinks;
  readonly clicks: Clicks;
  readonly objects: ObjectStore;
  readonly imports: Imports;
  /** The files of imports: the same bucket. */
  readonly files: ObjectFiles;
  readonly importQueue: ImportQueue;
  readonly sources: Sources;
  readonly sourceQueue: SourceQueue;
  readonly publications: Publications;
  readonly publishedPosts: PublishedPosts;
  readonly threads: Threads;
  readonly messages: Messages;
  readonly outgoings: Outgoings;
  readonly responseTargets: ResponseTargetStore;
  readonly savedReplies: SavedReplies;
  readonly notes: ThreadNotes;
  readonly presences: Presences;
  readonly corrections: Corrections;
  readonly ruleBooks: RuleBooks;
  readonly ruleRuns: RuleRuns;
  readonly ruleCounts: RuleCounts;
  readonly ruleHistory: RuleHistory;
  readonly reviews: Reviews;
  readonly cases: Cases;
  readonly answerRules: AnswerRules;
  readonly proposedAnswers: ProposedAnswers;
  readonly caseCauses: CaseCausesStore;
  readonly requests: ReviewRequests;
  readonly people: AskedPeople;
  readonly requestSettings: RequestSettingsStore;
  readonly leads: Leads;
  readonly leadTerms: LeadTermsSource;
  readonly leadSettings: LeadSettingsStore;
  readonly leadForms: LeadForms;
  readonly admissions: Admissions;
  readonly samples: PublicationSamples;
  readonly results: PublicationResults;
  readonly experiments: Experiments;
  readonly goals: Goals;
  readonly budgetLines: BudgetLines;
  readonly exchangeRates: ExchangeRates;
  readonly adAccounts: AdAccounts;
  readonly adDays: AdDays;
  readonly competitors: Competitors;
  readonly pageDays: PageDays;
  readonly sites: Sites;
  readonly siteDays: SiteDays;
  readonly adviceBooks: AdviceBooks;
  readonly tasks: Tasks;
  readonly reports: Reports;
  readonly deliveries: ReportDeliveries;
  readonly choices: ReaderChoices;
  readonly suspensions: Suspensions;
  readonly alerts: Alerts;
  readonly alertMails: AlertMails;
  readonly alertSettings: AlertSettingsStore;
  readonly respondQueue: Queue<RespondMessage>;
  readonly pollQueue: Queue<PollMessage>;
  readonly measureQueue: Queue<MeasureMessage>;
  readonly adQueue: Queue<AdMeasureMessage>;
  readonly publicPagesQueue: Queue<PublicPagesMessage>;
  readonly visitQueue: Queue<VisitMessage>;
  readonly rollupQueue: Queue<RollupMessage>;
  readonly reportQueue: Queue<ReportMessage>;
  readonly events: EventPublisher;
  readonly dirtyBuckets: DirtyBuckets;
}
