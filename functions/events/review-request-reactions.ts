import * as v from "valibot";
import { reviewReceived } from "#core/inbox/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { leadMoved } from "#core/leads/index.ts";
import { attributeReview, planForWonLead, reviewRequestDue, sendRequest } from "#core/review-requests/index.ts";
import { environment } from "../environment.ts";
import * as runtime from "../runtime.ts";
import type { Reactions } from "./reactions.ts";

const deps = () => ({
  clock: systemClock,
  requests: runtime.reviewRequests(),
  people: runtime.askedPeople(),
  requestSettings: runtime.requestSettings(),
  workspaces: runtime.workspaces(),
  leads: runtime.leads(),
  leadForms: runtime.leadForms(),
  reviews: runtime.reviews(),
  suspensions: runtime.suspensions(),
  mailer: runtime.mailer(),
  publicUrl: environment("PUBLIC_URL"),
});

/** Who bought is asked for a review, and the review that follows is told to the request. Each event may come again. */
export const reviewRequestReactions: Reactions = {
  [leadMoved.type]: async (event) => {
    const { workspaceId, data } = v.parse(leadMoved.schema, event);
    if (data.to === "won") await planForWonLead(deps(), { workspaceId, leadId: data.leadId });
  },
  [reviewRequestDue.type]: async (event) => {
    const { workspaceId, data } = v.parse(reviewRequestDue.schema, event);
    await sendRequest(deps(), { workspaceId, requestId: data.requestId });
  },
  [reviewReceived.type]: async (event) => {
    const { workspaceId, data } = v.parse(reviewReceived.schema, event);
    await attributeReview(deps(), { workspaceId, reviewId: data.reviewId });
  },
};
