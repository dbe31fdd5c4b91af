import { t } from "../../language.ts";
import { capital, dayName } from "../../wording.ts";
import { Chip, SlotChip } from "./chip.tsx";
import type { Day, ViewProps } from "./day.ts";

/** The days one under another: in place of the week on narrow screens, or as the list, which shows only what goes out. */
export function Agenda({ days, isList = false, ...props }: ViewProps & { readonly isList?: boolean }) {
  const shown = isList
    ? days.filter(({ publications }) => publications.length > 0).map((day) => ({ ...day, freeSlots: [] }))
    : days;
  if (shown.length === 0) return <p class="aside">{t().calendar.empty}</p>;
  return (
    <div class={`agenda ${isList ? "agenda-list" : ""}`}>
      {shown.map((day) => (
        <section key={day.day} class={`agenda-day ${day.day < props.today ? "week-past" : ""}`}>
          <h2 class={day.day === props.today ? "agenda-today" : ""}>{capital(dayName(day.day, "long"))}</h2>
          <AgendaItems day={day} {...props} />
        </section>
      ))}
    </div>
  );
}

/** Everything of a day in the order of time. */
export function AgendaItems({ day, ...props }: { readonly day: Day } & Omit<ViewProps, "days">) {
  const items = [
    ...day.publications.map((publication) => ({
      at: publication.dueAt,
      view: (
        <Chip
          key={publication.id}
          publication={publication}
          channel={props.channels.get(publication.channelId)}
          onMove={props.onMove}
        />
      ),
    })),
    ...day.freeSlots.map((slot) => ({
      at: slot.at,
      view: (
        <SlotChip
          key={`${slot.channelId}${slot.at}`}
          slot={slot}
          timeZone={props.timeZone}
          channel={props.channels.get(slot.channelId)}
        />
      ),
    })),
  ];
  return <div class="agenda-items">{items.sort((a, b) => a.at - b.at).map(({ view }) => view)}</div>;
}
