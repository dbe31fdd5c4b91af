import { CalendarPlus, FilePlus, Lightbulb, ListTodo, Timer } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Answer } from "../../api/client.ts";
import type { Recommendation } from "../../api/contract.ts";
import {
  applyToPlan,
  dismissRecommendation,
  listRecommendations,
  takeAsTask,
  takeBack,
} from "../../api/recommendations.ts";
import { t } from "../../language.ts";
import { amend, invalidate, useResource } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { Shown } from "../../ui/states.tsx";
import { MethodNote } from "./method-note.tsx";
import { actText, EffectShown } from "./recommendation-effect.tsx";

const KEY = "recommendations";
/** What is shown elsewhere and may change by a click. */
const changedBy = ["channels", "calendar", "next-slots", "posts", "response-targets"];

const needs = { schedule: "manage-channels", draft: "write", target: "respond" } as const;
const icons = { schedule: CalendarPlus, draft: FilePlus, target: Timer } as const;

/** What the figures advise, each with what it rests on and the one click that does it. */
export function Recommendations({ channelId }: { readonly channelId: string | undefined }) {
  const found = useResource(KEY, listRecommendations);
  const texts = t().advice;
  return (
    <Section title={texts.title}>
      <Shown of={found}>
        {({ recommendations }) => {
          const shown = recommendations.filter((one) => !channelId || !one.channelId || one.channelId === channelId);
          return shown.length === 0 ? (
            <p class="section-body aside">{texts.none}</p>
          ) : (
            <>
              <ul class="list recommendations">
                {shown.map((one) => (
                  <RecommendationRow key={one.id} recommendation={one} />
                ))}
              </ul>
              <MethodNote plain={texts.plainMethod} title={texts.methodTitle} method={texts.method} />
            </>
          );
        }}
      </Shown>
    </Section>
  );
}

function RecommendationRow({ recommendation }: { readonly recommendation: Recommendation }) {
  const [busy, setBusy] = useState(false);
  const { id, words, effect } = recommendation;
  const texts = t().advice;
  const mayPlan = effect !== null && mayI(needs[effect.kind]);

  /** Answers it, hides it, and says what was done with a way back. */
  const answer = async <T,>(act: (id: string) => Promise<Answer<T>>, said: (done: T) => string) => {
    setBusy(true);
    const done = await act(id);
    setBusy(false);
    if (!done.ok) return tellFailure(done.error);
    amend<{ recommendations: Recommendation[] }>(KEY, (data) => ({
      recommendations: data.recommendations.filter((one) => one.id !== id),
    }));
    invalidate("tasks", "today", ...changedBy);
    tell(said(done.value), () => void back());
  };
  const back = async () => {
    const undone = await takeBack(id);
    if (!undone.ok) tellFailure(undone.error);
    invalidate(KEY, "tasks", "today", ...changedBy);
  };

  return (
    <li class="recommendation">
      <Lightbulb size={20} aria-hidden="true" class="tone-wheat" />
      <div class="recommendation-what">
        <p class="recommendation-title">{words.title}</p>
        <p class="small aside">{words.evidence}</p>
        {mayPlan && <EffectShown effect={effect} />}
        {mayI("manage-tasks") && (
          <div class="row row-wrap recommendation-acts">
            {mayPlan && (
              <Button
                icon={icons[effect.kind]}
                busy={busy}
                onClick={() => void answer(applyToPlan, () => texts.planned[effect.kind])}
              >
                {actText(effect)}
              </Button>
            )}
            <Button
              icon={ListTodo}
              busy={busy}
              kind={mayPlan ? "quiet" : "plain"}
              onClick={() => void answer(takeAsTask, ({ task }) => texts.taskMade(task.title))}
            >
              {texts.asTask}
            </Button>
            <Button kind="quiet" busy={busy} onClick={() => void answer(dismissRecommendation, () => texts.dismissed)}>
              {texts.dismiss}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
