import { Link } from "wouter-preact";
import { useChannels } from "../../../api/channels.ts";
import type { ReviewRequest } from "../../../api/contract.ts";
import { cancelRequest, neverAskAgain } from "../../../api/review-requests.ts";
import { t } from "../../../language.ts";
import { invalidate } from "../../../resource.ts";
import { me } from "../../../session-state.ts";
import { tell, tellFailure } from "../../../toasts.ts";
import { Button } from "../../../ui/button.tsx";
import { whenOf } from "../../../wording.ts";

/** One person who is or was asked: how it stands, what followed, what can be done. */
export function RequestRow({ request }: { readonly request: ReviewRequest }) {
  const texts = t().reviewRequests;
  const { answer, review, caseId, source, email, name } = request;
  const isWaiting = request.state === "waiting" && !request.skipped;
  return (
    <li class="review-row request-row">
      <span class="review-what">
        <span class="row row-wrap">
          <strong class="clip">{name ?? (email || texts.erased)}</strong>
          <StatePill request={request} />
          {request.unsubscribedAt !== undefined && <span class="pill">{texts.unsubscribed}</span>}
        </span>
        {name && email && <span class="aside small clip">{email}</span>}
        <Facts request={request} />
        {answer && (
          <span class={`review-words ${answer.verdict === "bad" ? "request-bad" : ""}`}>
            <strong>{texts.verdict[answer.verdict]}</strong>
            {answer.words && `: ${answer.words}`}
          </span>
        )}
        <span class="row row-wrap small">
          {review && <Link href={`/reviews/${review.id}`}>{texts.review[review.by]}</Link>}
          {caseId && <Link href={`/reviews/cases/${caseId}`}>{texts.toCase}</Link>}
          {source.leadId && <Link href={`/leads/${source.leadId}`}>{texts.toLead}</Link>}
        </span>
      </span>
      <span class="row row-wrap">
        {isWaiting && <Act text={texts.cancel} done={texts.canceled} act={() => cancelRequest(request.id)} />}
        {request.unsubscribedAt === undefined && email && (
          <Act text={texts.never} done={texts.neverDone} act={() => neverAskAgain(request.id)} />
        )}
      </span>
    </li>
  );
}

function StatePill({ request: { state, skipped, dueAt } }: { readonly request: ReviewRequest }) {
  const texts = t().reviewRequests;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  if (skipped) return <span class="pill">{texts.skipped[skipped.because]}</span>;
  if (state === "waiting") return <span class="pill pill-wheat">{texts.state.planned(whenOf(dueAt, zone))}</span>;
  const isBad = state === "bounced" || state === "complained" || state === "failed";
  const isGood = state === "sent" || state === "delivered";
  return <span class={`pill ${isBad ? "pill-poppy" : isGood ? "pill-leaf" : ""}`}>{texts.state[state]}</span>;
}

function Facts({ request: { source, askedAt, openedAt, went } }: { readonly request: ReviewRequest }) {
  const channels = useChannels().data?.channels ?? [];
  const texts = t().reviewRequests;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const facts = [
    texts.source[source.kind],
    ...(askedAt === undefined ? [] : [whenOf(askedAt, zone)]),
    ...(openedAt === undefined ? [] : [texts.opened]),
    ...went.map(({ channelId }) =>
      texts.went(channels.find(({ id }) => id === channelId)?.manifest.name ?? texts.someChannel),
    ),
  ];
  return <span class="aside small">{facts.join(" · ")}</span>;
}

interface ActProps {
  readonly text: string;
  readonly done: string;
  readonly act: () => ReturnType<typeof cancelRequest>;
}

function Act({ text, done, act }: ActProps) {
  const run = async () => {
    const answer = await act();
    invalidate("review-requests");
    if (answer.ok) tell(done);
    else tellFailure(answer.error);
  };
  return (
    <Button kind="quiet" onClick={() => void run()}>
      {text}
    </Button>
  );
}
