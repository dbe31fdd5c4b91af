import { Plus } from "lucide-preact";
import { Link } from "wouter-preact";
import { t } from "../../language.ts";
import { needsYou } from "../../ui/publication-state.tsx";
import { dayName, weekdayName } from "../../wording.ts";
import { Chip, SlotChip } from "./chip.tsx";
import type { Day, ViewProps } from "./day.ts";
import { dropTarget } from "./drop.ts";
import { movedTo } from "./period.ts";

const ROOM = 4;

/** The month: whole weeks; a day that holds more than fits says how many more and opens them. */
export function Month({ anchor, ...props }: ViewProps & { readonly anchor: string }) {
  return (
    <div class="month">
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
        <div key={weekday} class="month-weekday">
          {weekdayName(weekday)}
        </div>
      ))}
      {props.days.map((day) => (
        <MonthDay key={day.day} day={day} other={day.day.slice(0, 7) !== anchor.slice(0, 7)} {...props} />
      ))}
    </div>
  );
}

function MonthDay({ day, other, ...props }: { readonly day: Day; readonly other: boolean } & ViewProps) {
  const { publications, freeSlots } = day;
  const overflow = publications.length > ROOM;
  const shown = overflow ? publications.slice(0, ROOM - 1) : publications;
  const shownSlots = freeSlots.slice(0, ROOM - Math.min(ROOM, publications.length));
  const more = publications.length - shown.length + (freeSlots.length - shownSlots.length);
  const isToday = day.day === props.today;
  return (
    <section
      class={`month-day ${other ? "month-other" : ""} ${day.day < props.today ? "month-past" : ""}`}
      aria-label={dayName(day.day, "long")}
      {...dropTarget((publication) =>
        props.onDrop(publication, movedTo(publication.dueAt, publication.timeZone, day.day)),
      )}
    >
      <div class="month-date">
        <button
          type="button"
          class={isToday ? "date-today" : "date"}
          aria-label={t().calendar.dayTitle(dayName(day.day))}
          onClick={() => props.onOpenDay(day.day)}
        >
          {Number(day.day.slice(8))}
        </button>
        <PhoneSummary day={day} />
        {day.day >= props.today && (
          <Link href={`/compose?day=${day.day}`} class="month-plan" aria-label={t().calendar.planOn(dayName(day.day))}>
            <Plus size={14} aria-hidden="true" />
          </Link>
        )}
      </div>
      <div class="month-items">
        {shown.map((publication) => (
          <Chip
            key={publication.id}
            publication={publication}
            channel={props.channels.get(publication.channelId)}
            onMove={props.onMove}
          />
        ))}
        {shownSlots.map((slot) => (
          <SlotChip
            key={`${slot.channelId}${slot.at}`}
            slot={slot}
            timeZone={props.timeZone}
            channel={props.channels.get(slot.channelId)}
          />
        ))}
        {more > 0 && (
          <button type="button" class="month-more" onClick={() => props.onOpenDay(day.day)}>
            {t().calendar.more(more)}
          </button>
        )}
      </div>
    </section>
  );
}

/** On a phone a day shows how many posts it has, and whether one needs you. */
function PhoneSummary({ day }: { readonly day: Day }) {
  if (day.publications.length === 0) return null;
  const needs = day.publications.some(({ state }) => needsYou(state));
  return (
    <span class={`month-count ${needs ? "month-count-needs" : ""}`} aria-hidden="true">
      {day.publications.length}
      {needs ? "!" : ""}
    </span>
  );
}
