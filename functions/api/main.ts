import type { LambdaContext, LambdaEvent } from "hono/aws-lambda";
import { connectorFor, manifests } from "#core/channels/catalog.ts";
import { systemClock, systemPause } from "#core/kernel/clock.ts";
import { comesBack } from "#core/mailing/index.ts";
import { log } from "../log.ts";
import { onceAsync } from "../once.ts";
import * as runtime from "../runtime.ts";
import { serve } from "./serve.ts";

const served = onceAsync(async () => {
  const [sealer, setupToken] = await Promise.all([runtime.sealer(), runtime.setupToken()]);
  return serve({
    sealer,
    setupToken,
    connectorFor,
    manifests,
    clock: systemClock,
    pause: systemPause,
    onTrouble: (error: unknown) =>
      log.error("request failed", { error: error instanceof Error ? error : new Error("not an error") }),
    apps: runtime.apps,
    http: runtime.http(),
    mailer: runtime.mailer(),
    events: runtime.events(),
    workspaces: runtime.workspaces(),
    members: runtime.members(),
    owners: runtime.owners(),
    sessions: runtime.sessions(),
    links: runtime.signInLinks(),
    channels: runtime.channels(),
    connections: runtime.connections(),
    posts: runtime.posts(),
    series: runtime.series(),
    evergreens: runtime.evergreens(),
    assets: runtime.assets(),
    uses: runtime.assetUses(),
    folders: runtime.mediaFolders(),
    reviewLinks: runtime.reviewLinks(),
    objects: runtime.objects(),
    ...runtime.linking(),
    wordBooks: runtime.wordBooks(),
    clicks: runtime.clicks(),
    files: runtime.objects(),
    imports: runtime.imports(),
    importQueue: runtime.planQueue(),
    sources: runtime.sources(),
    sourceQueue: runtime.planQueue(),
    publications: runtime.publications(),
    publishedPosts: runtime.publishedPosts(),
    threads: runtime.threads(),
    messages: runtime.messages(),
    outgoings: runtime.outgoings(),
    responseTargets: runtime.responseTargets(),
    savedReplies: runtime.savedReplies(),
    notes: runtime.threadNotes(),
    presences: runtime.presences(),
    corrections: runtime.corrections(),
    ruleBooks: runtime.ruleBooks(),
    ruleRuns: runtime.ruleRuns(),
    ruleCounts: runtime.ruleCounts(),
    ruleHistory: runtime.ruleHistory(),
    cases: runtime.cases(),
    answerRules: runtime.answerRules(),
    proposedAnswers: runtime.proposedAnswers(),
    caseCauses: runtime.caseCauses(),
    requests: runtime.reviewRequests(),
    people: runtime.askedPeople(),
    requestSettings: runtime.requestSettings(),
    reviews: runtime.reviews(),
    leads: runtime.leads(),
    leadTerms: runtime.leadTerms(),
    leadSettings: runtime.leadSettings(),
    leadForms: runtime.leadForms(),
    admissions: runtime.admissions(),
    dirtyBuckets: runtime.dirty(),
    kpiDays: runtime.kpiDays(),
    samples: runtime.samples(),
    results: runtime.results(),
    experiments: runtime.experiments(),
    goals: runtime.goals(),
    budgetLines: runtime.budgetLines(),
    adAccounts: runtime.adAccounts(),
    adDays: runtime.adDays(),
    adQueue: runtime.adQueue(),
    adviceBooks: runtime.adviceBooks(),
    tasks: runtime.tasks(),
    reports: runtime.reports(),
    deliveries: runtime.reportDeliveries(),
    choices: runtime.readerChoices(),
    suspensions: runtime.suspensions(),
    comesBack: (workspaceId: string, email: string) =>
      comesBack({ suspensions: runtime.suspensions() }, workspaceId, email),
    alerts: runtime.alerts(),
    alertMails: runtime.alertMails(),
    alertSettings: runtime.alertSettings(),
    publishQueue: runtime.publishQueue(),
    settleQueue: runtime.reconcileQueue(),
    respondQueue: runtime.respondQueue(),
    pollQueue: runtime.reconcileQueue(),
    measureQueue: runtime.measureQueue(),
    rollupQueue: runtime.rollupQueue(),
    reportQueue: runtime.reportQueue(),
  });
});

/** The HTTP API, and what everybody may open: short links, landing forms, the pages and links in mails. */
export async function handler(event: LambdaEvent, context: LambdaContext) {
  return (await served())(event, context);
}
