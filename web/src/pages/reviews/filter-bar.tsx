import type { Channel, ReviewQuery } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { Segments } from "../../ui/segments.tsx";
import { type filtersOf, importedChannel, languages, opinions, orders, states } from "./filters.ts";

interface FilterBarProps {
  readonly filters: ReturnType<typeof filtersOf>;
  readonly channels: readonly Channel[];
  readonly choose: (change: ReviewQuery) => void;
}

/** Which reviews the list shows. */
export function FilterBar({ filters, channels, choose }: FilterBarProps) {
  const texts = t().reviews;
  return (
    <div class="row row-wrap review-filters">
      <Segments
        label={texts.stateLabel}
        options={states.map((value) => ({ value, text: texts.states[value] }))}
        value={filters.state}
        onChange={(state) => choose({ state })}
      />
      <Narrow
        label={texts.channel}
        options={[
          ...channels.map(({ id, name }) => ({ value: id, text: name })),
          { value: importedChannel, text: texts.importedOnes },
        ]}
        value={filters.channelId}
        onChange={(channelId) => choose({ channelId })}
      />
      <Narrow
        label={texts.opinion}
        options={opinions.map((value) => ({ value, text: texts.opinions[value] }))}
        value={filters.opinion}
        onChange={(opinion) => choose({ opinion })}
      />
      <Narrow
        label={texts.language}
        options={languages.map((value) => ({ value, text: texts.languages[value] }))}
        value={filters.language}
        onChange={(language) => choose({ language })}
      />
      <select
        class="input select-small"
        aria-label={texts.orderLabel}
        value={filters.order}
        onChange={(event) => choose({ order: orders.find((one) => one === event.currentTarget.value) })}
      >
        {orders.map((value) => (
          <option key={value} value={value}>
            {texts.orders[value]}
          </option>
        ))}
      </select>
    </div>
  );
}

interface NarrowProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
}

function Narrow<T extends string>({ label, options, value, onChange }: NarrowProps<T>) {
  return (
    <select
      class={`input select-small ${value ? "filter-on" : ""}`}
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onChange(options.find((one) => one.value === event.currentTarget.value)?.value)}
    >
      <option value="">{`${label}: ${t().reviews.any}`}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}
