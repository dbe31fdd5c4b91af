import { Trash2 } from "lucide-preact";
import { useState } from "preact/hooks";
import type { ReviewDetail } from "../../api/contract.ts";
import { removeReview } from "../../api/reviews.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { whenWithZone } from "../../wording.ts";

/** Takes an imported review away that should not be here, for good: asked once more before. */
export function RemoveImported({ review }: { readonly review: ReviewDetail }) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const texts = t().reviews.removal;
  const remove = async () => {
    setBusy(true);
    const answer = await removeReview(review.id);
    setBusy(false);
    setAsking(false);
    invalidate("reviews:", "kpis:", "today");
    if (!answer.ok) return tellFailure(answer.error);
    tell(texts.done);
  };
  return (
    <div class="row">
      <Button kind="quiet" icon={Trash2} onClick={() => setAsking(true)}>
        {texts.act}
      </Button>
      {asking && (
        <Dialog title={texts.title} onClose={() => setAsking(false)}>
          <p>{texts.text(review.imported?.place ?? "")}</p>
          <div class="dialog-foot">
            <Button kind="danger" icon={Trash2} busy={busy} onClick={() => void remove()}>
              {texts.act}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

/** What is left of a removed one: who removed it, and when. */
export function RemovedImported({ removal }: { readonly removal: NonNullable<ReviewDetail["removal"]> }) {
  const zone = me.value?.workspace.timeZone ?? "UTC";
  return (
    <p class="note">
      {t().reviews.removal.removed(removal.by.name ?? t().common.someone, whenWithZone(removal.at, zone))}
    </p>
  );
}
