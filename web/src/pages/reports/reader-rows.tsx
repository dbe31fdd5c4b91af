import type { Answer } from "../../api/client.ts";
import type { ReaderStanding, Recipient, ReportDelivery } from "../../api/contract.ts";
import { chooseToRead, liftSuspension } from "../../api/reports.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { whenOf } from "../../wording.ts";
import { DeliveryPill } from "./delivery-pill.tsx";
import { zoneHere } from "./today-here.ts";

interface ReaderRowsProps {
  readonly reportId: string;
  readonly recipients: readonly Recipient[];
  /** `undefined` while they are fetched. */
  readonly deliveries: readonly ReportDelivery[] | undefined;
  readonly standings: readonly ReaderStanding[];
  readonly mayManage: boolean;
}

/** The readers of a report: what became of the last mail to each, and what keeps mail from them. */
export function ReaderRows({ reportId, recipients, deliveries, standings, mayManage }: ReaderRowsProps) {
  const lastTo = (email: string) =>
    deliveries?.filter(({ recipient }) => recipient.email === email).toSorted((a, b) => b.changedAt - a.changedAt)[0];
  return (
    <ul class="report-readers">
      {recipients.map((reader) => (
        <li key={reader.email}>
          <span class="clip">
            {reader.name} <span class="aside">{reader.email}</span>
          </span>
          <span class="row report-reader-state">
            {deliveries && <DeliveryPill delivery={lastTo(reader.email)} />}
            <span class="pill">{t().shell.language[reader.language]}</span>
          </span>
          <Standing
            reportId={reportId}
            standing={standings.find(({ email }) => email === reader.email)}
            mayManage={mayManage}
          />
        </li>
      ))}
    </ul>
  );
}

function Standing(props: {
  readonly reportId: string;
  readonly standing: ReaderStanding | undefined;
  readonly mayManage: boolean;
}) {
  const { reportId, standing, mayManage } = props;
  const texts = t().reports;
  if (!standing) return null;
  const { email, suspended, stopped } = standing;
  const isMine = me.value?.member.email === email;
  const when = (at: number) => whenOf(at, zoneHere());
  const choose = (stop: boolean) => settle(chooseToRead(reportId, stop), stop ? texts.stoppedMine : texts.resumedMine);
  if (!suspended && !stopped && !isMine) return null;
  return (
    <div class="report-standing row row-wrap small">
      {suspended && (
        <>
          <span title={suspended.cause}>{texts.suspended[suspended.because](when(suspended.at))}</span>
          {mayManage && (
            <Button kind="quiet" onClick={() => void settle(liftSuspension(email), texts.lifted)}>
              {texts.tryAgain}
            </Button>
          )}
        </>
      )}
      {stopped && <span>{texts.stopped(when(stopped.at))}</span>}
      {isMine && (
        <Button kind="quiet" onClick={() => void choose(!stopped)}>
          {stopped ? texts.resumeMine : texts.stopMine}
        </Button>
      )}
    </div>
  );
}

async function settle(asked: Promise<Answer<unknown>>, done: string): Promise<void> {
  const answer = await asked;
  if (!answer.ok) return tellFailure(answer.error);
  invalidate("reports");
  tell(done);
}
