import { Pencil } from "lucide-preact";
import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import type { Answer } from "../../api/client.ts";
import type { Series, SeriesChange, SeriesDate } from "../../api/contract.ts";
import { changeSeries, readSeries, splitSeries } from "../../api/series.ts";
import { t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { FailureNote, Shown } from "../../ui/states.tsx";
import { cityOf, postTitle, whenOf } from "../../wording.ts";
import { Dates } from "./dates.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { RuleDialog } from "./rule-dialog.tsx";
import { ruleWords } from "./rule-words.ts";
import { SeriesPill } from "./series-pill.tsx";
import "./series.css";

const EVERY_MS = 10_000;

/** One series: what it repeats, when, and its next dates, each of which can be left out or made a new beginning. */
export function SeriesPage({ id }: { readonly id: string }) {
  const series = useResource(`series:${id}`, () => readSeries(id), EVERY_MS);
  const [open, setOpen] = useState<"rule" | "end" | undefined>();
  const texts = t().series;
  const close = () => setOpen(undefined);
  return (
    <Shown of={series}>
      {({ series: one }) => (
        <Page
          title={postTitle(one.text)}
          width="narrow"
          section="calendar"
          lead={
            <>
              <SeriesPill series={one} /> {ruleWords(one.rule, one.start)} ({cityOf(one.timeZone)})
            </>
          }
          actions={<Acts series={one} onRule={() => setOpen("rule")} onEnd={() => setOpen("end")} />}
        >
          <div class="series-page">
            {one.problem && <FailureNote failure={{ ...one.problem, status: 409 }} />}
            <p class="series-text">{one.text}</p>
            <Section title={texts.next}>
              <Dates dates={one.dates} timeZone={one.timeZone} acts={(date) => <DateActs series={one} date={date} />} />
            </Section>
          </div>
          {open === "rule" && <RuleDialog series={one} onChange={change} onClose={close} />}
          {open === "end" && <EndDialog onEnd={() => void change(one, { kind: "end" }, texts.ended)} onClose={close} />}
        </Page>
      )}
    </Shown>
  );
}

/** Changes a series and says what came of it. */
async function change(series: Series, what: SeriesChange, done: string): Promise<Answer<unknown>> {
  const answer = await changeSeries(series.id, series.version, what);
  invalidate("series", "calendar", "today");
  if (answer.ok) tell(done);
  else tellFailure(answer.error);
  return answer;
}

function Acts(props: { readonly series: Series; readonly onRule: () => void; readonly onEnd: () => void }) {
  const { series } = props;
  const texts = t().series;
  if (series.state === "ended") return null;
  const paused = series.state === "paused";
  return (
    <>
      {mayI("schedule") && (
        <>
          <Button kind="danger" onClick={props.onEnd}>
            {texts.endNow}
          </Button>
          <Button
            onClick={() =>
              void change(series, { kind: paused ? "resume" : "pause" }, paused ? texts.resumed : texts.paused)
            }
          >
            {paused ? texts.resume : texts.pause}
          </Button>
          <Button onClick={props.onRule}>{texts.changeRule}</Button>
        </>
      )}
      {mayI("write") && (
        <LinkButton to={series.waits ? `/posts/${series.postId}` : `/compose/${series.postId}`} icon={Pencil}>
          {series.waits ? texts.waits : texts.editText}
        </LinkButton>
      )}
    </>
  );
}

/** What can be done with one date: leave it out, take it back, or let another series go on from it. */
function DateActs({ series, date }: { readonly series: Series; readonly date: SeriesDate }) {
  const [, go] = useLocation();
  const texts = t().series;
  if (!mayI("schedule")) return null;
  const { at } = date;
  const follow = async () => {
    const answer = await splitSeries(series.id, series.version, at);
    invalidate("series", "calendar");
    if (!answer.ok) return tellFailure(answer.error);
    tell(texts.followingDone);
    go(`/series/${answer.value.series.id}`);
  };
  const skip = () => change(series, { kind: "skip", at }, texts.skipDone(whenOf(date.dueAt, series.timeZone)));
  return (
    <span class="row">
      <Button kind="quiet" onClick={() => void follow()}>
        {texts.following}
      </Button>
      {date.skipped ? (
        <Button kind="quiet" onClick={() => void change(series, { kind: "unskip", at }, texts.saved)}>
          {texts.unskip}
        </Button>
      ) : (
        <Button kind="quiet" onClick={() => void skip()}>
          {texts.skip}
        </Button>
      )}
    </span>
  );
}
