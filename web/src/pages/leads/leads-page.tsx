import { Download, Plus, Timer } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { useSearchParams } from "wouter-preact";
import { leadStages } from "#core/leads/model.ts";
import { download } from "../../api/files.ts";
import { type LeadPage, type LeadStage, listLeads } from "../../api/leads.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tellFailure } from "../../toasts.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Segments } from "../../ui/segments.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { AgendaPanel } from "./agenda-panel.tsx";
import { LeadDialog } from "./lead-dialog.tsx";
import { LeadItem } from "./lead-item.tsx";
import { TermsDialog } from "./terms-dialog.tsx";
import "./leads.css";

/** The workspace's leads by stage, above them those that need somebody. */
export function LeadsPage() {
  const [params, setParams] = useSearchParams();
  const stage = leadStages.find((one) => one === params.get("stage"));
  const first = useResource(`leads:${stage ?? ""}`, () => listLeads(stage));
  const texts = t().leads;
  const open = (dialog: string) => setParams({ ...(stage && { stage }), open: dialog });
  const close = () => setParams(stage ? { stage } : {});
  const save = async () => {
    const done = await download("/api/leads/export.csv", "dopys-leads.csv");
    if (!done.ok) tellFailure(done.error);
  };
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      section="leads"
      actions={
        <>
          {mayI("manage-leads") && (
            <>
              <Button kind="quiet" icon={Timer} onClick={() => open("terms")}>
                {texts.terms}
              </Button>
              <Button kind="quiet" icon={Download} onClick={() => void save()}>
                {texts.export}
              </Button>
            </>
          )}
          {mayI("respond") && (
            <Button kind="primary" icon={Plus} onClick={() => open("new")}>
              {texts.add}
            </Button>
          )}
        </>
      }
    >
      <AgendaPanel />
      <div class="lead-stages">
        <Segments
          label={texts.stages}
          options={(["all", ...leadStages] as const).map((value) => ({ value, text: texts.stage[value] ?? value }))}
          value={stage ?? "all"}
          onChange={(value) => setParams(value === "all" ? {} : { stage: value })}
        />
      </div>
      <Shown of={first}>{(page) => <LeadList key={stage ?? ""} first={page} stage={stage} />}</Shown>
      {params.get("open") === "new" && <LeadDialog onClose={close} />}
      {params.get("open") === "terms" && <TermsDialog onClose={close} />}
    </Page>
  );
}

function LeadList({ first, stage }: { readonly first: LeadPage; readonly stage: LeadStage | undefined }) {
  const [more, setMore] = useState<readonly LeadPage[]>([]);
  useEffect(() => setMore([]), [first]);
  const texts = t().leads;
  const pages = [first, ...more];
  const { cursor } = pages.at(-1) ?? {};
  const rows = pages.flatMap(({ leads }) => leads);
  const load = async () => {
    const answer = await listLeads(stage, cursor);
    if (answer.ok) setMore((known) => [...known, answer.value]);
    else tellFailure(answer.error);
  };
  if (rows.length === 0) {
    return stage ? (
      <Empty text={texts.emptyStage} />
    ) : (
      <Empty text={texts.empty}>
        {mayI("manage-leads") && <LinkButton to="/leads/forms">{texts.makeForm}</LinkButton>}
      </Empty>
    );
  }
  return (
    <>
      <ul class="list leads">
        {rows.map((lead) => (
          <LeadItem key={lead.id} lead={lead} />
        ))}
      </ul>
      {cursor !== undefined && (
        <p class="section-body">
          <Button onClick={() => void load()}>{texts.more}</Button>
        </p>
      )}
    </>
  );
}
