import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SQSClient } from "@aws-sdk/client-sqs";
import { SSMClient } from "@aws-sdk/client-ssm";
import { signedCall } from "#core/adapters/aws/signed-call.ts";
import {
  memberRepository,
  ownersRepository,
  sessionRepository,
  signInLinkRepository,
  workspaceRepository,
} from "#core/adapters/dynamo/access-repository.ts";
import { adAccountRepository, adDayRepository } from "#core/adapters/dynamo/ad-repository.ts";
import { adviceRepository } from "#core/adapters/dynamo/advice-repository.ts";
import { alertMailRepository, alertRepository } from "#core/adapters/dynamo/alert-repository.ts";
import {
  alertSettingsRepository,
  hourlyNormRepository,
  negativeCountRepository,
  questionBookRepository,
} from "#core/adapters/dynamo/alert-watch-repository.ts";
import { answerBookRepository } from "#core/adapters/dynamo/answer-book-repository.ts";
import { assetRepository } from "#core/adapters/dynamo/asset-repository.ts";
import { assetUseRepository } from "#core/adapters/dynamo/asset-use-repository.ts";
import { authorReachRepository } from "#core/adapters/dynamo/author-reach-repository.ts";
import { bucketRepository, dirtyMarkRepository } from "#core/adapters/dynamo/bucket-repository.ts";
import { budgetRepository } from "#core/adapters/dynamo/budget-repository.ts";
import { campaignRepository, wordBookRepository } from "#core/adapters/dynamo/campaign-repository.ts";
import { caseRepository } from "#core/adapters/dynamo/case-repository.ts";
import { channelRepository, connectionRepository } from "#core/adapters/dynamo/channel-repository.ts";
import { connectDynamo } from "#core/adapters/dynamo/client.ts";
import { competitorRepository, pageDayRepository } from "#core/adapters/dynamo/competitor-repository.ts";
import { evergreenRepository } from "#core/adapters/dynamo/evergreen-repository.ts";
import { exchangeRateRepository } from "#core/adapters/dynamo/exchange-rate-repository.ts";
import { experimentRepository } from "#core/adapters/dynamo/experiment-repository.ts";
import { folderRepository } from "#core/adapters/dynamo/folder-repository.ts";
import { goalRepository } from "#core/adapters/dynamo/goal-repository.ts";
import { importRepository } from "#core/adapters/dynamo/import-repository.ts";
import { responseTargetRepository, savedReplyRepository } from "#core/adapters/dynamo/inbox-settings-repository.ts";
import {
  correctionRepository,
  presenceRepository,
  threadNoteRepository,
} from "#core/adapters/dynamo/inbox-team-repository.ts";
import { kpiRepository } from "#core/adapters/dynamo/kpi-repository.ts";
import { admissionCounter, leadFormRepository } from "#core/adapters/dynamo/lead-form-repository.ts";
import { leadRepository } from "#core/adapters/dynamo/lead-repository.ts";
import { leadSettingsRepository, leadTermsSource } from "#core/adapters/dynamo/lead-terms.ts";
import { clickRepository, linkSettingsRepository, shortLinkRepository } from "#core/adapters/dynamo/link-repository.ts";
import { measurementRepository, publicationSampleRepository } from "#core/adapters/dynamo/measurement-repository.ts";
import { messageRepository } from "#core/adapters/dynamo/message-repository.ts";
import { outgoingRepository } from "#core/adapters/dynamo/outgoing-repository.ts";
import { paceRepository } from "#core/adapters/dynamo/pace-repository.ts";
import { pollMarkRepository } from "#core/adapters/dynamo/poll-mark-repository.ts";
import { postRepository } from "#core/adapters/dynamo/post-repository.ts";
import { proposedAnswerRepository } from "#core/adapters/dynamo/proposed-answer-repository.ts";
import { publicationRepository } from "#core/adapters/dynamo/publication-repository.ts";
import { publicationResultRepository } from "#core/adapters/dynamo/publication-result-repository.ts";
import { publishedPostRepository } from "#core/adapters/dynamo/published-post-repository.ts";
import { rawEvents } from "#core/adapters/dynamo/raw-events.ts";
import {
  readerChoiceRepository,
  reportDeliveryRepository,
  reportRepository,
} from "#core/adapters/dynamo/report-repository.ts";
import {
  answerRuleRepository,
  caseCausesRepository,
  requestSettingsRepository,
} from "#core/adapters/dynamo/review-book-repository.ts";
import { reviewLinkRepository } from "#core/adapters/dynamo/review-link-repository.ts";
import { reviewRepository } from "#core/adapters/dynamo/review-repository.ts";
import { askedPeopleRepository, reviewRequestRepository } from "#core/adapters/dynamo/review-request-repository.ts";
import {
  ruleBookRepository,
  ruleCountRepository,
  ruleRunRepository,
  ruleHistory as storedRuleHistory,
} from "#core/adapters/dynamo/rule-repository.ts";
import { seriesRepository } from "#core/adapters/dynamo/series-repository.ts";
import { sourceRepository } from "#core/adapters/dynamo/source-repository.ts";
import { suspensionRepository } from "#core/adapters/dynamo/suspension-repository.ts";
import { taskRepository } from "#core/adapters/dynamo/task-repository.ts";
import { threadRepository } from "#core/adapters/dynamo/thread-repository.ts";
import { tokenRenewalRepository } from "#core/adapters/dynamo/token-renewal-repository.ts";
import { siteDayRepository, siteRepository } from "#core/adapters/dynamo/visit-repository.ts";
import { eventBridgePublisher } from "#core/adapters/eventbridge/publisher.ts";
import { httpClient } from "#core/adapters/http/client.ts";
import { publicWeb as realPublicWeb } from "#core/adapters/http/public-web.ts";
import { connectS3, s3ObjectStore } from "#core/adapters/s3/object-store.ts";
import { aesGcmSealer } from "#core/adapters/sealing/aes-gcm.ts";
import { sesMailer } from "#core/adapters/ses/mailer.ts";
import { sqsDeadLetters } from "#core/adapters/sqs/dead-letters.ts";
import { leanSqsQueue } from "#core/adapters/sqs/lean-queue.ts";
import { sqsQueue } from "#core/adapters/sqs/queue.ts";
import { readMasterKeys, readPlatformApps, readSetupToken } from "#core/adapters/ssm/parameters.ts";
import { readPlatformAppsLean } from "#core/adapters/ssm/platform-apps.ts";
import type { AdMeasureMessage } from "#core/ads/index.ts";
import { channelCalls, type PlatformApps } from "#core/channels/connected/index.ts";
import type { QueuedDelivery } from "#core/channels/delivery.ts";
import type { PublicPagesMessage } from "#core/competitors/index.ts";
import type { RespondMessage } from "#core/inbox/index.ts";
import { dirtyBuckets, type MeasureMessage, type RollupMessage } from "#core/insights/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import type { PublishMessage } from "#core/publishing/index.ts";
import type { ReportMessage } from "#core/reports/index.ts";
import type { VisitMessage } from "#core/visits/index.ts";
import { type EnvironmentName, environment, ownCredentials } from "./environment.ts";
import { once, onceAsync } from "./once.ts";
import type { PlanMessage } from "./queues/plan-message.ts";
import type { ReconcileMessage } from "./queues/reconcile-message.ts";

