import type { Review } from "./model.ts";

/** The place in a list after which the next page begins. */
export interface ReviewPosition {
  readonly occurredAt: number;
  readonly id: string;
}

export interface Reviews {
  /** Read consistently. */
  get(workspaceId: string, reviewId: string): Promise<Review | null>;
  /** Stores a review if the stored one still has `expected` as its revision (`null`: if there is none). */
  save(review: Review, expected: string | null): Promise<boolean>;
  /** At most `limit` reviews of a state, in the order asked for, beginning after `after`. */
  list(
    workspaceId: string,
    state: "open" | "answered",
    order: "newest" | "oldest",
    limit: number,
    after: ReviewPosition | undefined,
  ): Promise<readonly Review[]>;
  /** The reviews of a channel that appeared in `[from, to)`, epoch ms, in order of time. Eventually consistent. */
  listByChannelAndTime(workspaceId: string, channelId: string, from: number, to: number): Promise<readonly Review[]>;
}
