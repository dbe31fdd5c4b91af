import { useSavedReplies } from "../../api/inbox.ts";
import type { RuleDraft } from "../../api/rules.ts";
import { listMembers } from "../../api/session.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { Field } from "../../ui/field.tsx";
import { WordsInput } from "./words-input.tsx";

type Deeds = RuleDraft["deeds"];

interface DeedFieldsProps {
  readonly deeds: Deeds;
  readonly problem: string | undefined;
  readonly onChange: (deeds: Deeds) => void;
}

const severities = ["low", "medium", "high", "critical"] as const;

/** What a rule does. */
export function DeedFields({ deeds, problem, onChange }: DeedFieldsProps) {
  const members = useResource("members", listMembers).data?.members ?? [];
  const replies = useSavedReplies().data?.replies ?? [];
  const texts = t().rules;
  const set = (part: Partial<Deeds>) => onChange({ ...deeds, ...part });
  /** Of the choices the empty one takes the deed away. */
  const choose = (name: "assign" | "reply" | "alert", value: string) => {
    const { [name]: _before, ...rest } = deeds;
    onChange(value === "" ? rest : { ...rest, [name]: value });
  };
  const choices = [
    ["assign", texts.assign, texts.nobody, members.map(({ id, name }) => [id, name] as const)],
    ["reply", texts.reply, texts.noReply, replies.map(({ id, name }) => [id, name] as const)],
    ["alert", texts.alert, texts.noAlert, severities.map((one) => [one, texts.severity[one]] as const)],
  ] as const;
  const checks = [
    ["hide", texts.hide],
    ["lead", texts.makeLead],
  ] as const;
  return (
    <div class="stack">
      {choices.map(([name, label, none, options]) => (
        <Field key={name} id={`rule-${name}`} label={label} {...(name === "reply" && { hint: texts.replyHint })}>
          <select
            id={`rule-${name}`}
            class="input"
            value={deeds[name] ?? ""}
            onChange={(event) => choose(name, event.currentTarget.value)}
          >
            <option value="">{none}</option>
            {options.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </Field>
      ))}
      <Field id="rule-labels" label={texts.labels} hint={texts.labelsHint} problem={problem}>
        <WordsInput
          id="rule-labels"
          words={deeds.labels ?? []}
          problem={problem}
          onChange={(labels) => set({ labels })}
        />
      </Field>
      <label class="check">
        <input
          type="checkbox"
          checked={deeds.priority === "high"}
          onChange={(event) => {
            const { priority: _before, ...rest } = deeds;
            onChange(event.currentTarget.checked ? { ...rest, priority: "high" } : rest);
          }}
        />
        {texts.priority}
      </label>
      {checks.map(([name, text]) => (
        <label key={name} class="check">
          <input
            type="checkbox"
            checked={deeds[name] ?? false}
            onChange={(event) => set({ [name]: event.currentTarget.checked })}
          />
          {text}
        </label>
      ))}
    </div>
  );
}
