import { X } from "lucide-preact";
import { useState } from "preact/hooks";
import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { dayName } from "../../wording.ts";

interface HolidaysEditorProps {
  readonly holidays: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (holidays: string[]) => void;
}

/** Days on which nobody has to answer, as chips. */
export function HolidaysEditor({ holidays, disabled, onChange }: HolidaysEditorProps) {
  const [day, setDay] = useState("");
  const texts = t().inboxSettings;
  const add = () => {
    if (day === "") return;
    onChange([...new Set([...holidays, day])].sort());
    setDay("");
  };
  return (
    <Field id="holiday" label={texts.holidays} hint={texts.holidaysHint}>
      {holidays.length > 0 && (
        <ul class="row row-wrap">
          {holidays.map((one) => (
            <li key={one} class="pill label-chip">
              {dayName(one)}
              <button
                type="button"
                aria-label={texts.removeHoliday(dayName(one))}
                onClick={() => onChange(holidays.filter((other) => other !== one))}
              >
                <X size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <span class="row row-wrap">
        <input
          id="holiday"
          type="date"
          class="input holiday-input"
          aria-describedby="holiday-note"
          value={day}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
        <Button onClick={add} disabled={disabled || day === ""}>
          {texts.addHoliday}
        </Button>
      </span>
    </Field>
  );
}
