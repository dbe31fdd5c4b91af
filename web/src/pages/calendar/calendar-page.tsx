import { ChevronLeft, ChevronRight } from "lucide-preact";
import { useState } from "preact/hooks";
import { useSearchParams } from "wouter-preact";
import { dayOf } from "#core/kernel/time.ts";
import { useChannels } from "../../api/channels.ts";
import { readCalendar } from "../../api/content.ts";
import type { PublicationSummary } from "../../api/contract.ts";
import { now } from "../../clock.ts";
import { useKeys } from "../../keys.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { IconButton } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Shown } from "../../ui/states.tsx";
import { cityOf } from "../../wording.ts";
import { Agenda } from "./agenda.tsx";
import { CalendarSkeleton } from "./calendar-skeleton.tsx";
import { fillDays, type ViewProps } from "./day.ts";
import { DayDialog } from "./day-dialog.tsx";
import { ExportBar } from "./export-bar.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { filtered, filtersOf } from "./filters.ts";
import { Month } from "./month.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { move } from "./moving.ts";
import { periodOf, stepPeriod, type View, views } from "./period.ts";
import { periodTitle } from "./period-title.ts";
import { Toolbar } from "./toolbar.tsx";
import { Unscheduled } from "./unscheduled.tsx";
import { Week } from "./week.tsx";
import "./calendar.css";

const EVERY_MS = 30_000;

/** The editorial calendar, by week, month or as a list. */
export function CalendarPage() {
  const [params, setParams] = useSearchParams();
  const [moving, setMoving] = useState<PublicationSummary | undefined>();
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const today = dayOf(now.value, zone);
  const view: View = views.find((one) => one === params.get("view")) ?? "week";
  const anchor = dayParam(params.get("date")) ?? today;
  const opened = dayParam(params.get("day"));
  const filters = filtersOf(params);
  const period = periodOf(view, anchor);
  const key = `calendar:${period.from}:${period.to}`;
  const calendar = useResource(key, () => readCalendar(period.from, period.to), EVERY_MS);
  const channels = new Map(useChannels().data?.channels.map((channel) => [channel.id, channel]));
  const texts = t().calendar;

  const put = (change: Record<string, string | undefined>) =>
    setParams((old) => {
      for (const [name, value] of Object.entries(change)) {
        if (value) old.set(name, value);
        else old.delete(name);
      }
      return old;
    });
  const step = (by: -1 | 1) => put({ date: stepPeriod(view, anchor, by) });
  useKeys({ p: () => step(-1), n: () => step(1), t: () => put({ date: undefined }) });

  return (
    <Page
      title={periodTitle(view, period, anchor, today)}
      width="wide"
      section="calendar"
      lead={t().common.zone(cityOf(zone))}
      actions={
        <>
          <IconButton icon={ChevronLeft} label={texts.earlier} onClick={() => step(-1)} />
          <IconButton icon={ChevronRight} label={texts.later} onClick={() => step(1)} />
          <Toolbar view={view} onChange={put} />
        </>
      }
    >
      <Shown of={calendar} skeleton={<CalendarSkeleton days={period.days} />}>
        {(data) => {
          const days = fillDays(period.days, filtered(data, filters));
          const props: ViewProps = {
            days,
            today,
            timeZone: data.timeZone,
            channels,
            onMove: setMoving,
            onDrop: (publication, wallClock) => void move(publication, wallClock, key),
            onOpenDay: (day) => put({ day }),
          };
          const day = days.find((one) => one.day === opened);
          return (
            <>
              <FilterBar view={data} filters={filters} channels={channels} onChange={put} />
              {view === "month" && <Month {...props} anchor={anchor} />}
              {view === "week" && <Week {...props} />}
              {view === "week" && <Agenda {...props} />}
              {view === "list" && <Agenda {...props} isList />}
              {day && <DayDialog {...props} day={day} onClose={() => put({ day: undefined })} />}
            </>
          );
        }}
      </Shown>
      <Unscheduled />
      <ExportBar period={period} filters={filters} />
      {moving && <MoveDialog publication={moving} calendarKey={key} onClose={() => setMoving(undefined)} />}
    </Page>
  );
}

const dayParam = (text: string | null): string | undefined =>
  text && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) ? text : undefined;
