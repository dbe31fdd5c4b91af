import { useState } from "preact/hooks";
import { formatMoney } from "#core/i18n/money.ts";
import { leadStages } from "#core/leads/model.ts";
import { editLead, type Lead, type LeadStage, moveLead, noteResponse } from "../../api/leads.ts";
import { listMembers } from "../../api/session.ts";
import { language, t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { spanOf, whenOf } from "../../wording.ts";
import { dutyOf } from "./lead-item.tsx";
import { MoveDialog } from "./move-dialog.tsx";

interface FactsProps {
  readonly lead: Lead;
  readonly mayChange: boolean;
}

/** Where a lead stands: stage, owner, value, contact, first response. */
export function LeadFacts({ lead, mayChange }: FactsProps) {
  const [moving, setMoving] = useState<"won" | "lost" | undefined>();
  const texts = t().leads;
  const move = async (stage: LeadStage) => {
    if (stage === "won" || stage === "lost") return setMoving(stage);
    const answer = await moveLead(lead.id, { stage, version: lead.version });
    invalidate("leads", "today");
    if (!answer.ok) return tellFailure(answer.error);
    tell(texts.moved(texts.atStage[stage] ?? stage));
  };
  return (
    <section class="card">
      <dl class="lead-facts">
        <div>
          <dt>
            <label for="lead-stage">{texts.moveTo}</label>
          </dt>
          <dd>
            <select
              id="lead-stage"
              class="input"
              disabled={!mayChange}
              value={lead.stage}
              onChange={(event) => {
                const chosen = leadStages.find((one) => one === event.currentTarget.value);
                event.currentTarget.value = lead.stage;
                if (chosen) void move(chosen);
              }}
            >
              {leadStages.map((stage) => (
                <option key={stage} value={stage}>
                  {texts.atStage[stage]}
                </option>
              ))}
            </select>
            {lead.lostReason && <p class="aside small">{lead.lostReason}</p>}
          </dd>
        </div>
        <Owner lead={lead} mayChange={mayChange} />
        <div>
          <dt>{texts.worth}</dt>
          <dd>{lead.value ? formatMoney(language.value, lead.value) : texts.noValue}</dd>
        </div>
        <Contact label={texts.email} values={lead.emails} scheme="mailto:" />
        <Contact label={texts.phone} values={lead.phones} scheme="tel:" />
        <FirstResponse lead={lead} mayChange={mayChange} />
      </dl>
      {moving && <MoveDialog lead={lead} stage={moving} onClose={() => setMoving(undefined)} />}
    </section>
  );
}

function Owner({ lead, mayChange }: FactsProps) {
  const members = useResource("members", listMembers).data?.members ?? [];
  const texts = t().leads;
  const give = async (ownerId: string) => {
    const answer = await editLead(lead.id, { version: lead.version, ownerId: ownerId || null });
    invalidate("leads");
    if (!answer.ok) return tellFailure(answer.error);
    tell(texts.saved);
  };
  return (
    <div>
      <dt>
        <label for="lead-owner">{texts.owner}</label>
      </dt>
      <dd>
        <select
          id="lead-owner"
          class="input"
          disabled={!mayChange}
          value={lead.ownerId ?? ""}
          onChange={(event) => void give(event.currentTarget.value)}
        >
          <option value="">{texts.nobody}</option>
          {members.map((member) => (
            <option key={member.id} value={member.id}>
              {member.name}
            </option>
          ))}
        </select>
      </dd>
    </div>
  );
}

function Contact(props: { readonly label: string; readonly values: readonly string[]; readonly scheme: string }) {
  if (props.values.length === 0) return null;
  return (
    <div>
      <dt>{props.label}</dt>
      {props.values.map((value) => (
        <dd key={value}>
          <a href={`${props.scheme}${value}`}>{value}</a>
        </dd>
      ))}
    </div>
  );
}

function FirstResponse({ lead, mayChange }: FactsProps) {
  const texts = t().leads;
  const timeZone = me.value?.workspace.timeZone ?? "UTC";
  const duty = lead.waiting && dutyOf({ waiting: lead.waiting, nextStep: undefined }, timeZone);
  const note = async () => {
    const answer = await noteResponse(lead.id, lead.version);
    invalidate("leads", "today");
    if (!answer.ok) return tellFailure(answer.error);
    tell(texts.responseNoted);
  };
  const { firstResponse: first } = lead;
  return (
    <div>
      <dt>{texts.response}</dt>
      <dd>
        {first
          ? texts.responded(whenOf(first.at, timeZone), spanOf(first.at - lead.createdAt))
          : !duty && texts.noResponse}
        {duty && <p class={duty.late ? "tone-poppy" : "tone-wheat"}>{duty.text}</p>}
        {duty && mayChange && (
          <p class="lead-respond">
            <Button onClick={() => void note()}>{texts.respond}</Button>
          </p>
        )}
      </dd>
    </div>
  );
}
