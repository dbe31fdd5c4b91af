import { Plus, Trash2 } from "lucide-preact";
import type { LeadFormDraft } from "../../../api/leads.ts";
import { t } from "../../../language.ts";
import { Button, IconButton } from "../../../ui/button.tsx";
import { Field, FieldProblem } from "../../../ui/field.tsx";

type Question = LeadFormDraft["questions"][number];

interface QuestionsProps {
  readonly questions: readonly Question[];
  readonly problem: string | undefined;
  readonly onChange: (questions: Question[]) => void;
}

const MOST = 5;

/** What a form asks beside contact and message. */
export function Questions({ questions, problem, onChange }: QuestionsProps) {
  const texts = t().leads.forms;
  const change = (at: number, part: Partial<Question>) =>
    onChange(questions.map((question, index) => (index === at ? { ...question, ...part } : question)));
  return (
    <fieldset class="stack">
      <legend class="field-label">{texts.questions}</legend>
      {questions.map((question, at) => {
        const id = `question-${at}`;
        return (
          <div key={id} class="lead-question">
            <Field id={id} label={texts.question(at + 1)}>
              <input
                id={id}
                class="input"
                maxLength={120}
                value={question.label}
                onInput={(event) => change(at, { label: event.currentTarget.value })}
              />
            </Field>
            <Field id={`${id}-options`} label={texts.options}>
              <textarea
                id={`${id}-options`}
                class="input"
                rows={2}
                defaultValue={question.options?.join("\n") ?? ""}
                onInput={(event) => change(at, { options: linesOf(event.currentTarget.value) })}
              />
            </Field>
            <div class="row">
              <label class="check">
                <input
                  type="checkbox"
                  checked={question.required}
                  onChange={(event) => change(at, { required: event.currentTarget.checked })}
                />
                {texts.requiredQuestion}
              </label>
              <span class="push">
                <IconButton
                  icon={Trash2}
                  label={`${texts.removeQuestion} ${at + 1}`}
                  onClick={() => onChange(questions.filter((_, index) => index !== at))}
                />
              </span>
            </div>
          </div>
        );
      })}
      {problem && <FieldProblem text={problem} />}
      {questions.length < MOST && (
        <div>
          <Button icon={Plus} onClick={() => onChange([...questions, { label: "", required: false }])}>
            {texts.addQuestion}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function linesOf(text: string): string[] | undefined {
  const lines = text.split("\n").flatMap((line) => line.trim() || []);
  return lines.length === 0 ? undefined : [...new Set(lines)];
}
