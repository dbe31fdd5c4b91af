import { useState } from "preact/hooks";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { WhenInputs } from "../../ui/when-inputs.tsx";
import { dayName } from "../../wording.ts";
import { snoozeTimes } from "./snooze-times.ts";

interface SnoozeDialogProps {
  readonly onClose: () => void;
  /** `until` by the workspace's clock, and how that is said. */
  readonly onChoose: (until: string, when: string) => void;
}

/** A wall-clock time as it is said: "Fri 27 Nov, 09:00". */
const said = (local: string): string => `${dayName(local.slice(0, 10))}, ${local.slice(11, 16)}`;

/** Until when to set aside: three usual times, or any. */
export function SnoozeDialog({ onClose, onChoose }: SnoozeDialogProps) {
  const texts = t().inboxTeam;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const times = snoozeTimes(now.value, zone);
  const [other, setOther] = useState(times.find(({ name }) => name === "tomorrow")?.local ?? "");
  const isWhole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(other);
  return (
    <Dialog title={texts.snoozeTitle} onClose={onClose}>
      <div class="stack">
        <p class="aside">{texts.snoozeHint}</p>
        <ul class="stack">
          {times.map(({ name, local }) => (
            <li key={name}>
              <Button wide onClick={() => onChoose(local, said(local))}>
                <span>{texts.snoozeTimes[name]}</span>
                <span class="aside push">{said(local)}</span>
              </Button>
            </li>
          ))}
        </ul>
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (isWhole) onChoose(other, said(other));
          }}
        >
          <p class="field-label">{texts.snoozeAt}</p>
          <WhenInputs id="snooze" wallClock={other} timeZone={zone} onChange={setOther} />
          <div>
            <Button kind="primary" type="submit" disabled={!isWhole}>
              {isWhole ? texts.snoozeUntil(said(other)) : texts.snooze}
            </Button>
          </div>
        </form>
      </div>
    </Dialog>
  );
}
