import type { EventBridgeEvent } from "aws-lambda";
import * as v from "valibot";
import { connectorFor } from "#core/channels/catalog.ts";
import { postReviewedOutside, seriesChanged, tellOfAnswer } from "#core/content/index.ts";
import { replySent } from "#core/inbox/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { handleLeadAnnounced, leadAnnounced, noteReplyInThread } from "#core/leads/index.ts";
import { publicationPublished, rememberPublished } from "#core/publishing/index.ts";
import { environment } from "../environment.ts";
import {
  calls,
  channels,
  dirty,
  events,
  leads,
  leadTerms,
  mailer,
  members,
  planQueue,
  posts,
  publishedPosts,
  reviewLinks,
  suspensions,
} from "../runtime.ts";
import { alertReactions } from "./alert-reactions.ts";
import { answerReactions } from "./answer-reactions.ts";
import { caseReactions } from "./case-reactions.ts";
import { type Reactions, reactTo } from "./reactions.ts";
import { reviewRequestReactions } from "./review-request-reactions.ts";
import { ruleReactions } from "./rule-reactions.ts";

/** What follows from an event, by its type; an event that nothing follows from is left alone. */
const reactions: Reactions = {
  [leadAnnounced.type]: async (event) =>
    handleLeadAnnounced(
      {
        connectorFor,
        clock: systemClock,
        leads: leads(),
        leadTerms: leadTerms(),
        channels: channels(),
        channelCalls: await calls(),
        dirtyBuckets: dirty(),
        events: events(),
      },
      v.parse(leadAnnounced.schema, event),
    ),
  [replySent.type]: async (event) => {
    const { workspaceId, occurredAt: at, actor: by, data } = v.parse(replySent.schema, event);
    if (data.kind !== "reply") return;
    await noteReplyInThread(
      { leads: leads(), events: events(), clock: systemClock },
      { workspaceId, threadId: data.threadId, at, by },
    );
  },
  [seriesChanged.type]: async (event) => {
    const { workspaceId, data } = v.parse(seriesChanged.schema, event);
    await planQueue().send({ kind: "plan-series", workspaceId, seriesId: data.seriesId });
  },
  [postReviewedOutside.type]: async (event) =>
    tellOfAnswer(
      {
        posts: posts(),
        reviewLinks: reviewLinks(),
        members: members(),
        suspensions: suspensions(),
        mailer: mailer(),
        publicUrl: environment("PUBLIC_URL"),
      },
      v.parse(postReviewedOutside.schema, event),
    ),
  [publicationPublished.type]: async (event) => {
    const published = v.parse(publicationPublished.schema, event);
    await rememberPublished({ publishedPosts: publishedPosts() }, published);
    await dirty().mark(published.workspaceId, published.data.channelId, published.data.publishedAt);
  },
};

/** Reacts to the product's own events. */
export async function handler(event: EventBridgeEvent<string, unknown>): Promise<void> {
  const all = [reactions, ruleReactions, alertReactions, answerReactions, caseReactions, reviewRequestReactions];
  await reactTo(all, event["detail-type"], event.detail);
}
