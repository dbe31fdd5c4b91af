import { ArrowLeft } from "lucide-preact";
import { Link } from "wouter-preact";
import { readCase } from "../../../api/cases.ts";
import type { Case } from "../../../api/contract.ts";
import { t } from "../../../language.ts";
import { useResource } from "../../../resource.ts";
import { mayI, me } from "../../../session-state.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Page, Section } from "../../../ui/page.tsx";
import { Shown } from "../../../ui/states.tsx";
import { whenOf, whenWithZone } from "../../../wording.ts";
import { Stars } from "../stars.tsx";
import { CaseForm } from "./case-form.tsx";
import { causeName } from "./cause-name.ts";
import "../reviews.css";

/** One case: what the person said, what is done about it, what has happened so far. */
export function CasePage({ id }: { readonly id: string }) {
  const found = useResource(`cases:one:${id}`, () => readCase(id));
  const texts = t().cases;
  return (
    <Page
      title={found.data ? (found.data.case.person ?? texts.section) : texts.title}
      width="narrow"
      lead={
        <Link href="/reviews/cases" class="review-back">
          <ArrowLeft size={16} aria-hidden="true" />
          {texts.back}
        </Link>
      }
    >
      <Shown of={found}>{(data) => <Detail one={data.case} />}</Shown>
    </Page>
  );
}

function Detail({ one }: { readonly one: Case }) {
  const texts = t().cases;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  return (
    <>
      <article class="review-card card">
        <p class="row row-wrap">
          <span class="pill">{texts.state[one.state]}</span>
          {one.opinionNow && <span class="pill pill-wheat">{texts.ratingChanged}</span>}
          {one.opinionNow && <span class="aside small">{texts.was}</span>}
          {one.opinion && <Stars of={one.opinion} />}
          {one.opinionNow && <span class="aside small">{texts.now}</span>}
          {one.opinionNow && <Stars of={one.opinionNow} />}
        </p>
        <p class={`review-words ${one.excerpt ? "" : "aside"}`}>{one.excerpt ?? texts.noText}</p>
        <p class="aside small">{texts.opened(whenWithZone(one.openedAt, zone))}</p>
        <div class="row row-wrap">
          {one.reviewId && <LinkButton to={`/reviews/${one.reviewId}`}>{texts.review}</LinkButton>}
          {one.threadId && (
            <LinkButton kind={one.reviewId ? "quiet" : "plain"} to={`/inbox/${one.threadId}`}>
              {texts.conversation}
            </LinkButton>
          )}
          {one.requestId && <LinkButton to="/reviews/requests">{texts.request}</LinkButton>}
        </div>
      </article>
      <Section title={texts.work}>
        {mayI("manage-cases") ? <CaseForm key={one.version} one={one} /> : <CaseFacts one={one} />}
      </Section>
      <Section title={texts.history}>
        <ol class="opinions">
          {one.history.toReversed().map((entry) => (
            <li key={`${entry.at}${entry.what}`}>
              <span class="aside small">{whenOf(entry.at, zone)}</span>
              <span class="row row-wrap">
                {[
                  entry.by.name,
                  texts.did[entry.what],
                  entry.owner ?? (entry.what === "assigned" ? texts.nobody : undefined),
                  entry.state && texts.state[entry.state],
                ]
                  .filter(Boolean)
                  .join(" · ")}
                {entry.opinion && <Stars of={entry.opinion} />}
              </span>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

/** What those read who may not change it. */
function CaseFacts({ one }: { readonly one: Case }) {
  const texts = t().cases;
  const facts = [
    [texts.owner, one.owner?.name ?? texts.nobody],
    [texts.cause, one.cause ? causeName(one.cause) : texts.noCause],
    [texts.done, one.done || "—"],
    [texts.outcome, one.outcome || "—"],
  ];
  return (
    <dl class="section-body stack">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt class="aside small">{name}</dt>
          <dd class="review-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
