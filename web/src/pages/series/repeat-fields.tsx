import { previewSeries } from "../../api/series.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { FieldProblem } from "../../ui/field.tsx";
import { weekdayName } from "../../wording.ts";
import { Dates } from "./dates.tsx";
import { dateOf, type Repeat, type RepeatEnd, repeatKinds, ruleOf } from "./repeat.ts";
import "./series.css";

interface RepeatFieldsProps {
  /** The wall clock of the first date. */
  readonly start: string;
  readonly timeZone: string;
  readonly repeat: Repeat | undefined;
  /** A series always repeats; a post being written need not. */
  readonly required?: boolean;
  readonly onChange: (repeat: Repeat | undefined) => void;
}

const ends: readonly RepeatEnd["kind"][] = ["never", "until", "count"];
const never: RepeatEnd = { kind: "never" };

/** How a post comes again, until when, and the next five dates that this gives. */
export function RepeatFields({ start, timeZone, repeat, required = false, onChange }: RepeatFieldsProps) {
  const texts = t().series;
  const date = dateOf(start);
  const names = {
    ...texts.kinds,
    weekly: texts.kinds.weekly(date ? weekdayName(date.dayOfWeek, "long") : "…"),
    monthly: texts.kinds.monthly(date?.day ?? 1),
  };
  const choose = (value: string) => {
    const kind = repeatKinds.find((one) => one === value);
    onChange(kind && { kind, days: date ? [date.dayOfWeek] : [], end: repeat?.end ?? never });
  };
  const rule = repeat && ruleOf(repeat, start);
  return (
    <div class="repeat">
      <select
        class="input"
        aria-label={texts.repeat}
        value={repeat?.kind ?? ""}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {!required && <option value="">{names.none}</option>}
        {repeatKinds.map((kind) => (
          <option key={kind} value={kind}>
            {names[kind]}
          </option>
        ))}
      </select>
      {repeat?.kind === "custom" && <Weekdays days={repeat.days} onChange={(days) => onChange({ ...repeat, days })} />}
      {repeat && <End end={repeat.end} onChange={(end) => onChange({ ...repeat, end })} />}
      {rule && <NextDates rule={rule} start={start} timeZone={timeZone} />}
    </div>
  );
}

function Weekdays(props: { readonly days: readonly number[]; readonly onChange: (days: readonly number[]) => void }) {
  const { days, onChange } = props;
  return (
    <fieldset class="segments" aria-label={t().series.weekdays}>
      {[1, 2, 3, 4, 5, 6, 7].map((day) => (
        <button
          key={day}
          type="button"
          aria-pressed={days.includes(day)}
          aria-label={weekdayName(day, "long")}
          onClick={() => onChange(days.includes(day) ? days.filter((one) => one !== day) : [...days, day])}
        >
          {weekdayName(day)}
        </button>
      ))}
    </fieldset>
  );
}

function End({ end, onChange }: { readonly end: RepeatEnd; readonly onChange: (end: RepeatEnd) => void }) {
  const texts = t().series;
  const choose = (kind: string) =>
    onChange(kind === "until" ? { kind, day: "" } : kind === "count" ? { kind, count: 10 } : never);
  return (
    <div class="repeat-end">
      <select
        class="input"
        aria-label={texts.ends}
        value={end.kind}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {ends.map((kind) => (
          <option key={kind} value={kind}>
            {texts.end[kind]}
          </option>
        ))}
      </select>
      {end.kind === "until" && (
        <input
          class="input"
          type="date"
          aria-label={texts.untilLabel}
          value={end.day}
          onInput={(event) => onChange({ kind: "until", day: event.currentTarget.value })}
        />
      )}
      {end.kind === "count" && (
        <input
          class="input input-number"
          type="number"
          min={1}
          max={999}
          aria-label={texts.countLabel}
          value={end.count}
          onInput={(event) => onChange({ kind: "count", count: event.currentTarget.valueAsNumber || 0 })}
        />
      )}
    </div>
  );
}

function NextDates({ rule, start, timeZone }: { rule: string; start: string; timeZone: string }) {
  const key = `series-preview:${rule}:${start}:${timeZone}`;
  const { data, failure } = useResource(key, () => previewSeries({ rule, start, timeZone }));
  if (failure) return <FieldProblem text={[failure.message, failure.cure].filter(Boolean).join(" ")} />;
  if (!data) return null;
  return (
    <div class="repeat-next">
      <p class="small aside">{t().series.next}</p>
      <Dates dates={data.dates} timeZone={data.timeZone} />
    </div>
  );
}
