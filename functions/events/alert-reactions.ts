import * as v from "valibot";
import {
  alertDue,
  alertRaised,
  channelConsent,
  mailAlert,
  settleAnswered,
  settleConsent,
  settleLead,
  settleMoved,
  settlePost,
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
  watchWaitingLead,
} from "#core/alerts/index.ts";
import {
  answerOverdue,
  messageChanged,
  messageReceived,
  replySent,
  reviewChanged,
  reviewReceived,
} from "#core/inbox/index.ts";
import { channelMeasured } from "#core/insights/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { leadMoved, leadResponseMissed } from "#core/leads/index.ts";
import {
  publicationCanceled,
  publicationFailed,
  publicationFollowUpFailed,
  publicationPublished,
  publicationRescheduled,
  publicationsLate,
} from "#core/publishing/index.ts";
import { reportLate, reportReaderChose, reportUndelivered } from "#core/reports/index.ts";
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
  messages: runtime.messages(),
  threads: runtime.threads(),
  reviews: runtime.reviews(),
  leads: runtime.leads(),
  publications: runtime.publications(),
  results: runtime.results(),
  reports: runtime.reports(),
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
  },
  [leadResponseMissed.type]: async (event) => {
    const { workspaceId, data } = v.parse(leadResponseMissed.schema, event);
    await watchWaitingLead(deps(), workspaceId, data);
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
  [publicationsLate.type]: async (event) => watchLate(deps(), v.parse(publicationsLate.schema, event)),
  [publicationPublished.type]: async (event) => settlePost(deps(), v.parse(publicationPublished.schema, event)),
  [publicationCanceled.type]: async (event) => settlePost(deps(), v.parse(publicationCanceled.schema, event)),
  [publicationRescheduled.type]: async (event) => settleMoved(deps(), v.parse(publicationRescheduled.schema, event)),
  [channelMeasured.type]: async (event) => {
    const { workspaceId, data } = v.parse(channelMeasured.schema, event);
    await watchResults(deps(), workspaceId, data);
  },
  [channelConsent.needed.type]: async (event) => {
    const { workspaceId, data } = v.parse(channelConsent.needed.schema, event);
    await watchConsent(deps(), workspaceId, data);
  },
  [channelConsent.given.type]: async (event) => {
    const { workspaceId, data } = v.parse(channelConsent.given.schema, event);
    await settleConsent(deps(), workspaceId, data);
  },
  [reportUndelivered.type]: async (event) => watchUndelivered(deps(), v.parse(reportUndelivered.schema, event)),
  [reportLate.type]: async (event) => watchLateReport(deps(), v.parse(reportLate.schema, event)),
  [reportReaderChose.type]: async (event) => watchReader(deps(), v.parse(reportReaderChose.schema, event)),
  [alertRaised.type]: async (event) => {
    const { workspaceId, data } = v.parse(alertRaised.schema, event);
    await mailAlert(deps(), { workspaceId, alertId: data.alertId });
  },
  [alertDue.type]: async (event) => {
    const { workspaceId, data } = v.parse(alertDue.schema, event);
    await mailAlert(deps(), { workspaceId, alertId: data.alertId });
  },
};
