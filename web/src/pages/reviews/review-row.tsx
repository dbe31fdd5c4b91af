import { ChevronRight, FileSpreadsheet } from "lucide-preact";
import { Link } from "wouter-preact";
import { dayOf } from "#core/kernel/time.ts";
import type { Channel, Review } from "../../api/contract.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import { dayName, spanOf, whenOf } from "../../wording.ts";
import { Stars } from "./stars.tsx";

interface ReviewRowProps {
  readonly review: Review;
  readonly channel: Channel | undefined;
  /** The address's filters, to come back to. */
  readonly search: string;
}

/** One review in the list: its stars, its words, how long it waits. */
export function ReviewRow({ review, channel, search }: ReviewRowProps) {
  const { id, author, text, occurredAt, answeredAt, state, history, isNegative, imported } = review;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const texts = t().reviews;
  return (
    <li>
      <Link
        href={`/reviews/${id}${search && `?${search}`}`}
        class={`review-row row-link ${isNegative ? "is-low" : ""}`}
      >
        {imported ? (
          <FileSpreadsheet size={20} class="tone-soft" aria-hidden="true" />
        ) : (
          <PlatformMark manifest={channel?.manifest} size={20} />
        )}
        <span class="review-what">
          <span class="row row-wrap review-head">
            <Stars of={review} />
            <strong class="clip">{author.name ?? texts.anonymous}</strong>
            {isNegative && <span class="pill pill-poppy">{texts.negative}</span>}
            {imported && <span class="pill">{texts.imported}</span>}
            {history.length > 1 && <span class="pill">{texts.changed}</span>}
          </span>
          <span class={`review-text ${text ? "" : "aside"}`}>{text || texts.noText}</span>
          <span class="aside small">
            {(imported ? [imported.place, dayName(dayOf(occurredAt, zone))] : [channel?.name, whenOf(occurredAt, zone)])
              .filter(Boolean)
              .join(" · ")}
            {" · "}
            {state === "open" ? (
              <span class="tone-wheat">{texts.waits(spanOf(now.value - occurredAt))}</span>
            ) : (
              answeredAt !== undefined &&
              texts.answeredWhen(imported ? dayName(dayOf(answeredAt, zone)) : whenOf(answeredAt, zone))
            )}
          </span>
        </span>
        <ChevronRight size={16} class="review-go" aria-hidden="true" />
      </Link>
    </li>
  );
}
