import * as v from "valibot";
import {
  alertDue,
  alertRaised,
  consentNeeded,
  lookAtOpen,
  mailAlert,
  registerHourPassed,
  settleAnswered,
  settleBadReview,
  settleConsent,
  settleDelivered,
  settleFollowUp,
  settleGivenUp,
  settleLead,
  settleMoved,
  settlePost,
  settleUnsent,
  watchConsent,
  watchFailed,
  watchLate,
  watchLateReport,
  watchMessage,
  watchOverdueAnswer,
  watchReader,
  watchResults,
  watchReview,
  watchUndelivered,
  watchUnsent,
  watchWaitingLead,
} from "#core/alerts/index.ts";
import { caseClosed } from "#core/cases/index.ts";
import { channelConnected } from "#core/channels/connected/index.ts";
import { postCanceled } from "#core/content/index.ts";
import {
  answerOverdue,
  messageChanged,
  messageReceived,
  replyFailed,
  replySent,
  replyUnconfirmed,
  reviewChanged,
  reviewReceived,
  threadDone,
} from "#core/inbox/index.ts";
import { channelMeasured } from "#core/insights/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { leadAnswered, leadMoved, leadResponseMissed } from "#core/leads/index.ts";
import {
  publicationCanceled,
  publicationFailed,
  publicationFollowUpEnded,
  publicationFollowUpFailed,
  publicationPublished,
  publicationRescheduled,
  publicationsLate,
} from "#core/publishing/index.ts";
import { reportDelivered, reportLate, reportReaderChose, reportUndelivered } from "#core/reports/index.ts";
import { authorFollowers } from "../author-followers.ts";
import { environment } from "../environment.ts";
import * as runtime from "../runtime.ts";
import type { Reactions } from "./reactions.ts";

const deps = () => ({
  clock: systemClock,
  alerts: runtime.alerts(),
  alertMails: runtime.alertMails(),
  alertSettings: runtime.alertSettings(),
  questionBooks: runtime.questionBooks(),
  negativeCounts: runtime.negativeCounts(),
  hourlyNorms: runtime.hourlyNorms(),
  slices: runtime.buckets().slices,
  workspaces: runtime.workspaces(),
  members: runtime.members(),
  suspensions: runtime.suspensions(),
  channels: runtime.channels(),
  adAccounts: runtime.adAccounts(),
  messages: runtime.messages(),
  threads: runtime.threads(),
  reviews: runtime.reviews(),
  followersOf: authorFollowers,
  leads: runtime.leads(),
  cases: runtime.cases(),
  posts: runtime.posts(),
  publications: runtime.publications(),
  results: runtime.results(),
  reports: runtime.reports(),
  reportDeliveries: runtime.reportDeliveries(),
  events: runtime.events(),
  mailer: runtime.mailer(),
  publicUrl: environment("PUBLIC_URL"),
});

const customerMessage = async (event: v.InferOutput<typeof messageReceived.schema>): Promise<void> => {
  // Our answer may have been the one that everybody waited for.
  if (event.data.own) await settleAnswered(deps(), event.workspaceId, event.data.channelId);
  else await watchMessage(deps(), event);
};

