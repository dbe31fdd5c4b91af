import { CalendarPlus, FileSpreadsheet, FileUp, Rss } from "lucide-preact";
import { download } from "../../api/files.ts";
import { t } from "../../language.ts";
import { mayI } from "../../session-state.ts";
import { tellFailure } from "../../toasts.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import type { Filters } from "./filters.ts";
import type { Period } from "./period.ts";

/** Bringing posts in from a table, and taking out what the calendar shows: its period, narrowed by the same filters. */
export function ExchangeBar({ period, filters }: { readonly period: Period; readonly filters: Filters }) {
  const texts = t().exchange;
  const { from, to } = period;
  async function take(file: "posts.csv" | "calendar.ics") {
    const query = new URLSearchParams({ from, to, ...filters });
    const done = await download(`/api/exports/${file}?${query}`, `dopys-${from}.${file.slice(-3)}`);
    if (!done.ok) tellFailure(done.error);
  }
  return (
    <div class="row row-wrap calendar-exchange">
      {mayI("write") && (
        <LinkButton kind="quiet" icon={FileUp} to="/import">
          {texts.title}
        </LinkButton>
      )}
      <LinkButton kind="quiet" icon={Rss} to="/sources">
        {t().sources.title}
      </LinkButton>
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
