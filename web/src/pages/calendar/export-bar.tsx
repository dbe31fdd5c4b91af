import { CalendarPlus, FileSpreadsheet } from "lucide-preact";
import { download } from "../../api/files.ts";
import { t } from "../../language.ts";
import { tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import type { Filters } from "./filters.ts";
import type { Period } from "./period.ts";

/** Taking out what the calendar shows: its period, narrowed by the same filters. */
export function ExportBar({ period, filters }: { readonly period: Period; readonly filters: Filters }) {
  const texts = t().exchange;
  const { from, to } = period;
  async function take(file: "posts.csv" | "calendar.ics") {
    const query = new URLSearchParams({ from, to, ...filters });
    const done = await download(`/api/exports/${file}?${query}`, `dopys-${from}.${file.slice(-3)}`);
    if (!done.ok) tellFailure(done.error);
  }
  return (
    <div class="row row-wrap calendar-export">
      <span class="aside small">{texts.exportLabel}</span>
      <Button kind="quiet" icon={FileSpreadsheet} onClick={() => void take("posts.csv")}>
        {texts.exportTable}
      </Button>
      <Button kind="quiet" icon={CalendarPlus} onClick={() => void take("calendar.ics")}>
        {texts.exportCalendar}
      </Button>
    </div>
  );
}
