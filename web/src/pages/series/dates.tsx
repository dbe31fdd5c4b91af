import { TriangleAlert } from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { SeriesDate } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { whenOf } from "../../wording.ts";

interface DatesProps {
  readonly dates: readonly SeriesDate[];
  readonly timeZone: string;
  readonly acts?: (date: SeriesDate) => ComponentChildren;
}

/** Dates of a series, each with the clock change that moves it. */
export function Dates({ dates, timeZone, acts }: DatesProps) {
  const texts = t().series;
  if (dates.length === 0) return <p class="aside">{texts.noDates}</p>;
  return (
    <ul class="series-dates">
      {dates.map((date) => (
        <li key={date.at} class={date.skipped ? "series-skipped" : ""}>
          <span>
            <time dateTime={date.at}>{whenOf(date.dueAt, timeZone)}</time>
            {date.skipped && <span class="aside small"> {texts.skipped}</span>}
            {date.clockChange && (
              <span class="series-clock small">
                <TriangleAlert size={14} aria-hidden="true" />
                {date.clockChange === "skipped" ? texts.skippedClock : texts.repeatedClock}
              </span>
            )}
          </span>
          {acts?.(date)}
        </li>
      ))}
    </ul>
  );
}
