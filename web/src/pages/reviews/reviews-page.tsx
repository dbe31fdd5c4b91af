import { useState } from "preact/hooks";
import { useSearchParams } from "wouter-preact";
import { useChannels } from "../../api/channels.ts";
import type { Channel, Review, ReviewQuery } from "../../api/contract.ts";
import { listReviews } from "../../api/reviews.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { tellFailure } from "../../toasts.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { filtersOf, withFilter } from "./filters.ts";
import { ReviewRow } from "./review-row.tsx";
import { Trend } from "./trend.tsx";
import { WaitingAnswers } from "./waiting-answers.tsx";
import "./reviews.css";

const EVERY_MS = 30_000;

/** How reviews go, and which wait for an answer. Its filters are the address. */
export function ReviewsPage() {
  const [params, setParams] = useSearchParams();
  const channels = useChannels().data?.channels ?? [];
  const filters = filtersOf(params);
  const key = `reviews:list:${JSON.stringify(filters)}`;
  const texts = t().reviews;
  const choose = (change: ReviewQuery) => setParams((old) => withFilter(old, change), { replace: true });
  const by = params.get("by") === "month" ? "month" : "week";
  const turnTo = (next: "week" | "month") =>
    setParams(
      (old) => {
        const changed = new URLSearchParams(old);
        if (next === "week") changed.delete("by");
        else changed.set("by", next);
        return changed;
      },
      { replace: true },
    );
  return (
    <Page title={texts.title} lead={texts.lead} section="reviews">
      <Trend by={by} channelId={filters.channelId} onBy={turnTo} />
      <WaitingAnswers />
      <FilterBar filters={filters} channels={channels} choose={choose} />
      <List
        key={key}
        name={key}
        filters={filters}
        channels={channels}
        search={params.toString()}
        clear={() => choose({ channelId: undefined, opinion: undefined, language: undefined })}
      />
    </Page>
  );
}

interface ListProps {
  readonly name: string;
  readonly filters: ReturnType<typeof filtersOf>;
  readonly channels: readonly Channel[];
  readonly search: string;
  readonly clear: () => void;
}

function List({ name, filters, channels, search, clear }: ListProps) {
  const first = useResource(name, () => listReviews(filters), EVERY_MS);
  const [later, setLater] = useState<{ reviews: readonly Review[]; cursor?: string | undefined } | undefined>();
  const [busy, setBusy] = useState(false);
  const texts = t().reviews;
  const more = async (cursor: string) => {
    setBusy(true);
    const answer = await listReviews({ ...filters, cursor });
    setBusy(false);
    if (!answer.ok) return tellFailure(answer.error);
    setLater({ reviews: [...(later?.reviews ?? []), ...answer.value.reviews], cursor: answer.value.cursor });
  };
  return (
    <Shown of={first}>
      {(data) => {
        const known = new Set(data.reviews.map(({ id }) => id));
        const shown = [...data.reviews, ...(later?.reviews ?? []).filter(({ id }) => !known.has(id))];
        const cursor = later ? later.cursor : data.cursor;
        if (shown.length === 0) return <Nothing filters={filters} clear={clear} />;
        return (
          <>
            <ul class="list">
              {shown.map((review) => (
                <ReviewRow
                  key={review.id}
                  review={review}
                  channel={channels.find(({ id }) => id === review.channelId)}
                  search={search}
                />
              ))}
            </ul>
            {cursor && (
              <Button busy={busy} onClick={() => void more(cursor)}>
                {texts.more}
              </Button>
            )}
          </>
        );
      }}
    </Shown>
  );
}

function Nothing({ filters, clear }: Pick<ListProps, "filters" | "clear">) {
  const texts = t().reviews;
  if (filters.channelId ?? filters.opinion ?? filters.language) {
    return (
      <Empty text={texts.emptyFiltered}>
        <Button onClick={clear}>{texts.clear}</Button>
      </Empty>
    );
  }
  return (
    <Empty text={texts.empty[filters.state]}>
      {filters.state === "all" && <LinkButton to="/channels">{texts.toChannels}</LinkButton>}
    </Empty>
  );
}
