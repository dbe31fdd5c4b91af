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
import { alertSettingsRepository } from "#core/adapters/dynamo/alert-watch-repository.ts";
import { assetRepository } from "#core/adapters/dynamo/asset-repository.ts";
import { assetUseRepository } from "#core/adapters/dynamo/asset-use-repository.ts";
import { budgetRepository } from "#core/adapters/dynamo/budget-repository.ts";
import { campaignRepository, wordBookRepository } from "#core/adapters/dynamo/campaign-repository.ts";
import { caseRepository } from "#core/adapters/dynamo/case-repository.ts";
import { channelRepository, connectionRepository } from "#core/adapters/dynamo/channel-repository.ts";
import type { Dynamo } from "#core/adapters/dynamo/client.ts";
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
import { publicationSampleRepository } from "#core/adapters/dynamo/measurement-repository.ts";
import { messageRepository } from "#core/adapters/dynamo/message-repository.ts";
import { outgoingRepository } from "#core/adapters/dynamo/outgoing-repository.ts";
import { postRepository } from "#core/adapters/dynamo/post-repository.ts";
import { proposedAnswerRepository } from "#core/adapters/dynamo/proposed-answer-repository.ts";
import { publicationRepository } from "#core/adapters/dynamo/publication-repository.ts";
import { publicationResultRepository } from "#core/adapters/dynamo/publication-result-repository.ts";
import { publishedPostRepository } from "#core/adapters/dynamo/published-post-repository.ts";
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
  ruleHistory,
  ruleRunRepository,
} from "#core/adapters/dynamo/rule-repository.ts";
import { seriesRepository } from "#core/adapters/dynamo/series-repository.ts";
import { sourceRepository } from "#core/adapters/dynamo/source-repository.ts";
import { suspensionRepository } from "#core/adapters/dynamo/suspension-repository.ts";
import { taskRepository } from "#core/adapters/dynamo/task-repository.ts";
import { threadRepository } from "#core/adapters/dynamo/thread-repository.ts";
import { siteDayRepository, siteRepository } from "#core/adapters/dynamo/visit-repository.ts";
import { aesGcmSealer } from "#core/adapters/sealing/aes-gcm.ts";
import { connectorFor, manifests } from "#core/channels/catalog.ts";
import { fakeClock } from "#core/kernel/clock.ts";
import type { Mail } from "#core/kernel/mail.ts";
import type { Queue } from "#core/kernel/queue.ts";
import { comesBack } from "#core/mailing/index.ts";
import { createApi } from "#functions/api/app.ts";
import type { ApiDeps } from "#functions/api/deps.ts";

export const setupToken = "the operator's word";

