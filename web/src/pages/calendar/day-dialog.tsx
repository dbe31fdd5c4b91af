import { t } from "../../language.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { capital, dayName } from "../../wording.ts";
import { AgendaItems } from "./agenda.tsx";
import type { Day, ViewProps } from "./day.ts";

/** Everything of one day; has an address of its own. */
export function DayDialog({ day, onClose, ...props }: ViewProps & { readonly day: Day; readonly onClose: () => void }) {
  const texts = t().calendar;
  return (
    <Dialog title={capital(dayName(day.day, "long"))} onClose={onClose}>
      <AgendaItems day={day} {...props} />
      {day.publications.length + day.freeSlots.length === 0 && <p class="aside">{texts.empty}</p>}
      {day.day >= props.today && (
        <div class="dialog-foot">
          <LinkButton to={`/compose?day=${day.day}`} kind="primary">
            {texts.plan}
          </LinkButton>
        </div>
      )}
    </Dialog>
  );
}
