import { X } from "lucide-preact";
import { useState } from "preact/hooks";
import { postLimits } from "#core/content/model.ts";
import { t } from "../../language.ts";
import { Field } from "../../ui/field.tsx";

interface LabelsEditorProps {
  readonly labels: readonly string[];
  readonly suggestions: readonly string[];
  readonly onChange: (labels: string[]) => void;
}

/** Labels as chips; Enter, a comma, a suggestion or leaving the field ends one. */
export function LabelsEditor({ labels, suggestions, onChange }: LabelsEditorProps) {
  const [typed, setTyped] = useState("");
  const texts = t().compose;
  const add = (text: string) => {
    const fresh = text
      .split(",")
      .map((label) => label.trim())
      .filter((label) => label !== "" && !labels.includes(label));
    if (fresh.length > 0) onChange([...labels, ...new Set(fresh)].slice(0, postLimits.labels));
    setTyped("");
  };
  const onInput = (text: string) => {
    if (text.includes(",") || suggestions.includes(text)) add(text);
    else setTyped(text);
  };
  return (
    <Field id="labels" label={texts.labels} hint={texts.labelsHint}>
      {labels.length > 0 && (
        <ul class="row row-wrap">
          {labels.map((label) => (
            <li key={label} class="pill label-chip">
              {label}
              <button
                type="button"
                aria-label={texts.removeLabel(label)}
                onClick={() => onChange(labels.filter((one) => one !== label))}
              >
                <X size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id="labels"
        class="input"
        list="label-suggestions"
        maxLength={50}
        aria-describedby="labels-note"
        value={typed}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          add(typed);
        }}
        onBlur={() => add(typed)}
      />
      <datalist id="label-suggestions">
        {suggestions
          .filter((label) => !labels.includes(label))
          .map((label) => (
            <option key={label} value={label} />
          ))}
      </datalist>
    </Field>
  );
}
