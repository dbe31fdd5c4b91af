import { Check } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { acknowledgeByLink, readAlertLink } from "../../api/alerts.ts";
import type { ApiFailure } from "../../api/client.ts";
import type { AlertLinkView } from "../../api/contract.ts";
import { language, t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { Button } from "../../ui/button.tsx";
import { useNoIndex } from "../../ui/no-index.ts";
import { useTabTitle } from "../../ui/page.tsx";
import { FailureNote, SkeletonRows } from "../../ui/states.tsx";
import { whenWithZone } from "../../wording.ts";
import { SeverityPill } from "../alerts/severity-pill.tsx";
import "./alert-link.css";

/** What the link in a mail opens, without an account: what was noticed, and the button that says one has seen it. */
export function AlertLinkPage({ token }: { readonly token: string }) {
  const { data, failure, loading, reload } = useResource(`alert-link:${token}`, () => readAlertLink(token));
  useNoIndex();
  useEffect(() => {
    if (data) language.value = data.language;
  }, [data?.language]);
  const texts = t().alerts.link;
  useTabTitle(texts.title);
  const isGone = failure && failure.status === 404;
  return (
    <main class="alert-link">
      {failure && !loading && (
        <>
          <h1>{isGone ? texts.goneTitle : texts.title}</h1>
          <FailureNote failure={failure} {...(isGone ? {} : { retry: reload })} />
        </>
      )}
      {data && !isGone && <AlertNote view={data} token={token} onSaid={reload} />}
      {!data && !failure && <SkeletonRows />}
    </main>
  );
}

interface NoteProps {
  readonly view: AlertLinkView;
  readonly token: string;
  readonly onSaid: () => void;
}

function AlertNote({ view, token, onSaid }: NoteProps) {
  const texts = t().alerts;
  const when = (at: number) => whenWithZone(at, view.timeZone);
  const more = view.count - view.evidence.length;
  return (
    <>
      <header class="stack">
        <p class="aside">{view.workspaceName}</p>
        <div>
          <SeverityPill severity={view.severity} side={view.side} />
        </div>
        <h1>{view.title}</h1>
        <p class="aside">{texts.link.seen(view.count, when(view.lastSeenAt))}</p>
      </header>
      <Answer view={view} token={token} onSaid={onSaid} />
      <section class="stack">
        <h2>{texts.proposal}</h2>
        <p>{view.decision}</p>
      </section>
      {view.cause && (
        <section class="stack">
          <h2>{texts.cause}</h2>
          <p>
            {view.cause.message} {view.cause.cure}
          </p>
        </section>
      )}
      <section class="stack">
        <h2>{texts.evidence}</h2>
        {view.evidence.map(({ key, what, person, excerpt, rating, at }) => (
          <blockquote key={key}>
            <p class="aside small">
              {[
                person ?? (what === "message" || what === "review" ? texts.anonymous : undefined),
                rating === undefined ? undefined : texts.stars(rating),
                when(at),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {excerpt}
          </blockquote>
        ))}
        {more > 0 && <p class="aside small">{texts.evidenceMore(more)}</p>}
      </section>
      <footer class="aside small row row-wrap">
        <span>{texts.link.until(when(view.endsAt))}</span>
        {view.page && <a href={view.page}>{texts.link.open}</a>}
      </footer>
    </>
  );
}

function Answer({ view, token, onSaid }: NoteProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const texts = t().alerts;
  if (view.state !== "open") {
    return (
      <p class="note note-leaf" role="status">
        <Check size={16} aria-hidden="true" />
        {view.state === "closed" ? texts.link.closed : texts.link.done}
      </p>
    );
  }
  const say = async () => {
    setBusy(true);
    const answer = await acknowledgeByLink(token);
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (answer.ok || answer.error.status === 409) onSaid();
  };
  return (
    <div class="stack card">
      <div>
        <Button kind="primary" icon={Check} busy={busy} onClick={() => void say()}>
          {texts.acknowledge}
        </Button>
      </div>
      <p class="aside small">{texts.link.hint}</p>
      {failure && <FailureNote failure={failure} />}
    </div>
  );
}
