import { t } from "../../language.ts";

interface DurationInputProps {
  readonly id: string;
  readonly label: string;
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
}

const shortest = 5;
const longest = 43_200;

/** A span in hours and minutes. */
export function DurationInput({ id, label, minutes, onChange }: DurationInputProps) {
  const texts = t().inboxSettings;
  const set = (hours: number, rest: number) =>
    onChange(Math.min(longest, Math.max(shortest, Math.round(hours || 0) * 60 + Math.round(rest || 0))));
  return (
    <fieldset class="field duration" aria-label={label}>
      <span class="field-label">{label}</span>
      <span class="row">
        <input
          id={`${id}-hours`}
          type="number"
          class="input"
          min={0}
          max={720}
          aria-label={`${label}: ${texts.hours}`}
          value={Math.floor(minutes / 60)}
          onChange={(event) => set(event.currentTarget.valueAsNumber, minutes % 60)}
        />
        <span class="aside">{texts.hours}</span>
        <input
          id={`${id}-minutes`}
          type="number"
          class="input"
          min={0}
          max={59}
          step={5}
          aria-label={`${label}: ${texts.minutes}`}
          value={minutes % 60}
          onChange={(event) => set(Math.floor(minutes / 60), event.currentTarget.valueAsNumber)}
        />
        <span class="aside">{texts.minutes}</span>
      </span>
    </fieldset>
  );
}
