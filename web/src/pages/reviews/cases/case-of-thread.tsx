import { LifeBuoy } from "lucide-preact";
import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { openCase } from "../../../api/cases.ts";
import { t } from "../../../language.ts";
import { invalidate } from "../../../resource.ts";
import { mayI } from "../../../session-state.ts";
import { tellFailure } from "../../../toasts.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Section } from "../../../ui/page.tsx";

interface CaseOfThreadProps {
  readonly threadId: string;
  readonly caseId: string | undefined;
}

/** The way to the case of a review, or to opening one. */
export function CaseOfThread({ threadId, caseId }: CaseOfThreadProps) {
  const [busy, setBusy] = useState(false);
  const [, go] = useLocation();
  const texts = t().cases;
  const open = async () => {
    setBusy(true);
    const answer = await openCase(threadId);
    setBusy(false);
    if (!answer.ok) return tellFailure(answer.error);
    invalidate("cases:", "reviews:");
    go(`/reviews/cases/${answer.value.case.id}`);
  };
  return (
    <Section title={texts.section}>
      <div class="section-body row row-wrap">
        <p class="aside">{caseId ? texts.sectionThere : texts.sectionNone}</p>
        {caseId ? (
          <LinkButton icon={LifeBuoy} to={`/reviews/cases/${caseId}`}>
            {texts.toCase}
          </LinkButton>
        ) : (
          mayI("manage-cases") && (
            <Button icon={LifeBuoy} busy={busy} onClick={() => void open()}>
              {texts.open}
            </Button>
          )
        )}
      </div>
    </Section>
  );
}
