import { useEffect } from "preact/hooks";
import { publishes } from "#core/channels/manifest.ts";
import type { ReviewView } from "../../api/contract.ts";
import { readReview } from "../../api/review-links.ts";
import { language, t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { useNoIndex } from "../../ui/no-index.ts";
import { useTabTitle } from "../../ui/page.tsx";
import { FailureNote, SkeletonRows } from "../../ui/states.tsx";
import { whenWithZone } from "../../wording.ts";
import { Preview } from "../compose/preview.tsx";
import { ReviewForm } from "./review-form.tsx";
import "./review.css";

/** What a review link opens, without an account: the post as its channels will show it, and the answer to it. */
export function ReviewPage({ token }: { readonly token: string }) {
  const { data, failure, loading, reload } = useResource(`review:${token}`, () => readReview(token));
  useNoIndex();
  useEffect(() => {
    if (data) language.value = data.language;
  }, [data?.language]);
  useTabTitle(t().review.title);
  const isGone = failure && failure.status === 404;
  return (
    <main class="review">
      {failure && !loading && (
        <>
          <h1>{isGone ? t().review.goneTitle : t().review.title}</h1>
          <FailureNote failure={failure} {...(isGone ? {} : { retry: reload })} />
        </>
      )}
      {data && !isGone && <Review view={data} token={token} onAnswered={reload} />}
      {!data && !failure && <SkeletonRows />}
    </main>
  );
}

interface ReviewProps {
  readonly view: ReviewView;
  readonly token: string;
  readonly onAnswered: () => void;
}

function Review({ view, token, onAnswered }: ReviewProps) {
  const texts = t().review;
  const isOut = view.channels.length > 0 && view.channels.every(({ publishedAt }) => publishedAt !== undefined);
  return (
    <>
      <header class="review-head">
        <p class="aside">{view.workspaceName}</p>
        <h1>{texts.title}</h1>
        <p class="page-lead">{texts.lead(view.workspaceName)}</p>
      </header>
      {view.channels.length === 0 && <p class="note">{texts.noChannels}</p>}
      {view.channels.map((channel, index) => (
        // The channels of one view keep their order; two may have the same name.
        <section key={`${index}${channel.name}`} class="review-channel">
          <h2>
            {channel.manifest.name}: {channel.name}
          </h2>
          <p class="aside">{timing(channel)}</p>
          {publishes(channel.manifest) && (
            <Preview
              channel={{ name: channel.name, manifest: channel.manifest }}
              text={channel.content.text}
              link={channel.content.link}
              format={channel.content.format}
              media={numbered(channel.media)}
              firstComment={channel.content.firstComment}
              thread={channel.thread.map(({ text, media }) => ({ text, media: numbered(media) }))}
            />
          )}
        </section>
      ))}
      {isOut ? <p class="note">{texts.isOut}</p> : <ReviewForm view={view} token={token} onAnswered={onAnswered} />}
      <footer class="aside small">{texts.until(whenWithZone(view.expiresAt, view.timeZone))}</footer>
    </>
  );
}

type ReviewFile = ReviewView["channels"][number]["media"][number];

/** Files without an id, told apart by their place. */
const numbered = (media: readonly ReviewFile[]) => media.map((file, place) => ({ ...file, id: String(place) }));

function timing({ plannedAt, publishedAt, timeZone }: ReviewView["channels"][number]): string {
  const { wentOut, dueAt } = t().post;
  if (publishedAt !== undefined) return wentOut(whenWithZone(publishedAt, timeZone));
  return plannedAt === undefined ? t().review.noTime : dueAt(whenWithZone(plannedAt, timeZone));
}
