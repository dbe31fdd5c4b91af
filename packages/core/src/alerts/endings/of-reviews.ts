import { type Cases, caseIdOf } from "../../cases/index.ts";
import type { Messages } from "../../inbox/index.ts";
import { isNegative, type Reviews } from "../../reviews/index.ts";
import type { Alert } from "../model.ts";
import { isDelighted } from "../praise.ts";
import type { Ending } from "./ending.ts";

export interface ReviewEndingDeps {
  readonly reviews: Pick<Reviews, "get">;
  readonly cases: Pick<Cases, "get">;
  readonly messages: Pick<Messages, "get">;
}

/** The key of a review's evidence begins with the review. */
const reviewIn = (alert: Alert): string => alert.evidence[0]?.key.split(" ")[0] ?? "";

/** A bad review: it was taken back or corrected, or its case was closed since. */
export async function endingOfBadReview(deps: ReviewEndingDeps, alert: Alert): Promise<Ending | undefined> {
  const { workspaceId, evidence, openedAt } = alert;
  const review = await deps.reviews.get(workspaceId, reviewIn(alert));
  if (!review || review.removed) return "gone";
  if (!isNegative(review)) return "corrected";
  const its = await deps.cases.get(workspaceId, caseIdOf(workspaceId, evidence[0]?.id ?? ""));
  return its?.state === "closed" && (its.closedAt ?? 0) >= openedAt ? "case-closed" : undefined;
}

/** Praise that was taken back, or is none any more. */
export async function endingOfPraise(deps: ReviewEndingDeps, alert: Alert): Promise<Ending | undefined> {
  const { workspaceId, evidence } = alert;
  const newest = evidence.at(-1);
  if (!newest) return undefined;
  if (newest.what === "message") {
    const message = await deps.messages.get(workspaceId, newest.id, newest.key);
    return !message || message.removed ? "gone" : undefined;
  }
  const review = await deps.reviews.get(workspaceId, reviewIn(alert));
  if (!review || review.removed) return "gone";
  return isDelighted(review) ? undefined : "corrected";
}
