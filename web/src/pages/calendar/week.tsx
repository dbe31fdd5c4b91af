import { Fragment } from "preact";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { dayName, timeOf } from "../../wording.ts";
import { Chip, SlotChip } from "./chip.tsx";
import type { Day, ViewProps } from "./day.ts";
import { dropTarget } from "./drop.ts";
import { hourOf, hoursFor, movedTo, wallClockOf } from "./period.ts";

/** The week by hours: empty hours are low, full ones grow, nothing is hidden. */
export function Week(props: ViewProps) {
  const { days, timeZone, today } = props;
  const hours = hoursFor(
    days.flatMap(({ publications, freeSlots }) => [
      ...publications.map(({ dueAt }) => dueAt),
      ...freeSlots.map(({ at }) => at),
    ]),
    timeZone,
  );
  return (
    <div class="week">
      <div class="week-corner" />
      {days.map(({ day }) => (
        <button
          key={day}
          type="button"
          class={`week-day ${day === today ? "week-today" : ""}`}
          aria-label={t().calendar.dayTitle(dayName(day, "long"))}
          onClick={() => props.onOpenDay(day)}
        >
          {dayName(day).split(/[ ,]+/, 1)}
          <span>{Number(day.slice(8))}</span>
        </button>
      ))}
      {hours.map((hour) => (
        <Fragment key={hour}>
          <div class="week-hour" aria-hidden="true">
            {String(hour).padStart(2, "0")}
          </div>
          {days.map((day) => (
            <Cell key={day.day} day={day} hour={hour} {...props} />
          ))}
        </Fragment>
      ))}
    </div>
  );
}

function Cell({ day, hour, timeZone, ...props }: { readonly day: Day; readonly hour: number } & ViewProps) {
  const publications = day.publications.filter(({ dueAt }) => hourOf(dueAt, timeZone) === hour);
  const slots = day.freeSlots.filter(({ at }) => hourOf(at, timeZone) === hour);
  const isNow = day.day === props.today && hourOf(now.value, timeZone) === hour;
  return (
    <div
      class={`week-cell ${day.day < props.today ? "week-past" : ""}`}
      data-day={day.day}
      data-hour={hour}
      {...dropTarget((publication) => {
        const slot = slots.find(({ channelId }) => channelId === publication.channelId);
        props.onDrop(
          publication,
          slot ? wallClockOf(slot.at, timeZone) : movedTo(publication.dueAt, publication.timeZone, day.day, hour),
        );
      })}
    >
      {isNow && <NowLine timeZone={timeZone} />}
      {publications.map((publication) => (
        <Chip
          key={publication.id}
          publication={publication}
          channel={props.channels.get(publication.channelId)}
          onMove={props.onMove}
        />
      ))}
      {slots.map((slot) => (
        <SlotChip
          key={`${slot.channelId}${slot.at}`}
          slot={slot}
          timeZone={timeZone}
          channel={props.channels.get(slot.channelId)}
        />
      ))}
    </div>
  );
}

function NowLine({ timeZone }: { readonly timeZone: string }) {
  const time = timeOf(now.value, timeZone);
  const share = Number(time.slice(3)) / 60;
  return (
    <div class="week-now" style={{ top: `${share * 100}%` }}>
      <span class="hidden-visually">{t().calendar.now(time)}</span>
    </div>
  );
}
