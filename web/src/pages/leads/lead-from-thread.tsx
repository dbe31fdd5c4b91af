import { UserRoundPlus } from "lucide-preact";
import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { makeLead } from "../../api/leads.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";

/** Makes a lead of the person in a conversation, and leads to it; pressing again leads to the same one. */
export function LeadFromThread({ threadId }: { readonly threadId: string }) {
  const [busy, setBusy] = useState(false);
  const [, navigate] = useLocation();
  if (!mayI("respond")) return null;
  const make = async () => {
    setBusy(true);
    const answer = await makeLead(threadId);
    setBusy(false);
    if (!answer.ok) return tellFailure(answer.error);
    invalidate("leads", "today");
    tell(t().leads.madeLead);
    navigate(`/leads/${answer.value.lead.id}`);
  };
  return (
    <Button icon={UserRoundPlus} busy={busy} onClick={() => void make()}>
      {t().leads.makeLead}
    </Button>
  );
}
