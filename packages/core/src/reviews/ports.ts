import type { Review, ReviewLanguage } from "./model.ts";

/** The place in a list after which the next page begins. */
export interface ReviewPosition {
  readonly occurredAt: number;
  readonly id: string;
}

/** Which reviews a list holds: those of one state, narrowed by what is given. */
export interface ReviewsWanted {
  readonly state: "open" | "answered";
  readonly order: "newest" | "oldest";
  readonly channelId?: string | undefined;
  /** Stars, or whether it recommends where there are no stars. */
  readonly opinion?: number | boolean | undefined;
  readonly language?: ReviewLanguage | undefined;
}

export interface Reviews {
  /** Read consistently. */
  get(workspaceId: string, reviewId: string): Promise<Review | null>;
  /** Stores a review if the stored one still has `expected` as its revision (`null`: if there is none). */
  save(review: Review, expected: string | null): Promise<boolean>;
  /** At most `limit` reviews that fit, in the order asked for, beginning after `after`. */
  list(
    workspaceId: string,
    wanted: ReviewsWanted,
    limit: number,
    after: ReviewPosition | undefined,
  ): Promise<readonly Review[]>;
  /** The reviews of a channel that appeared in `[from, to)`, epoch ms, in order of time. Eventually consistent. */
  listByChannelAndTime(workspaceId: string, channelId: string, from: number, to: number): Promise<readonly Review[]>;
}
