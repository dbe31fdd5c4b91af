import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";

/** Ending takes many posts off the calendar and can't be undone, so it is asked once. */
export function EndDialog({ onEnd, onClose }: { readonly onEnd: () => void; readonly onClose: () => void }) {
  const texts = t().series;
  return (
    <Dialog title={texts.endNow} onClose={onClose}>
      <p>{texts.endWarning}</p>
      <div class="dialog-foot">
        <Button
          kind="danger"
          onClick={() => {
            onEnd();
            onClose();
          }}
        >
          {texts.endNow}
        </Button>
      </div>
    </Dialog>
  );
}
