import type { ResponseTargets } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { FieldProblem } from "../../ui/field.tsx";
import { capital, weekdayName } from "../../wording.ts";

export type Week = ResponseTargets["week"];

/** Whether a week's times can be kept. */
export const isWeekRight = (week: Week): boolean => week.every((day) => !day || day.opens < day.closes);

interface WeekEditorProps {
  readonly id: string;
  readonly label: string;
  readonly week: Week;
  readonly onChange: (week: Week) => void;
}

const usualDay = { opens: "09:00", closes: "18:00" };
/** A time input knows no 24:00; the last minute of the day stands for midnight there. */
const shown = (time: string): string => (time === "24:00" ? "23:59" : time);
const kept = (time: string): string => (time === "23:59" ? "24:00" : time);

/** From when to when somebody answers, day by day. */
export function WeekEditor({ id, label, week, onChange }: WeekEditorProps) {
  const texts = t().inboxSettings;
  const set = (at: number, day: Week[number]) => onChange(week.map((one, i) => (i === at ? day : one)));
  return (
    <fieldset class="week-editor" aria-label={label}>
      {week.map((day, i) => {
        const name = capital(weekdayName(i + 1, "long"));
        const wrong = day !== null && day.opens >= day.closes;
        return (
          <div key={name} class="week-day">
            <label class="check">
              <input type="checkbox" checked={day !== null} onChange={() => set(i, day ? null : usualDay)} />
              {name}
            </label>
            {day ? (
              <span class="row">
                <input
                  id={`${id}-${i}-opens`}
                  type="time"
                  class="input"
                  required
                  aria-label={`${name}, ${texts.from}`}
                  value={day.opens}
                  onInput={(event) => set(i, { ...day, opens: event.currentTarget.value })}
                />
                <span aria-hidden="true">–</span>
                <input
                  id={`${id}-${i}-closes`}
                  type="time"
                  class="input"
                  required
                  aria-label={`${name}, ${texts.to}`}
                  aria-invalid={wrong ? "true" : undefined}
                  value={shown(day.closes)}
                  onInput={(event) => set(i, { ...day, closes: kept(event.currentTarget.value) })}
                />
              </span>
            ) : (
              <span class="aside">{texts.closed}</span>
            )}
            {wrong && <FieldProblem text={texts.dayWrong} />}
          </div>
        );
      })}
    </fieldset>
  );
}