/*
 * The only place where adapters are built. Everything is made when it is first asked for and kept for the life of the
 * execution environment; a function's bundle holds only what its handler asks for.
 */

const ssm = /* @__PURE__ */ once(() => new SSMClient({}));
const sqs = /* @__PURE__ */ once(() => new SQSClient({}));
const path = () => environment("PARAMETERS_PATH");
const queue = <Message>(name: EnvironmentName) => once(() => sqsQueue<Message>(sqs(), environment(name)));

export const publishQueue = /* @__PURE__ */ queue<PublishMessage>("PUBLISH_QUEUE_URL");
export const reconcileQueue = /* @__PURE__ */ queue<ReconcileMessage>("RECONCILE_QUEUE_URL");
export const respondQueue = /* @__PURE__ */ queue<RespondMessage>("RESPOND_QUEUE_URL");
export const measureQueue = /* @__PURE__ */ queue<MeasureMessage>("MEASURE_QUEUE_URL");
/** What is asked of ad accounts goes the way of all measuring. */
export const adQueue = /* @__PURE__ */ queue<AdMeasureMessage>("MEASURE_QUEUE_URL");
export const publicPagesQueue = /* @__PURE__ */ queue<PublicPagesMessage>("MEASURE_QUEUE_URL");
export const visitQueue = /* @__PURE__ */ queue<VisitMessage>("MEASURE_QUEUE_URL");
export const rollupQueue = /* @__PURE__ */ queue<RollupMessage>("ROLLUP_QUEUE_URL");
export const planQueue = /* @__PURE__ */ queue<PlanMessage>("PLAN_QUEUE_URL");
export const reportQueue = /* @__PURE__ */ queue<ReportMessage>("REPORT_QUEUE_URL");

