import { listCampaigns } from "../../api/content.ts";
import type { CalendarView, Channel } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { Button } from "../../ui/button.tsx";
import { choicesOf, type FilterName, type Filters, filterNames } from "./filters.ts";

interface FilterBarProps {
  readonly view: CalendarView;
  readonly filters: Filters;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly onChange: (change: Partial<Record<FilterName, string | undefined>>) => void;
}

/** What the calendar is narrowed to. A filter with nothing to choose between is not shown. */
export function FilterBar({ view, filters, channels, onChange }: FilterBarProps) {
  const campaigns = useResource("campaigns", listCampaigns).data?.campaigns ?? [];
  const texts = t().calendar;
  const wordsOf: Record<FilterName, (value: string) => string | undefined> = {
    channel: (id) => channels.get(id)?.name,
    campaign: (id) => campaigns.find((one) => one.id === id)?.name,
    topic: (topic) => topic,
    author: (id) => view.authors.find((one) => one.id === id)?.name ?? texts.someone,
    label: (label) => label,
    state: (state) => (t().common.publicationState as Readonly<Record<string, string>>)[state],
  };
  const shown = filterNames.filter((name) => filters[name] || choicesOf(name, view, filters).length > 1);
  if (shown.length === 0) return null;
  return (
    <div class="row row-wrap calendar-filters">
      {shown.map((name) => (
        <select
          key={name}
          class={`input select-small ${filters[name] ? "filter-on" : ""}`}
          aria-label={texts.filters[name]}
          value={filters[name] ?? ""}
          onChange={(event) => onChange({ [name]: event.currentTarget.value || undefined })}
        >
          <option value="">{texts.filters[name]}</option>
          {choicesOf(name, view, filters).map((value) => (
            <option key={value} value={value}>
              {wordsOf[name](value) ?? value}
            </option>
          ))}
        </select>
      ))}
      {Object.keys(filters).length > 0 && (
        <Button kind="quiet" onClick={() => onChange(Object.fromEntries(filterNames.map((name) => [name, undefined])))}>
          {texts.clearFilters}
        </Button>
      )}
    </div>
  );
}
