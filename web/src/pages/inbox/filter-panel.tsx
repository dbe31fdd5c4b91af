import { useSuggestions } from "../../api/campaigns.ts";
import { useChannels } from "../../api/channels.ts";
import { listMembers } from "../../api/session.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { Button } from "../../ui/button.tsx";
import {
  type FilterName,
  filterCount,
  type InboxView,
  intents,
  priorities,
  sentiments,
  sorts,
  waits,
} from "./filters.ts";

interface FilterPanelProps {
  readonly view: InboxView;
  readonly onChange: (view: InboxView) => void;
}

type Choice = readonly [value: string, text: string];

/** What the list can be narrowed to, and its order. */
export function FilterPanel({ view, onChange }: FilterPanelProps) {
  const texts = t().inboxTeam;
  const channels = useChannels().data?.channels ?? [];
  const members = useResource("members", listMembers).data?.members ?? [];
  const labels = useSuggestions().data?.labels ?? [];
  const choices: Readonly<Record<FilterName, readonly Choice[]>> = {
    channel: channels.map(({ id, name }) => [id, name]),
    assignee: [
      ["me", texts.mine],
      ["nobody", texts.nobodys],
      ...members.filter(({ id }) => id !== me.value?.member.id).map(({ id, name }): Choice => [id, name]),
    ],
    label: [...new Set([...labels, ...(view.label ? [view.label] : [])])].map((label) => [label, label]),
    sentiment: sentiments.map((value) => [value, texts.tone[value]]),
    intent: intents.map((value) => [value, texts.wants[value]]),
    priority: priorities.map((value) => [value, texts.priorities[value]]),
    waiting: waits.map((value) => [value, texts.waits[value]]),
  };
  const set = (name: FilterName, value: string) => {
    const { [name]: _before, ...rest } = view;
    onChange((value === "" ? rest : { ...rest, [name]: value }) as InboxView);
  };
  return (
    <div class="inbox-filters">
      {(Object.keys(choices) as FilterName[]).map((name) => (
        <label key={name}>
          <span class="small aside">{texts[name]}</span>
          <select class="input" value={view[name] ?? ""} onChange={(event) => set(name, event.currentTarget.value)}>
            <option value="">{texts.anything}</option>
            {choices[name].map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        <span class="small aside">{texts.sort}</span>
        <select
          class="input"
          value={view.sort}
          onChange={(event) => {
            const sort = sorts.find((one) => one === event.currentTarget.value) ?? "activity";
            onChange({ ...view, sort });
          }}
        >
          {sorts.map((value) => (
            <option key={value} value={value}>
              {texts.sorts[value]}
            </option>
          ))}
        </select>
      </label>
      {filterCount(view) > 0 && (
        <div class="inbox-filters-clear">
          <Button kind="quiet" onClick={() => onChange({ state: view.state, sort: view.sort })}>
            {texts.clearFilters}
          </Button>
        </div>
      )}
    </div>
  );
}