const dynamo = /* @__PURE__ */ once(() => connectDynamo(environment("TABLE_NAME")));
const stored = <Repository>(make: (from: ReturnType<typeof dynamo>) => Repository) => once(() => make(dynamo()));

export const workspaces = /* @__PURE__ */ stored(workspaceRepository);
export const members = /* @__PURE__ */ stored(memberRepository);
export const owners = /* @__PURE__ */ stored(ownersRepository);
export const sessions = /* @__PURE__ */ stored(sessionRepository);
export const signInLinks = /* @__PURE__ */ stored(signInLinkRepository);
export const channels = /* @__PURE__ */ stored(channelRepository);
export const connections = /* @__PURE__ */ stored(connectionRepository);
export const tokenRenewals = /* @__PURE__ */ stored(tokenRenewalRepository);
export const posts = /* @__PURE__ */ stored(postRepository);
export const evergreens = /* @__PURE__ */ stored(evergreenRepository);
export const series = /* @__PURE__ */ stored(seriesRepository);
export const sources = /* @__PURE__ */ stored(sourceRepository);
export const imports = /* @__PURE__ */ stored(importRepository);
export const assets = /* @__PURE__ */ stored(assetRepository);
export const assetUses = /* @__PURE__ */ stored(assetUseRepository);
export const reviewLinks = /* @__PURE__ */ stored(reviewLinkRepository);
export const mediaFolders = /* @__PURE__ */ stored(folderRepository);
export const campaigns = /* @__PURE__ */ stored(campaignRepository);
export const wordBooks = /* @__PURE__ */ stored(wordBookRepository);
export const linkSettings = /* @__PURE__ */ stored(linkSettingsRepository);
export const shortLinks = /* @__PURE__ */ stored(shortLinkRepository);
export const clicks = /* @__PURE__ */ stored(clickRepository);
export const publications = /* @__PURE__ */ stored(publicationRepository);
export const paces = /* @__PURE__ */ stored(paceRepository);
export const publishedPosts = /* @__PURE__ */ stored(publishedPostRepository);
export const threads = /* @__PURE__ */ stored(threadRepository);
export const messages = /* @__PURE__ */ stored(messageRepository);
export const outgoings = /* @__PURE__ */ stored(outgoingRepository);
export const responseTargets = /* @__PURE__ */ stored(responseTargetRepository);
export const savedReplies = /* @__PURE__ */ stored(savedReplyRepository);
export const threadNotes = /* @__PURE__ */ stored(threadNoteRepository);
export const authorReaches = /* @__PURE__ */ stored(authorReachRepository);
export const presences = /* @__PURE__ */ stored(presenceRepository);
export const corrections = /* @__PURE__ */ stored(correctionRepository);
export const cases = /* @__PURE__ */ stored(caseRepository);
export const answerRules = /* @__PURE__ */ stored(answerRuleRepository);
export const proposedAnswers = /* @__PURE__ */ stored(proposedAnswerRepository);
export const caseCauses = /* @__PURE__ */ stored(caseCausesRepository);
export const reviewRequests = /* @__PURE__ */ stored(reviewRequestRepository);
export const askedPeople = /* @__PURE__ */ stored(askedPeopleRepository);
export const requestSettings = /* @__PURE__ */ stored(requestSettingsRepository);
export const reviews = /* @__PURE__ */ stored(reviewRepository);
export const answerBooks = /* @__PURE__ */ stored(answerBookRepository);
export const pollMarks = /* @__PURE__ */ stored(pollMarkRepository);
export const leads = /* @__PURE__ */ stored(leadRepository);
export const leadForms = /* @__PURE__ */ stored(leadFormRepository);
export const admissions = /* @__PURE__ */ stored(admissionCounter);
export const leadTerms = /* @__PURE__ */ stored(leadTermsSource);
export const leadSettings = /* @__PURE__ */ stored(leadSettingsRepository);
export const ruleBooks = /* @__PURE__ */ stored(ruleBookRepository);
export const ruleRuns = /* @__PURE__ */ stored(ruleRunRepository);
export const ruleCounts = /* @__PURE__ */ stored(ruleCountRepository);
export const ruleHistory = /* @__PURE__ */ stored(storedRuleHistory);
export const dirtyMarks = /* @__PURE__ */ stored(dirtyMarkRepository);
export const buckets = /* @__PURE__ */ stored(bucketRepository);
export const kpiDays = /* @__PURE__ */ stored(kpiRepository);
export const measurements = /* @__PURE__ */ stored(measurementRepository);
export const samples = /* @__PURE__ */ stored(publicationSampleRepository);
export const results = /* @__PURE__ */ stored(publicationResultRepository);
export const experiments = /* @__PURE__ */ stored(experimentRepository);
export const raw = /* @__PURE__ */ stored(rawEvents);
export const goals = /* @__PURE__ */ stored(goalRepository);
export const exchangeRates = /* @__PURE__ */ stored(exchangeRateRepository);
export const budgetLines = /* @__PURE__ */ stored(budgetRepository);
export const adAccounts = /* @__PURE__ */ stored(adAccountRepository);
export const adDays = /* @__PURE__ */ stored(adDayRepository);
export const competitors = /* @__PURE__ */ stored(competitorRepository);
export const pageDays = /* @__PURE__ */ stored(pageDayRepository);
export const sites = /* @__PURE__ */ stored(siteRepository);
export const siteDays = /* @__PURE__ */ stored(siteDayRepository);
export const adviceBooks = /* @__PURE__ */ stored(adviceRepository);
export const tasks = /* @__PURE__ */ stored(taskRepository);
export const reports = /* @__PURE__ */ stored(reportRepository);
export const alerts = /* @__PURE__ */ stored(alertRepository);
export const alertMails = /* @__PURE__ */ stored(alertMailRepository);
export const alertSettings = /* @__PURE__ */ stored(alertSettingsRepository);
export const questionBooks = /* @__PURE__ */ stored(questionBookRepository);
export const negativeCounts = /* @__PURE__ */ stored(negativeCountRepository);
export const hourlyNorms = /* @__PURE__ */ stored(hourlyNormRepository);
export const readerChoices = /* @__PURE__ */ stored(readerChoiceRepository);
export const suspensions = /* @__PURE__ */ stored(suspensionRepository);
export const reportDeliveries = /* @__PURE__ */ stored(reportDeliveryRepository);

