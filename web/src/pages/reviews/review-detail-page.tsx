import { ArrowLeft, FileSpreadsheet } from "lucide-preact";
import { Link, useSearch } from "wouter-preact";
import { dayOf } from "#core/kernel/time.ts";
import { useChannels } from "../../api/channels.ts";
import type { Review, ReviewDetail } from "../../api/contract.ts";
import { readThread } from "../../api/inbox.ts";
import { readReview } from "../../api/reviews.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { mayI, me } from "../../session-state.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import { Shown } from "../../ui/states.tsx";
import { dayName, whenWithZone } from "../../wording.ts";
import { MessageItem } from "../inbox/message-item.tsx";
import { ReplyBox } from "../inbox/reply-box.tsx";
import "../inbox/inbox.css";
import { AuthorAnswer } from "./author-answer.tsx";
import { CaseOfReview } from "./cases/case-of-review.tsx";
import { ImportedAnswer } from "./imported-answer.tsx";
import { OpinionHistory } from "./opinion-history.tsx";
import { ProposedAnswer } from "./proposed-answer.tsx";
import { QualityHints } from "./quality-hints.tsx";
import { RemovedImported, RemoveImported } from "./remove-imported.tsx";
import { Stars } from "./stars.tsx";
import "./reviews.css";

const EVERY_MS = 10_000;

/** One review: what it says and said before, and its answers. */
export function ReviewDetailPage({ id }: { readonly id: string }) {
  const review = useResource(`reviews:one:${id}`, () => readReview(id), EVERY_MS);
  const search = useSearch();
  const texts = t().reviews;
  return (
    <Page
      title={review.data?.review.author.name ?? texts.title}
      width="narrow"
      lead={
        <Link href={`/reviews${search && `?${search}`}`} class="review-back">
          <ArrowLeft size={16} aria-hidden="true" />
          {texts.back}
        </Link>
      }
    >
      <Shown of={review}>{(data) => <Detail review={data.review} />}</Shown>
    </Page>
  );
}

function Detail({ review }: { readonly review: ReviewDetail }) {
  const channel = useChannels().data?.channels.find(({ id }) => id === review.channelId);
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const texts = t().reviews;
  const its = <CaseOfReview reviewId={review.id} caseId={review.caseId} />;
  if (review.removal) {
    return (
      <>
        <RemovedImported removal={review.removal} />
        {review.caseId && its}
      </>
    );
  }
  return (
    <>
      <article class={`review-card card ${review.isNegative ? "is-low" : ""}`}>
        <p class="row row-wrap">
          <Stars of={review} />
          {review.isNegative && <span class="pill pill-poppy">{texts.negative}</span>}
          {review.imported && <span class="pill">{texts.imported}</span>}
          {review.state === "gone" && <span class="pill">{texts.gone}</span>}
        </p>
        <p class={`review-words ${review.text ? "" : "aside"}`}>{review.text || texts.noText}</p>
        <p class="row row-wrap aside small">
          {review.imported ? (
            <FileSpreadsheet size={16} class="tone-soft" aria-hidden="true" />
          ) : (
            <PlatformMark manifest={channel?.manifest} size={16} />
          )}
          {(review.imported
            ? [review.imported.place, dayName(dayOf(review.occurredAt, zone))]
            : [channel?.name, whenWithZone(review.occurredAt, zone)]
          )
            .filter(Boolean)
            .join(" · ")}
        </p>
      </article>
      {review.history.length > 1 && <OpinionHistory history={review.history} />}
      {review.imported ? <ImportedAnswer review={review} /> : <Answers review={review} />}
      {review.proposed && <ProposedAnswer proposed={review.proposed} />}
      {!review.imported && review.state !== "gone" && !mayI("respond") && mayI("write") && (
        <AuthorAnswer review={review} />
      )}
      {its}
      {review.imported && mayI("respond") && <RemoveImported review={review} />}
    </>
  );
}

function Answers({ review }: { readonly review: Review }) {
  const thread = useResource(`thread:${review.threadId}`, () => readThread(review.threadId), EVERY_MS);
  const channel = useChannels().data?.channels.find(({ id }) => id === review.channelId);
  const texts = t().reviews;
  const canAnswer = Boolean(channel?.manifest.capabilities.reply);
  return (
    <Section
      title={texts.answers}
      action={
        <LinkButton kind="quiet" to={`/inbox/${review.threadId}`}>
          {texts.inInbox}
        </LinkButton>
      }
    >
      <Shown of={thread}>
        {(view) => {
          const own = view.messages.filter((message) => message.own);
          return (
            <div class="section-body stack">
              {own.length === 0 && <p class="aside">{texts.noAnswer}</p>}
              <ol class="messages">
                {own.map((message) => (
                  <MessageItem key={message.id} message={message} thread={view.thread} channel={channel} />
                ))}
              </ol>
              {channel && !canAnswer && <p class="note">{texts.cannotAnswer}</p>}
              {canAnswer && review.state !== "gone" && mayI("respond") && (
                <>
                  <ReplyBox
                    view={view}
                    channel={channel}
                    beside={(text) => <QualityHints review={review} answer={text} />}
                  />
                  {own.length > 0 && <p class="aside small">{texts.replaces}</p>}
                </>
              )}
            </div>
          );
        }}
      </Shown>
    </Section>
  );
}
