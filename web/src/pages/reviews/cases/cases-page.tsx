import { ChevronRight, ListChecks } from "lucide-preact";
import { useState } from "preact/hooks";
import { Link, useSearchParams } from "wouter-preact";
import { listCases } from "../../../api/cases.ts";
import type { Case } from "../../../api/contract.ts";
import { t } from "../../../language.ts";
import { useResource } from "../../../resource.ts";
import { mayI, me } from "../../../session-state.ts";
import { tellFailure } from "../../../toasts.ts";
import { Button } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { Segments } from "../../../ui/segments.tsx";
import { Empty, Shown } from "../../../ui/states.tsx";
import { whenOf } from "../../../wording.ts";
import { Stars } from "../stars.tsx";
import { causeName } from "./cause-name.ts";
import { CausesDialog } from "./causes-dialog.tsx";
import "../reviews.css";

const states = ["open", "in-work", "closed"] as const;
const EVERY_MS = 30_000;

/** Who is unhappy and waits for somebody; the state is in the address. */
export function CasesPage() {
  const [params, setParams] = useSearchParams();
  const [isEditing, setEditing] = useState(false);
  const state = states.find((one) => one === params.get("state")) ?? "open";
  const texts = t().cases;
  const choose = (next: Case["state"]) => setParams(next === "open" ? {} : { state: next }, { replace: true });
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      section="reviews"
      actions={
        mayI("manage-cases") && (
          <Button icon={ListChecks} onClick={() => setEditing(true)}>
            {texts.editCauses}
          </Button>
        )
      }
    >
      <div class="review-filters">
        <Segments
          label={texts.stateLabel}
          options={states.map((value) => ({ value, text: texts.states[value] }))}
          value={state}
          onChange={choose}
        />
      </div>
      <List key={state} state={state} />
      {isEditing && <CausesDialog onClose={() => setEditing(false)} />}
    </Page>
  );
}

function List({ state }: { readonly state: Case["state"] }) {
  const first = useResource(`cases:list:${state}`, () => listCases({ state }), EVERY_MS);
  const [later, setLater] = useState<{ cases: readonly Case[]; cursor?: string | undefined } | undefined>();
  const texts = t().cases;
  const more = async (cursor: string) => {
    const answer = await listCases({ state, cursor });
    if (!answer.ok) return tellFailure(answer.error);
    setLater({ cases: [...(later?.cases ?? []), ...answer.value.cases], cursor: answer.value.cursor });
  };
  return (
    <Shown of={first}>
      {(data) => {
        const known = new Set(data.cases.map(({ id }) => id));
        const shown = [...data.cases, ...(later?.cases ?? []).filter(({ id }) => !known.has(id))];
        const cursor = later ? later.cursor : data.cursor;
        if (shown.length === 0) return <Empty text={texts.empty[state]} />;
        return (
          <>
            <ul class="list">
              {shown.map((one) => (
                <Row key={one.id} one={one} />
              ))}
            </ul>
            {cursor && <Button onClick={() => void more(cursor)}>{texts.more}</Button>}
          </>
        );
      }}
    </Shown>
  );
}

function Row({ one }: { readonly one: Case }) {
  const texts = t().cases;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const about = [
    texts.opened(whenOf(one.openedAt, zone)),
    one.owner ? texts.ownedBy(one.owner.name) : texts.nobody,
    ...(one.cause ? [causeName(one.cause)] : []),
  ];
  return (
    <li>
      <Link href={`/reviews/cases/${one.id}`} class="review-row row-link">
        <span class="review-what">
          <span class="row row-wrap">
            <strong class="clip">{one.person ?? texts.anonymous}</strong>
            {one.opinion && <Stars of={one.opinionNow ?? one.opinion} />}
            {one.opinionNow && <span class="pill pill-wheat">{texts.ratingChanged}</span>}
          </span>
          <span class={`review-text ${one.excerpt ? "" : "aside"}`}>{one.excerpt ?? texts.noText}</span>
          <span class="aside small">{about.join(" · ")}</span>
        </span>
        <ChevronRight size={16} class="review-go" aria-hidden="true" />
      </Link>
    </li>
  );
}