/** What the links of a publication are made from. */
export const linking = () => ({
  campaigns: campaigns(),
  linkSettings: linkSettings(),
  shortLinks: shortLinks(),
  publicUrl: environment("PUBLIC_URL"),
});

export const objects = /* @__PURE__ */ once(() => s3ObjectStore(connectS3(), environment("BUCKET_NAME")));

export const events = /* @__PURE__ */ once(() =>
  eventBridgePublisher(new EventBridgeClient({}), environment("BUS_NAME")),
);

export const mailer = /* @__PURE__ */ once(() =>
  sesMailer(new SESv2Client({}), {
    from: environment("MAIL_FROM"),
    configurationSet: environment("MAIL_CONFIGURATION_SET"),
  }),
);

export const http = /* @__PURE__ */ once(() => httpClient());

/** Addresses that people gave us, on the public internet only. */
export const publicWeb = /* @__PURE__ */ once(() => realPublicWeb());

/**
 * Without the SDK's clients: for the webhook function, whose start has to be quick, and for what a function needs only
 * when something goes wrong (docs/decisions/small-webhook-function.md).
 */
const leanCall = (service: "sqs" | "ssm") =>
  signedCall({
    service,
    region: environment("AWS_REGION"),
    credentials: ownCredentials(),
    endpoint: process.env.AWS_ENDPOINT_URL,
  });
export const intakeQueue = /* @__PURE__ */ once(() =>
  leanSqsQueue<QueuedDelivery>(leanCall("sqs"), environment("INTAKE_QUEUE_URL")),
);
/** Where the function that runs lays aside what its queue brings in vain. */
export const deadLetters = /* @__PURE__ */ once(() => sqsDeadLetters(leanCall("sqs"), environment("DEAD_LETTERS_URL")));
export const leanPlatformApps = () => readPlatformAppsLean(leanCall("ssm"), path());

/** The operator's platform apps, by platform. */
export const platformApps = /* @__PURE__ */ onceAsync(() => readPlatformApps(ssm(), path()));

/** The same as a port: asked for a platform, the parameters are read once. */
export const apps: PlatformApps = { get: async (platform) => (await platformApps()).get(platform) };

export const setupToken = /* @__PURE__ */ onceAsync(() => readSetupToken(ssm(), path()));

export const sealer = /* @__PURE__ */ onceAsync(async () => aesGcmSealer(await readMasterKeys(ssm(), path())));

/** Opens calls to platforms for connected channels. */
export const calls = /* @__PURE__ */ onceAsync(async () =>
  channelCalls({ http: http(), sealer: await sealer(), clock: systemClock }),
);

/** Marks hours whose figures have to be counted anew. */
export const dirty = /* @__PURE__ */ once(() =>
  dirtyBuckets({ workspaces: workspaces(), marks: dirtyMarks(), rollupQueue: rollupQueue(), clock: systemClock }),
);
