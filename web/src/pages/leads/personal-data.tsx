import { Download, Eraser } from "lucide-preact";
import { useState } from "preact/hooks";
import { download } from "../../api/files.ts";
import { eraseLead, type Lead } from "../../api/leads.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";

/** A person's right: to have what is kept of them, and to have it erased. */
export function PersonalData({ lead }: { readonly lead: Lead }) {
  const [asking, setAsking] = useState(false);
  const texts = t().leads;
  const give = async () => {
    const done = await download(`/api/leads/${lead.id}/export.json`, `dopys-${lead.id}.json`);
    if (!done.ok) tellFailure(done.error);
  };
  const erase = async () => {
    const answer = await eraseLead(lead.id);
    setAsking(false);
    invalidate("leads", "today");
    if (!answer.ok) return tellFailure(answer.error);
    tell(texts.erased);
  };
  return (
    <section class="card stack">
      <h2>{texts.personalData}</h2>
      <Button icon={Download} onClick={() => void give()}>
        {texts.exportOne}
      </Button>
      {!lead.erased && (
        <Button kind="danger" icon={Eraser} onClick={() => setAsking(true)}>
          {texts.erase}
        </Button>
      )}
      {asking && (
        <Dialog title={texts.eraseTitle} onClose={() => setAsking(false)}>
          <p>{texts.eraseText}</p>
          <div class="dialog-foot">
            <Button kind="danger" icon={Eraser} onClick={() => void erase()}>
              {texts.erase}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
