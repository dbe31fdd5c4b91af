import { type ReportSchedule, reportKinds } from "#core/reports/schedule.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { Field, FieldProblem, noted } from "../../ui/field.tsx";
import { Segments } from "../../ui/segments.tsx";
import { cityOf, weekdayName } from "../../wording.ts";
import type { DraftField } from "./report-draft.ts";

interface ScheduleFieldsProps {
  readonly schedule: ReportSchedule;
  readonly problem: (field: DraftField) => string | undefined;
  readonly onKind: (kind: ReportSchedule["kind"]) => void;
  readonly onChange: (schedule: ReportSchedule) => void;
}

const week = [1, 2, 3, 4, 5, 6, 7] as const;

/** When a report goes out, and which days it then covers. */
export function ScheduleFields({ schedule, problem, onKind, onChange }: ScheduleFieldsProps) {
  const texts = t().reports;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  return (
    <>
      <div class="field">
        <span class="field-label">{texts.how}</span>
        <Segments
          label={texts.how}
          options={reportKinds.map((kind) => ({ value: kind, text: texts.kinds[kind] }))}
          value={schedule.kind}
          onChange={onKind}
        />
        <p class="field-hint">{texts.covers[schedule.kind]}</p>
      </div>
      {schedule.kind === "daily" && <Weekdays schedule={schedule} problem={problem("weekdays")} onChange={onChange} />}
      <div class="field-pair">
        <DayField schedule={schedule} problem={problem("startDay")} onChange={onChange} />
        <Field id="report-time" label={texts.time} hint={texts.timeHint(cityOf(zone))} problem={problem("time")}>
          <input
            {...noted("report-time", problem("time"))}
            class="input"
            type="time"
            value={schedule.time}
            onInput={(event) => onChange({ ...schedule, time: event.currentTarget.value })}
          />
        </Field>
      </div>
    </>
  );
}

function Weekdays(props: {
  readonly schedule: Extract<ReportSchedule, { kind: "daily" }>;
  readonly problem: string | undefined;
  readonly onChange: (schedule: ReportSchedule) => void;
}) {
  const { schedule, problem, onChange } = props;
  const toggle = (day: number) => {
    const { weekdays } = schedule;
    const next = weekdays.includes(day) ? weekdays.filter((one) => one !== day) : [...weekdays, day];
    onChange({ ...schedule, weekdays: next.toSorted((a, b) => a - b) });
  };
  return (
    <fieldset class="field">
      <legend class="field-label">{t().reports.weekdays}</legend>
      <div class="row row-wrap">
        {week.map((day) => (
          <label key={day} class="check" title={weekdayName(day, "long")}>
            <input type="checkbox" checked={schedule.weekdays.includes(day)} onChange={() => toggle(day)} />
            {weekdayName(day)}
          </label>
        ))}
      </div>
      {problem && <FieldProblem text={problem} />}
    </fieldset>
  );
}

function DayField(props: {
  readonly schedule: ReportSchedule;
  readonly problem: string | undefined;
  readonly onChange: (schedule: ReportSchedule) => void;
}) {
  const { schedule, problem, onChange } = props;
  const texts = t().reports;
  if (schedule.kind === "daily") return null;
  if (schedule.kind === "quarterly") {
    return (
      <Field id="report-day" label={texts.startDay} problem={problem}>
        <input
          {...noted("report-day", problem)}
          class="input"
          type="date"
          value={schedule.startDay}
          onInput={(event) => onChange({ ...schedule, startDay: event.currentTarget.value })}
        />
      </Field>
    );
  }
  const isWeekly = schedule.kind === "weekly";
  const days = isWeekly ? week : Array.from({ length: 28 }, (_, index) => index + 1);
  const choose = (value: string) =>
    isWeekly
      ? onChange({ ...schedule, weekday: Number(value) })
      : onChange({ ...schedule, day: value === "last" ? value : Number(value) });
  return (
    <Field id="report-day" label={isWeekly ? texts.weekday : texts.monthDay}>
      <select
        id="report-day"
        class="input"
        value={isWeekly ? schedule.weekday : schedule.day}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {days.map((day) => (
          <option key={day} value={day}>
            {isWeekly ? weekdayName(day, "long") : day}
          </option>
        ))}
        {!isWeekly && <option value="last">{texts.monthLast}</option>}
      </select>
    </Field>
  );
}
