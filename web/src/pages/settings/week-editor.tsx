import type { ResponseTargets } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { FieldProblem } from "../../ui/field.tsx";
import { capital, weekdayName } from "../../wording.ts";

export type Week = ResponseTargets["week"];

type Hours = NonNullable<Week[number]>;

const isWhole = ({ opens, closes }: Hours): boolean => opens !== "" && closes !== "";

/** Whether a week's times can be kept. */
export const isWeekRight = (week: Week): boolean => week.every((day) => !day || isWhole(day));

interface WeekEditorProps {
  readonly id: string;
  readonly label: string;
  readonly week: Week;
  readonly onChange: (week: Week) => void;
}

const usualDay = { opens: "09:00", closes: "18:00" };
/** A time input knows no 24:00; it is 00:00 of the next day. */
const shown = (time: string): string => (time === "24:00" ? "00:00" : time);
const endsNextDay = ({ opens, closes }: Hours): boolean => shown(closes) <= opens;

/** From when to when somebody answers, day by day. */
export function WeekEditor({ id, label, week, onChange }: WeekEditorProps) {
  const texts = t().inboxSettings;
  const set = (at: number, day: Week[number]) => onChange(week.map((one, i) => (i === at ? day : one)));
  return (
    <fieldset class="week-editor" aria-label={label}>
      {week.map((day, i) => {
        const name = capital(weekdayName(i + 1, "long"));
        const wrong = day !== null && !isWhole(day);
        const ends = day && !wrong && endsNextDay(day) ? shown(day.closes) : undefined;
        const note = `${id}-${i}-note`;
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
                  aria-describedby={ends ? note : undefined}
                  value={shown(day.closes)}
                  onInput={(event) => set(i, { ...day, closes: event.currentTarget.value })}
                />
              </span>
            ) : (
              <span class="aside">{texts.closed}</span>
            )}
            {day && ends && (
              <p class="field-hint week-day-note" id={note}>
                {ends === day.opens ? texts.dayAndNight(ends) : texts.nextDay(ends)}
              </p>
            )}
            {wrong && <FieldProblem text={texts.dayWrong} />}
          </div>
        );
      })}
    </fieldset>
  );
}
