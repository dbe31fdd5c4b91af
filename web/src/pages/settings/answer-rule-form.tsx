import type { AnswerRule } from "../../api/contract.ts";
import { changeAnswerRule, readAnswerRule } from "../../api/reviews.ts";
import { t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Section } from "../../ui/page.tsx";
import { Shown } from "../../ui/states.tsx";

const choices = ["none", "low-waits", "all-wait"] as const;

/** Whether authors answer reviews, and what of it somebody approves first. */
export function AnswerRuleForm() {
  const rule = useResource("reviews:answer-rule", readAnswerRule);
  const texts = t().reviews.approval;
  const choose = async (stored: AnswerRule, authors: AnswerRule["authors"]) => {
    const answer = await changeAnswerRule({ ...stored, authors });
    invalidate("reviews:answer-rule");
    if (answer.ok) tell(texts.ruleSaved);
    else tellFailure(answer.error);
  };
  return (
    <Section title={texts.rule}>
      <Shown of={rule}>
        {(stored) => (
          <fieldset class="section-body stack answer-rule" disabled={!mayI("respond")}>
            <legend class="aside">{texts.ruleLead}</legend>
            {choices.map((authors) => (
              <label key={authors} class="check">
                <input
                  type="radio"
                  name="answer-rule"
                  checked={stored.authors === authors}
                  onChange={() => void choose(stored, authors)}
                />
                {texts.rules[authors]}
              </label>
            ))}
          </fieldset>
        )}
      </Shown>
    </Section>
  );
}
