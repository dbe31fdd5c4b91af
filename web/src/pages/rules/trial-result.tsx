import { useEffect, useRef } from "preact/hooks";
import { Link } from "wouter-preact";
import type { Trial } from "../../api/rules.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { whenOf } from "../../wording.ts";

/** What a rule would have done on the last thirty days. */
export function TrialResult({ trial }: { readonly trial: Trial }) {
  const texts = t().rules;
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: "nearest" }), []);
  const { looked, isAll, matched, threads, takenAbove, would, examples } = trial;
  return (
    <section ref={place} class="rule-trial stack" aria-live="polite">
      <h3>{texts.trial.title}</h3>
      <p>
        {texts.trial.looked(looked)} {!isAll && texts.trial.notAll} {texts.trial.matched(matched, threads)}{" "}
        {takenAbove > 0 && texts.trial.above(takenAbove)}
      </p>
      {matched > 0 && (
        <ul class="row row-wrap">
          {would.map(({ kind, count }) => (
            <li key={kind} class="pill">
              {texts.act[kind]}: {count}
            </li>
          ))}
        </ul>
      )}
      <ul class="list">
        {examples.map(({ threadId, person, text, postedAt }) => (
          <li key={threadId}>
            <Link href={`/inbox/${threadId}?state=all`} class="rule-example">
              <span class="row small aside">
                <span>{person ?? t().inbox.nobody}</span>
                <time class="push">{whenOf(postedAt, me.value?.workspace.timeZone ?? "UTC")}</time>
              </span>
              <span class="clip">{text}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p class="aside small">{texts.trial.nothing}</p>
    </section>
  );
}
