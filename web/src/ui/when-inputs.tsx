import { t } from "../language.ts";
import { cityOf } from "../wording.ts";

interface WhenInputsProps {
  readonly id: string;
  /** Wall clock, `2026-11-24T18:00:05`; either half may be empty while it is typed. */
  readonly wallClock: string;
  readonly timeZone: string;
  readonly onChange: (wallClock: string) => void;
}

/** A date and a time in a named zone. */
export function WhenInputs({ id, wallClock, timeZone, onChange }: WhenInputsProps) {
  const [date = "", time = ""] = wallClock.split("T");
  const texts = t().calendar;
  return (
    <div class="when-inputs">
      <label class="hidden-visually" for={`${id}-date`}>
        {texts.date}
      </label>
      <input
        id={`${id}-date`}
        class="input"
        type="date"
        required
        value={date}
        onInput={(event) => onChange(`${event.currentTarget.value}T${time}`)}
      />
      <label class="hidden-visually" for={`${id}-time`}>
        {texts.time}
      </label>
      <input
        id={`${id}-time`}
        class="input"
        type="time"
        step="1"
        required
        value={time.endsWith(":00") && time.length === 8 ? time.slice(0, 5) : time}
        onInput={(event) => onChange(`${date}T${event.currentTarget.value}`)}
      />
      <span class="aside">{cityOf(timeZone)}</span>
    </div>
  );
}
