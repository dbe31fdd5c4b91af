import { ArrowLeft, Check } from "lucide-preact";
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { acknowledgeAlert, readAlert } from "../../api/alerts.ts";
import type { Alert } from "../../api/contract.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { mayI, me } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Shown } from "../../ui/states.tsx";
import { whenOf, whenWithZone } from "../../wording.ts";
import { AlertHistory } from "./alert-history.tsx";
import { DecisionPanel } from "./decision-panel.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { SeverityPill } from "./severity-pill.tsx";
import { TaskOfAlert } from "./task-of-alert.tsx";
import "./alerts.css";

const EVERY_MS = 20_000;

/** One threat or opportunity: what it rests on, what we propose, and the decision about it. */
export function AlertPage({ id }: { readonly id: string }) {
  const found = useResource(`alerts:one:${id}`, () => readAlert(id), EVERY_MS);
  const texts = t().alerts;
  return (
    <Page
      title={found.data?.alert.title ?? texts.title}
      width="narrow"
      lead={
        <Link href="/alerts" class="alert-back">
          <ArrowLeft size={16} aria-hidden="true" />
          {texts.back}
        </Link>
      }
    >
      <Shown of={found}>{({ alert }) => <Detail alert={alert} />}</Shown>
    </Page>
  );
}

function Detail({ alert }: { readonly alert: Alert }) {
  const texts = t().alerts;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const { cause } = alert;
  return (
    <>
      <div class="row row-wrap alert-head">
        <SeverityPill severity={alert.severity} side={alert.side} />
        <StatePill alert={alert} />
        <span class="aside small">
          {[texts.pieces(alert.count), texts.lastSeen(whenWithZone(alert.lastSeenAt, zone))].join(" · ")}
        </span>
      </div>
      <section class="alert-proposal" aria-label={texts.proposal}>
        <h2>{texts.proposal}</h2>
        <p>{alert.decision}</p>
        <div class="row row-wrap">
          {alert.state === "open" && mayI("acknowledge") && <Acknowledge alert={alert} />}
          {alert.state !== "closed" && mayI("manage-tasks") && <TaskOfAlert alert={alert} />}
        </div>
      </section>
      {cause && (
        <Section title={texts.cause}>
          <p class="section-body">
            {cause.message} {cause.cure}
          </p>
        </Section>
      )}
      <Section title={texts.evidence}>
        <EvidenceList evidence={alert.evidence} count={alert.count} />
      </Section>
      {alert.state !== "closed" && mayI("decide-alerts") && (
        <Section title={texts.decide}>
          <DecisionPanel alert={alert} />
        </Section>
      )}
      <AlertHistory alert={alert} />
    </>
  );
}

function StatePill({ alert: { state, answerBy, acknowledged, outcome } }: { readonly alert: Alert }) {
  const texts = t().alerts;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  if (outcome) {
    const words = outcome.what === "settled" ? (outcome.because ?? texts.did.settled) : texts.outcomes[outcome.what];
    return <span class="pill">{words}</span>;
  }
  if (acknowledged) return <span class="pill pill-leaf">{texts.state[state]}</span>;
  if (answerBy === undefined) return <span class="pill">{texts.state[state]}</span>;
  const isLate = answerBy < now.value;
  return (
    <span class={`pill ${isLate ? "pill-poppy" : "pill-wheat"}`}>
      {(isLate ? texts.answerLate : texts.answerBy)(whenOf(answerBy, zone))}
    </span>
  );
}

function Acknowledge({ alert }: { readonly alert: Alert }) {
  const [busy, setBusy] = useState(false);
  const texts = t().alerts;
  const say = async () => {
    setBusy(true);
    const answer = await acknowledgeAlert(alert.id);
    setBusy(false);
    invalidate("alerts", "today");
    if (!answer.ok) return tellFailure(answer.error);
    tell(texts.acknowledgedToast);
    // The button is gone: the focus stays on the page.
    document.getElementById("content")?.focus({ preventScroll: true });
  };
  return (
    <Button kind="primary" icon={Check} busy={busy} onClick={() => void say()}>
      {texts.acknowledge}
    </Button>
  );
}
