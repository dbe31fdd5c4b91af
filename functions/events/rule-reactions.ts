import * as v from "valibot";
import { connectorFor } from "#core/channels/catalog.ts";
import { messageReceived, reviewReceived } from "#core/inbox/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { runRulesOnMessage, runRulesOnReview } from "#core/rules/index.ts";
import { authorFollowers } from "../author-followers.ts";
import { leadOrigins } from "../lead-origins.ts";
import * as runtime from "../runtime.ts";
import type { Reactions } from "./reactions.ts";

const deps = () => {
  const [threads, publications, publishedPosts] = [runtime.threads(), runtime.publications(), runtime.publishedPosts()];
  return {
    ...{ connectorFor, clock: systemClock, threads },
    ruleBooks: runtime.ruleBooks(),
    ruleRuns: runtime.ruleRuns(),
    ruleCounts: runtime.ruleCounts(),
    messages: runtime.messages(),
    reviews: runtime.reviews(),
    followersOf: authorFollowers,
    members: runtime.members(),
    workspaces: runtime.workspaces(),
    savedReplies: runtime.savedReplies(),
    outgoings: runtime.outgoings(),
    respondQueue: runtime.respondQueue(),
    alerts: runtime.alerts(),
    alertSettings: runtime.alertSettings(),
    leads: runtime.leads(),
    leadTerms: runtime.leadTerms(),
    dirtyBuckets: runtime.dirty(),
    events: runtime.events(),
    ...leadOrigins({ threads, publications, publishedPosts }),
  };
};

/** Rules look at what customers write, when it is first seen, and at nothing else: no rule can set off a rule. */
export const ruleReactions: Reactions = {
  [messageReceived.type]: async (event) => runRulesOnMessage(deps(), v.parse(messageReceived.schema, event)),
  [reviewReceived.type]: async (event) => runRulesOnReview(deps(), v.parse(reviewReceived.schema, event)),
};
