import { Send } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Report, ReportDelivery } from "../../api/contract.ts";
import { listMembers } from "../../api/session.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { Button } from "../../ui/button.tsx";
import { AgainDialog } from "./again-dialog.tsx";
import { DeliveryPill } from "./delivery-pill.tsx";
import { periodWords } from "./schedule-words.ts";

interface HistoryProps {
  readonly report: Report;
  readonly deliveries: readonly ReportDelivery[];
  readonly mayManage: boolean;
}

type Period = ReportDelivery["period"];
/** So many periods are shown. */
const mostPeriods = 12;
const arrived: ReadonlySet<string> = new Set(["sent", "delivered"]);

/** The periods a report was sent of, the newest first: with whom each arrived, and a way to send it once more. */
export function ReportHistory({ report, deliveries, mayManage }: HistoryProps) {
  const [again, setAgain] = useState<Period | undefined>();
  const texts = t().reports;
  const periods = periodsOf(deliveries).slice(0, mostPeriods);
  if (periods.length === 0) return null;
  return (
    <details class="report-history">
      <summary>{texts.history}</summary>
      {periods.map(({ period, ofPeriod }) => (
        <section key={`${period.from} ${period.to}`} aria-label={periodWords(period)}>
          <div class="row row-wrap">
            <strong>{periodWords(period)}</strong>
            <span class="aside small">{reachedWords(ofPeriod)}</span>
            {mayManage && (
              <span class="push">
                <Button kind="quiet" icon={Send} onClick={() => setAgain(period)}>
                  {texts.again}
                </Button>
              </span>
            )}
          </div>
          <ul class="report-readers">
            {ofPeriod.map((delivery) => (
              <Sent key={delivery.id} delivery={delivery} />
            ))}
          </ul>
        </section>
      ))}
      {again && <AgainDialog report={report} period={again} onClose={() => setAgain(undefined)} />}
    </details>
  );
}

function Sent({ delivery }: { readonly delivery: ReportDelivery }) {
  const { recipient, again } = delivery;
  const members = useResource("members", listMembers).data?.members;
  const asked = again && members && (members.find(({ id }) => id === again.by)?.name ?? t().common.formerMember);
  return (
    <li>
      <span class="clip">
        {recipient.name} <span class="aside">{recipient.email}</span>
        {asked && <span class="aside small report-asked">{t().reports.againBy(asked)}</span>}
      </span>
      <span class="row report-reader-state">
        <DeliveryPill delivery={delivery} />
      </span>
    </li>
  );
}

function periodsOf(deliveries: readonly ReportDelivery[]) {
  const byPeriod = new Map<string, { period: Period; ofPeriod: ReportDelivery[] }>();
  for (const delivery of deliveries) {
    const key = `${delivery.period.from} ${delivery.period.to}`;
    const group = byPeriod.get(key) ?? { period: delivery.period, ofPeriod: [] };
    group.ofPeriod.push(delivery);
    byPeriod.set(key, group);
  }
  return [...byPeriod.values()].toSorted((a, b) => b.period.to.localeCompare(a.period.to));
}

/** With how many of its readers a period arrived, by whichever of the mails to each. */
function reachedWords(deliveries: readonly ReportDelivery[]): string {
  const readers = new Set(deliveries.map(({ recipient }) => recipient.email));
  const reached = new Set(deliveries.filter(({ state }) => arrived.has(state)).map(({ recipient }) => recipient.email));
  return t().reports.reached(reached.size, readers.size);
}
