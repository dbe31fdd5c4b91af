import type * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { fromCursor, toCursor } from "../kernel/cursor.ts";
import type { Failure } from "../kernel/failure.ts";
import { type Page, pageQuerySchema } from "../kernel/page.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { invalidCursor } from "./errors.ts";
import type { ReviewRequest, Verdict } from "./model.ts";
import type { ReviewRequests } from "./ports.ts";

export const listRequestsSchema = pageQuerySchema;
const list = "review-requests";

/** A page of the workspace's review requests, the newest first. */
export async function listRequests(
  deps: { requests: Pick<ReviewRequests, "list"> },
  actor: Actor,
  { limit, cursor }: v.InferOutput<typeof listRequestsSchema>,
): Promise<Result<Page<ReviewRequest>, Failure>> {
  const allowed = authorize(actor, "manage-review-requests");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const after = cursor === undefined ? undefined : fromCursor(workspaceId, list, cursor);
  if (after === null) return err(invalidCursor());
  const found = await deps.requests.list(workspaceId, limit + 1, after);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > items.length && last;
  return ok({ items, cursor: more ? toCursor(workspaceId, list, { at: last.createdAt, id: last.id }) : undefined });
}

/** What asking has brought in the last days. */
export interface RequestFigures {
  readonly days: number;
  /** Mails that the mail service took. */
  readonly sent: number;
  /** Who opened the page. */
  readonly opened: number;
  /** Who went on to a place where reviews are left. */
  readonly went: number;
  readonly answers: Readonly<Record<Verdict, number>>;
  /** Reviews that followed. */
  readonly reviews: number;
  readonly unsubscribed: number;
  /** Mails that came back or were called spam. */
  readonly undelivered: number;
  /** There were more than were counted. */
  readonly capped: boolean;
}

export const figureDays = 90;
const mostCounted = 5000;

/** Counts the requests of the last 90 days. */
export async function readRequestFigures(
  deps: { requests: Pick<ReviewRequests, "listSince">; clock: Clock },
  actor: Actor,
): Promise<Result<RequestFigures, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const since = deps.clock.nowMs() - figureDays * 86_400_000;
  const found = await deps.requests.listSince(actor.workspaceId, since, mostCounted);
  return ok({ ...figuresOf(found), capped: found.length === mostCounted });
}

/** The figures of these requests. Pure. */
export function figuresOf(requests: readonly ReviewRequest[]): Omit<RequestFigures, "capped"> {
  const count = (is: (request: ReviewRequest) => boolean) => requests.filter(is).length;
  const ofVerdict = (verdict: Verdict) => count(({ answer }) => answer?.verdict === verdict);
  return {
    days: figureDays,
    sent: count(({ state }) => state !== "waiting" && state !== "armed" && state !== "failed"),
    opened: count(({ openedAt }) => openedAt !== undefined),
    went: count(({ went }) => went.length > 0),
    answers: { good: ofVerdict("good"), mixed: ofVerdict("mixed"), bad: ofVerdict("bad") },
    reviews: count(({ review }) => review !== undefined),
    unsubscribed: count(({ unsubscribedAt }) => unsubscribedAt !== undefined),
    undelivered: count(({ state }) => state === "bounced" || state === "complained"),
  };
}
