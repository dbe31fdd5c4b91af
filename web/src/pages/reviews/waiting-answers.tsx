import { Link } from "wouter-preact";
import { listWaitingAnswers } from "../../api/reviews.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { mayI, me } from "../../session-state.ts";
import { whenOf } from "../../wording.ts";

const EVERY_MS = 30_000;

/** The answers of authors that wait for somebody who may answer; nothing where there are none. */
export function WaitingAnswers() {
  const answers = useResource("reviews:waiting", listWaitingAnswers, EVERY_MS).data?.answers ?? [];
  const texts = t().reviews.approval;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  if (answers.length === 0) return null;
  return (
    <section class="note note-wheat review-filters waiting-answers">
      <h2>{texts.waiting(answers.length)}</h2>
      <ul>
        {answers.map(({ reviewId, text, by, at }) => (
          <li key={reviewId}>
            <span class="aside small">{texts.by(by.name ?? t().common.someone, whenOf(at, zone))}</span>
            <span class="review-text">{text}</span>
            <Link href={`/reviews/${reviewId}`}>{mayI("respond") ? texts.show : t().reviews.inInbox}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
