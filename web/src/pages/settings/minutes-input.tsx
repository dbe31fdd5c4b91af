import { useId, useState } from "preact/hooks";
import { t } from "../../language.ts";
import { Field, noted } from "../../ui/field.tsx";

const units = { minutes: 1, hours: 60, days: 1440 } as const;
type Unit = keyof typeof units;
const unitNames = Object.keys(units) as Unit[];
const [least, most] = [10, 14 * 1440];

/** The greatest unit in which a number of minutes is a whole one. */
export const unitOf = (minutes: number): Unit =>
  unitNames.findLast((unit) => minutes >= units[unit] && minutes % units[unit] === 0) ?? "minutes";

interface MinutesInputProps {
  readonly label: string;
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
}

/** A time as a number and a unit; told on only while it is one that is allowed. */
export function MinutesInput({ label, minutes, onChange }: MinutesInputProps) {
  const id = useId();
  const [unit, setUnit] = useState<Unit>(unitOf(minutes));
  const [typed, setTyped] = useState(String(minutes / units[unitOf(minutes)]));
  const texts = t().alerts.settings;
  const minutesOf = (text: string, of: Unit) => Math.round(Number(text) * units[of]);
  const isAllowed = (value: number) => Number.isInteger(value) && value >= least && value <= most;
  const problem = isAllowed(minutesOf(typed, unit)) ? undefined : texts.wrongTime;
  const tell = (text: string, of: Unit) => {
    const value = minutesOf(text, of);
    if (isAllowed(value)) onChange(value);
  };
  return (
    <Field id={id} label={label} problem={problem}>
      <div class="row">
        <input
          {...noted(id, problem)}
          class="input"
          type="number"
          inputMode="numeric"
          min={1}
          required
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            tell(event.currentTarget.value, unit);
          }}
        />
        <select
          class="input"
          aria-label={`${label}: ${texts.units[unit](Number(typed))}`}
          value={unit}
          onChange={(event) => {
            const next = unitNames.find((one) => one === event.currentTarget.value) ?? unit;
            setUnit(next);
            tell(typed, next);
          }}
        >
          {unitNames.map((one) => (
            <option key={one} value={one}>
              {texts.units[one](Number(typed))}
            </option>
          ))}
        </select>
      </div>
    </Field>
  );
}
