import type { Clock } from "../kernel/clock.ts";
import type { Review, Reviews } from "../reviews/index.ts";
import { changeRequest } from "./change-request.ts";
import type { ReviewRequest } from "./model.ts";
import type { ReviewRequests } from "./ports.ts";

const dayMs = 86_400_000;
/** A review follows from a request within so long after its person went to write one. */
const byNameMs = 30 * dayMs;
/** Without a name that tells, only who went within so long may have written it. */
const onlyOneMs = 2 * dayMs;
/** Clocks of platforms are not ours. */
const skewMs = 5 * 60_000;
const mostLooked = 1000;

/**
 * Finds the request that a review followed from: its person went to the review's channel shortly before, and has the same
 * name; or was the only one who went there in two days. What neither tells stays unattributed. A review belongs to one
 * request, a request has one review; the same event again changes nothing.
 */
export async function attributeReview(
  deps: { requests: ReviewRequests; reviews: Pick<Reviews, "get">; clock: Clock },
  { workspaceId, reviewId }: { workspaceId: string; reviewId: string },
): Promise<ReviewRequest | null> {
  const review = await deps.reviews.get(workspaceId, reviewId);
  if (!review?.known || review.removed) return null;
  // A request is made before its person is asked, at most 60 days: the longest delay.
  const since = Math.max(0, review.occurredAt - byNameMs - 60 * dayMs);
  const recent = await deps.requests.listSince(workspaceId, since, mostLooked);
  if (recent.some((request) => request.review?.id === review.id)) return null;
  const found = matchOf(recent, review);
  if (!found) return null;
  const at = deps.clock.nowMs();
  return changeRequest(deps, found.request, (stored) =>
    stored.review ? null : { ...stored, review: { id: review.id, by: found.by, at } },
  );
}

/** Which of these requests a review followed from, and by what that is told. Pure. */
export function matchOf(
  requests: readonly ReviewRequest[],
  review: Pick<Review, "channelId" | "occurredAt" | "author">,
): { readonly request: ReviewRequest; readonly by: "name" | "only-one" } | undefined {
  const within = (request: ReviewRequest, spanMs: number): boolean =>
    request.went.some(({ channelId, at }) => {
      const after = review.occurredAt - at;
      return channelId === review.channelId && after >= -skewMs && after <= spanMs;
    });
  const free = requests.filter((request) => request.review === undefined);
  const name = nameKey(review.author?.name);
  const named = free.filter((request) => within(request, byNameMs) && name !== "" && nameKey(request.name) === name);
  if (named.length > 0) return named.length === 1 && named[0] ? { request: named[0], by: "name" } : undefined;
  const went = free.filter((request) => within(request, onlyOneMs));
  const [only] = went;
  return went.length === 1 && only ? { request: only, by: "only-one" } : undefined;
}

/** A name whichever of its parts comes first and however it is written in capitals; one word alone tells too little. */
function nameKey(name = ""): string {
  const words =
    name
      .normalize("NFKC")
      .replaceAll(/['’ʼ]/g, "")
      .toLocaleLowerCase("uk")
      .match(/\p{L}+/gu) ?? [];
  return words.length < 2 ? "" : words.toSorted().join(" ");
}
