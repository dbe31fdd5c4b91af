import { connectorFor } from "#core/channels/catalog.ts";
import { tellOwingPost } from "#core/content/index.ts";
import { fetchMention, fetchReview, pollChannel } from "#core/inbox/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { fetchLeadDetails, finishLeadChange, tellMissedResponse } from "#core/leads/index.ts";
import { settleUnconfirmed } from "#core/publishing/index.ts";
import {
  calls,
  channels,
  dirty,
  events,
  leads,
  leadTerms,
  messages,
  objects,
  paces,
  pollMarks,
  posts,
  publications,
  publishedPosts,
  publishQueue,
  reconcileQueue,
  responseTargets,
  reviews,
  threads,
  workspaces,
} from "../runtime.ts";
import { consume } from "./consume.ts";
import { reconcileMessageSchema } from "./reconcile-message.ts";

/** Settles by looking at the platform what could not be known otherwise. */
export const handler = consume(reconcileMessageSchema, async (message, delivery) => {
  const deps = {
    connectorFor,
    clock: systemClock,
    channels: channels(),
    channelCalls: await calls(),
    events: events(),
  };
  if (message.kind === "fetch-lead") {
    const { workspaceId, leadId } = message;
    const stores = { leads: leads(), leadTerms: leadTerms(), dirtyBuckets: dirty() };
    return fetchLeadDetails({ ...deps, ...stores }, workspaceId, leadId);
  }
  if (message.kind === "fetch-review") return fetchReview({ ...deps, ...intake() }, message);
  if (message.kind === "fetch-mention") return fetchMention({ ...deps, ...intake() }, message);
  if (message.kind === "poll") {
    return pollChannel({ ...deps, ...intake(), pollMarks: pollMarks(), pollQueue: reconcileQueue() }, message);
  }
  if (message.kind === "tell-missed-response") return tellMissedResponse({ ...deps, leads: leads() }, message);
  if (message.kind === "finish-lead-change") {
    return finishLeadChange({ ...deps, leads: leads(), dirtyBuckets: dirty() }, message);
  }
  if (message.kind === "tell-owing-post") return tellOwingPost({ ...deps, posts: posts() }, message);
  return settleUnconfirmed(
    {
      ...deps,
      publications: publications(),
      publishedPosts: publishedPosts(),
      paces: paces(),
      objects: objects(),
      publishQueue: publishQueue(),
      settleQueue: reconcileQueue(),
    },
    message,
    delivery,
  );
});

/** What storing needs that was fetched, as if a webhook had brought it. */
const intake = () => ({
  workspaces: workspaces(),
  messages: messages(),
  threads: threads(),
  responseTargets: responseTargets(),
  reviews: reviews(),
  leads: leads(),
  dirtyBuckets: dirty(),
  fetchQueue: reconcileQueue(),
});