/** The API as `main.ts` builds it, on the table of a test; queues, mails and troubles are kept in lists. */
export function apiWorld(dynamo: Dynamo, change: Partial<ApiDeps> = {}) {
  const clock = fakeClock("2026-11-26T10:00:00Z");
  const mails: Mail[] = [];
  const troubles: unknown[] = [];
  const messages: unknown[] = [];
  const queue = <Message>(): Queue<Message> => ({
    send: async (message) => void messages.push(message),
    sendAll: async (sent) => void messages.push(...sent.map(({ message }) => message)),
  });
  const files: ApiDeps["files"] = {
    presignPut: async ({ key }) => `https://bucket.example/${key}`,
    presignGet: async (key) => `https://bucket.example/${key}`,
    read: async () => null,
    head: async () => null,
    remove: async () => {},
    stream: async () => null,
    write: async () => {},
  };
  const deps: ApiDeps = {
    clock,
    setupToken,
    connectorFor,
    manifests,
    pause: async () => {},
    onTrouble: (error) => troubles.push(error),
    publicUrl: "https://dopys.example",
    sealer: aesGcmSealer([Buffer.alloc(32, 7).toString("base64")]),
    apps: { get: async () => undefined },
    http: { send: async () => ({ kind: "no-answer", cause: "connection-refused", sent: false }) },
    mailer: { send: async (mail) => ({ messageId: `m${mails.push(mail)}` }) },
    events: { publish: async () => {} },
    objects: files,
    files,
    workspaces: workspaceRepository(dynamo),
    members: memberRepository(dynamo),
    owners: ownersRepository(dynamo),
    sessions: sessionRepository(dynamo),
    links: signInLinkRepository(dynamo),
    channels: channelRepository(dynamo),
    connections: connectionRepository(dynamo),
    posts: postRepository(dynamo),
    assets: assetRepository(dynamo),
    publications: publicationRepository(dynamo),
    publishedPosts: publishedPostRepository(dynamo),
    threads: threadRepository(dynamo),
    messages: messageRepository(dynamo),
    outgoings: outgoingRepository(dynamo),
    responseTargets: responseTargetRepository(dynamo),
    savedReplies: savedReplyRepository(dynamo),
    notes: threadNoteRepository(dynamo),
    presences: presenceRepository(dynamo),
    corrections: correctionRepository(dynamo),
    reviews: reviewRepository(dynamo),
    cases: caseRepository(dynamo),
    answerRules: answerRuleRepository(dynamo),
    proposedAnswers: proposedAnswerRepository(dynamo),
    caseCauses: caseCausesRepository(dynamo),
    requests: reviewRequestRepository(dynamo),
    people: askedPeopleRepository(dynamo),
    requestSettings: requestSettingsRepository(dynamo),
    leads: leadRepository(dynamo),
    leadTerms: leadTermsSource(dynamo),
    leadSettings: leadSettingsRepository(dynamo),
    leadForms: leadFormRepository(dynamo),
    admissions: admissionCounter(dynamo),
    dirtyBuckets: { mark: async () => {} },
    kpiDays: kpiRepository(dynamo),
    samples: publicationSampleRepository(dynamo),
    results: publicationResultRepository(dynamo),
    experiments: experimentRepository(dynamo),
    goals: goalRepository(dynamo),
    budgetLines: budgetRepository(dynamo),
    exchangeRates: exchangeRateRepository(dynamo),
    adAccounts: adAccountRepository(dynamo),
    adDays: adDayRepository(dynamo),
    competitors: competitorRepository(dynamo),
    pageDays: pageDayRepository(dynamo),
    sites: siteRepository(dynamo),
    siteDays: siteDayRepository(dynamo),
    adviceBooks: adviceRepository(dynamo),
    tasks: taskRepository(dynamo),
    reports: reportRepository(dynamo),
    deliveries: reportDeliveryRepository(dynamo),
    choices: readerChoiceRepository(dynamo),
    suspensions: suspensionRepository(dynamo),
    comesBack: (workspaceId, email) => comesBack({ suspensions: suspensionRepository(dynamo) }, workspaceId, email),
    ruleBooks: ruleBookRepository(dynamo),
    ruleRuns: ruleRunRepository(dynamo),
    ruleCounts: ruleCountRepository(dynamo),
    ruleHistory: ruleHistory(dynamo),
    alerts: alertRepository(dynamo),
    alertMails: alertMailRepository(dynamo),
    alertSettings: alertSettingsRepository(dynamo),
    series: seriesRepository(dynamo),
    evergreens: evergreenRepository(dynamo),
    imports: importRepository(dynamo),
    importQueue: queue(),
    sources: sourceRepository(dynamo),
    sourceQueue: queue(),
    campaigns: campaignRepository(dynamo),
    wordBooks: wordBookRepository(dynamo),
    linkSettings: linkSettingsRepository(dynamo),
    shortLinks: shortLinkRepository(dynamo),
    clicks: clickRepository(dynamo),
    reviewLinks: reviewLinkRepository(dynamo),
    uses: assetUseRepository(dynamo),
    folders: folderRepository(dynamo),
    publishQueue: queue(),
    settleQueue: queue(),
    respondQueue: queue(),
    pollQueue: queue(),
    measureQueue: queue(),
    adQueue: queue(),
    publicPagesQueue: queue(),
    visitQueue: queue(),
    rollupQueue: queue(),
    reportQueue: queue(),
    ...change,
  };
  return { app: createApi(deps), deps, clock, mails, troubles, messages };
}
export type ApiWorld = ReturnType<typeof apiWorld>;
