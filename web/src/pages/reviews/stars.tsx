import { Star, ThumbsDown, ThumbsUp } from "lucide-preact";
import type { Review } from "../../api/contract.ts";
import { t } from "../../language.ts";

type Opinion = Partial<Pick<Review, "rating" | "recommends">>;

/** Stars where there are any, the verdict otherwise; in words for those who listen. */
export function Stars({ of: { rating, recommends } }: { readonly of: Opinion }) {
  const texts = t().reviews;
  if (rating !== undefined) {
    return (
      <span class={`stars ${rating <= 2 ? "stars-low" : ""}`}>
        <span class="hidden-visually">{texts.stars(rating)}</span>
        {[1, 2, 3, 4, 5].map((star) => (
          <Star key={star} size={16} class={star <= rating ? "star-full" : "star-empty"} aria-hidden="true" />
        ))}
      </span>
    );
  }
  if (recommends === undefined) return null;
  const Thumb = recommends ? ThumbsUp : ThumbsDown;
  return (
    <span class={`verdict small ${recommends ? "tone-leaf" : "tone-poppy"}`}>
      <Thumb size={16} aria-hidden="true" />
      {recommends ? texts.doesRecommend : texts.doesNotRecommend}
    </span>
  );
}