/** What the register takes from events, and the mails that follow from it. Each may come again. */
export const alertReactions: Reactions = {
  [messageReceived.type]: async (event) => customerMessage(v.parse(messageReceived.schema, event)),
  [messageChanged.type]: async (event) =>
    watchMessage(deps(), { ...v.parse(messageChanged.schema, event), type: messageReceived.type }),
  [reviewReceived.type]: async (event) => watchReview(deps(), v.parse(reviewReceived.schema, event)),
  [reviewChanged.type]: async (event) => watchReview(deps(), v.parse(reviewChanged.schema, event)),
  [answerOverdue.type]: async (event) => {
    const { workspaceId, data } = v.parse(answerOverdue.schema, event);
    await watchOverdueAnswer(deps(), workspaceId, data);
  },
  [replySent.type]: async (event) => {
    const { workspaceId, data } = v.parse(replySent.schema, event);
    await settleAnswered(deps(), workspaceId, data.channelId);
    await settleUnsent(deps(), workspaceId, data);
  },
  [replyFailed.type]: async (event) => watchUnsent(deps(), v.parse(replyFailed.schema, event)),
  [replyUnconfirmed.type]: async (event) => watchUnsent(deps(), v.parse(replyUnconfirmed.schema, event)),
  [threadDone.type]: async (event) => {
    const { workspaceId, data } = v.parse(threadDone.schema, event);
    await settleAnswered(deps(), workspaceId, data.channelId);
    await settleUnsent(deps(), workspaceId, data);
  },
  [caseClosed.type]: async (event) => {
    const { workspaceId, data } = v.parse(caseClosed.schema, event);
    if (data.reviewId) await settleBadReview(deps(), workspaceId, data.reviewId);
  },
  [leadResponseMissed.type]: async (event) => {
    const { workspaceId, data } = v.parse(leadResponseMissed.schema, event);
    await watchWaitingLead(deps(), workspaceId, data);
  },
  [leadAnswered.type]: async (event) => {
    const { workspaceId, data } = v.parse(leadAnswered.schema, event);
    await settleLead(deps(), workspaceId, data.leadId);
  },
  [leadMoved.type]: async (event) => {
    const { workspaceId, data } = v.parse(leadMoved.schema, event);
    await settleLead(deps(), workspaceId, data.leadId);
  },
  [publicationFailed.type]: async (event) => {
    const failed = v.parse(publicationFailed.schema, event);
    await watchFailed(deps(), failed);
    await settlePost(deps(), failed);
  },
  [publicationFollowUpFailed.type]: async (event) =>
    watchFailed(deps(), v.parse(publicationFollowUpFailed.schema, event)),
  [publicationFollowUpEnded.type]: async (event) =>
    settleFollowUp(deps(), v.parse(publicationFollowUpEnded.schema, event)),
  [postCanceled.type]: async (event) => settleGivenUp(deps(), v.parse(postCanceled.schema, event)),
  [publicationsLate.type]: async (event) => watchLate(deps(), v.parse(publicationsLate.schema, event)),
  [publicationPublished.type]: async (event) => settlePost(deps(), v.parse(publicationPublished.schema, event)),
  [publicationCanceled.type]: async (event) => settlePost(deps(), v.parse(publicationCanceled.schema, event)),
  [publicationRescheduled.type]: async (event) => settleMoved(deps(), v.parse(publicationRescheduled.schema, event)),
  [channelMeasured.type]: async (event) => {
    const { workspaceId, data } = v.parse(channelMeasured.schema, event);
    await watchResults(deps(), workspaceId, data);
  },
  [consentNeeded.type]: async (event) => {
    const { workspaceId, data } = v.parse(consentNeeded.schema, event);
    await watchConsent(deps(), workspaceId, data);
  },
  [channelConnected.type]: async (event) => {
    const { workspaceId, data } = v.parse(channelConnected.schema, event);
    await settleConsent(deps(), workspaceId, data);
  },
  [reportUndelivered.type]: async (event) => watchUndelivered(deps(), v.parse(reportUndelivered.schema, event)),
  [reportLate.type]: async (event) => watchLateReport(deps(), v.parse(reportLate.schema, event)),
  [reportDelivered.type]: async (event) => settleDelivered(deps(), v.parse(reportDelivered.schema, event)),
  [reportReaderChose.type]: async (event) => watchReader(deps(), v.parse(reportReaderChose.schema, event)),
  [registerHourPassed.type]: async (event) => lookAtOpen(deps(), v.parse(registerHourPassed.schema, event).workspaceId),
  [alertRaised.type]: async (event) => {
    const { workspaceId, data } = v.parse(alertRaised.schema, event);
    await mailAlert(deps(), { workspaceId, alertId: data.alertId });
  },
  [alertDue.type]: async (event) => {
    const { workspaceId, data } = v.parse(alertDue.schema, event);
    await mailAlert(deps(), { workspaceId, alertId: data.alertId });
  },
};
