import { LifeBuoy } from "lucide-preact";
import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { openCase } from "../../../api/cases.ts";
import { t } from "../../../language.ts";
import { invalidate } from "../../../resource.ts";
import { mayI } from "../../../session-state.ts";
import { tellFailure } from "../../../toasts.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";

interface CaseFromThreadProps {
  readonly threadId: string;
  /** Of the case that there is already. */
  readonly caseId: string | undefined;
}

/** The way to the case of a conversation, or to opening one. */
export function CaseFromThread({ threadId, caseId }: CaseFromThreadProps) {
  const [busy, setBusy] = useState(false);
  const [, go] = useLocation();
  const texts = t().cases;
  if (caseId) {
    return (
      <LinkButton icon={LifeBuoy} to={`/reviews/cases/${caseId}`}>
        {texts.toCase}
      </LinkButton>
    );
  }
  if (!mayI("manage-cases")) return null;
  const open = async () => {
    setBusy(true);
    const answer = await openCase(threadId);
    setBusy(false);
    if (!answer.ok) return tellFailure(answer.error);
    invalidate("cases:", "reviews:", `thread:${threadId}`);
    go(`/reviews/cases/${answer.value.case.id}`);
  };
  return (
    <Button icon={LifeBuoy} busy={busy} onClick={() => void open()}>
      {texts.open}
    </Button>
  );
}
