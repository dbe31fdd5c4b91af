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
  readonly about: { readonly threadId: string } | { readonly reviewId: string };
  /** Of the case that there is already. */
  readonly caseId: string | undefined;
}

/** The way to the case of a conversation or review, or to opening one. */
export function CaseFromThread({ about, caseId }: CaseFromThreadProps) {
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
    const answer = await openCase(about);
    setBusy(false);
    if (!answer.ok) return tellFailure(answer.error);
    invalidate("cases:", "reviews:", "thread:");
    go(`/reviews/cases/${answer.value.case.id}`);
  };
  return (
    <Button icon={LifeBuoy} busy={busy} onClick={() => void open()}>
      {texts.open}
    </Button>
  );
}
