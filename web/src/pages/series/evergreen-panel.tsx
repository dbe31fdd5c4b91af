import { useState } from "preact/hooks";
import type { EvergreenDraft, PostView } from "../../api/contract.ts";
import { markEvergreen, readEvergreen, stopEvergreen } from "../../api/series.ts";
import { t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { EvergreenDialog } from "./evergreen-dialog.tsx";

/** Whether an approved post goes out again where the schedule stays empty, and how often. */
export function EvergreenPanel({ view: { post } }: { readonly view: PostView }) {
  const key = `evergreen:${post.id}`;
  const evergreen = useResource(key, () => readEvergreen(post.id)).data?.evergreen;
  const [open, setOpen] = useState(false);
  const texts = t().series;
  const approved = post.state === "approved" || post.state === "scheduled";
  if (!approved || post.origin || !mayI("approve")) return null;
  const active = evergreen?.active === true;
  const save = async (draft: EvergreenDraft) => {
    const answer = await markEvergreen(post.id, draft);
    invalidate(key, "calendar");
    if (!answer.ok) return tellFailure(answer.error);
    setOpen(false);
    tell(texts.evergreenOn);
  };
  const stop = async () => {
    const answer = await stopEvergreen(post.id);
    invalidate(key);
    if (answer.ok) tell(texts.evergreenOff);
    else tellFailure(answer.error);
  };
  return (
    <Section title={texts.evergreen}>
      <div class="stack section-body">
        <p class="aside">{texts.evergreenLead}</p>
        {active && (
          <p>
            {texts.everyDays(evergreen.minDays)} · {texts.repeats(evergreen.repeats.length)}
          </p>
        )}
        <div class="row row-wrap">
          <Button onClick={() => setOpen(true)}>{active ? texts.changeEvergreen : texts.makeEvergreen}</Button>
          {active && (
            <Button kind="quiet" onClick={() => void stop()}>
              {texts.stopEvergreen}
            </Button>
          )}
        </div>
      </div>
      {open && <EvergreenDialog initial={evergreen} onSave={save} onClose={() => setOpen(false)} />}
    </Section>
  );
}
