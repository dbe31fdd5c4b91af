import { useState } from "preact/hooks";
import { useSearchParams } from "wouter-preact";
import { alertTexts } from "#core/i18n/alerts.ts";
import { listAlerts } from "../../api/alerts.ts";
import type { AlertFilters, AlertSummary } from "../../api/contract.ts";
import { language, t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Segments } from "../../ui/segments.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { AlertRow } from "./alert-row.tsx";
import { filtersOf, sides, states, withFilter } from "./filters.ts";
import "./alerts.css";

const EVERY_MS = 30_000;
const severities = ["critical", "high", "medium", "low"] as const;

/** The register: what is open, what is being seen to, what is over. Its filters are the address. */
export function AlertsPage() {
  const [params, setParams] = useSearchParams();
  const filters = filtersOf(params);
  const key = `alerts:list:${JSON.stringify(filters)}`;
  const texts = t().alerts;
  const choose = (change: AlertFilters) => setParams((old) => withFilter(old, change), { replace: true });
  const isNarrowed = filters.side !== undefined || filters.severity !== undefined;
  return (
    <Page title={texts.title} lead={texts.lead} width="narrow">
      <div class="row row-wrap alert-filters">
        <Segments
          label={texts.stateLabel}
          options={states.map((value) => ({ value, text: texts.states[value] }))}
          value={filters.state}
          onChange={(state) => choose({ state })}
        />
        <select
          class={`input select-small ${filters.side ? "filter-on" : ""}`}
          aria-label={texts.sideLabel}
          value={filters.side ?? ""}
          onChange={(event) => choose({ side: sides.find((one) => one === event.currentTarget.value) })}
        >
          <option value="">{`${texts.sideLabel}: ${texts.all}`}</option>
          {sides.map((side) => (
            <option key={side} value={side}>
              {texts.sides[side]}
            </option>
          ))}
        </select>
        <select
          class={`input select-small ${filters.severity ? "filter-on" : ""}`}
          aria-label={texts.severityLabel}
          value={filters.severity ?? ""}
          onChange={(event) => choose({ severity: severities.find((one) => one === event.currentTarget.value) })}
        >
          <option value="">{`${texts.severityLabel}: ${texts.all}`}</option>
          {severities.map((severity) => (
            <option key={severity} value={severity}>
              {alertTexts(language.value).severity[severity]}
            </option>
          ))}
        </select>
      </div>
      <Register
        key={key}
        name={key}
        filters={filters}
        empty={isNarrowed ? texts.emptyFiltered : texts.empty[filters.state]}
        clear={isNarrowed ? () => choose({ side: undefined, severity: undefined }) : undefined}
      />
    </Page>
  );
}

interface RegisterProps {
  readonly name: string;
  readonly filters: AlertFilters;
  readonly empty: string;
  readonly clear: (() => void) | undefined;
}

function Register({ name, filters, empty, clear }: RegisterProps) {
  const first = useResource(name, () => listAlerts(filters), EVERY_MS);
  const [later, setLater] = useState<{ alerts: readonly AlertSummary[]; cursor?: string | undefined } | undefined>();
  const [busy, setBusy] = useState(false);
  const texts = t().alerts;
  return (
    <Shown of={first}>
      {(data) => {
        const known = new Set(data.alerts.map(({ id }) => id));
        const shown = [...data.alerts, ...(later?.alerts ?? []).filter(({ id }) => !known.has(id))];
        const cursor = later ? later.cursor : data.cursor;
        if (shown.length === 0) {
          return <Empty text={empty}>{clear && <Button onClick={clear}>{texts.clear}</Button>}</Empty>;
        }
        const more = async () => {
          if (!cursor) return;
          setBusy(true);
          const answer = await listAlerts({ ...filters, cursor });
          setBusy(false);
          if (!answer.ok) return tellFailure(answer.error);
          setLater({ alerts: [...(later?.alerts ?? []), ...answer.value.alerts], cursor: answer.value.cursor });
        };
        return (
          <>
            <ul class="list">
              {shown.map((alert) => (
                <AlertRow key={alert.id} alert={alert} />
              ))}
            </ul>
            {cursor && (
              <Button busy={busy} onClick={() => void more()}>
                {texts.more}
              </Button>
            )}
          </>
        );
      }}
    </Shown>
  );
}
