import { type Message, readReview } from "../inbox/index.ts";
import type { Review } from "../reviews/index.ts";
import type { Conditions } from "./model.ts";

/** A customer's message or review as rules look at it. */
export interface Subject {
  readonly id: string;
  readonly what: "message" | "review";
  readonly threadId: string;
  readonly channelId: string;
  readonly platform: string;
  readonly kind: Conditions["kinds"][number];
  readonly text: string;
  readonly sentiment: Conditions["sentiments"][number] | undefined;
  readonly intent: Conditions["intents"][number] | undefined;
  readonly language: Conditions["languages"][number] | undefined;
  readonly rating: number | undefined;
  readonly followers: number | undefined;
  readonly person: string | undefined;
  /** When it appeared on the platform, epoch ms. */
  readonly postedAt: number;
}

/** `null` for what no rule looks at: our own, what is gone, what nobody has seen. How many follow the author is asked for apart. */
export function subjectOfMessage(message: Message, followers = message.author?.followers): Subject | null {
  const { id, threadId, channelId, platform, kind, text, classification, author, occurredAt } = message;
  if (message.own || message.removed || !message.known) return null;
  const { sentiment, intent, language } = classification ?? {};
  return {
    ...{ id, what: "message", threadId, channelId, platform, kind, text, sentiment, intent, language },
    ...{ rating: undefined, followers, person: author?.name, postedAt: occurredAt },
  };
}

/** `null` for a review that was taken back. */
export function subjectOfReview(review: Review): Subject | null {
  const { id, threadId, channelId, platform, text, author, occurredAt } = review;
  if (review.removed) return null;
  const { sentiment, intent, language, rating } = readReview(review);
  return {
    ...{ id, what: "review", threadId, channelId, platform, kind: "review", text, sentiment, intent, language },
    ...{ rating, followers: author?.followers, person: author?.name, postedAt: occurredAt },
  };
}
