import { useState } from "preact/hooks";
import type { PublicationSummary } from "../../api/contract.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FieldProblem } from "../../ui/field.tsx";
import { WhenInputs } from "../../ui/when-inputs.tsx";
import { whenWithZone } from "../../wording.ts";
import { move } from "./moving.ts";
import { instantOf, wallClockOf } from "./period.ts";

interface MoveProps {
  readonly publication: PublicationSummary;
  readonly calendarKey?: string;
  readonly onClose: () => void;
}

/** Gives a publication another time without dragging. */
export function MoveDialog({ publication, calendarKey, onClose }: MoveProps) {
  const { timeZone, dueAt, text } = publication;
  const [wallClock, setWallClock] = useState(() => wallClockOf(Math.max(dueAt, now.value + 3_600_000), timeZone));
  const texts = t().calendar;
  const at = instantOf(wallClock, timeZone);
  const problem = at === undefined ? texts.notATime : at < now.value ? texts.inThePast : undefined;
  const save = (event: Event) => {
    event.preventDefault();
    if (problem) return;
    onClose();
    void move(publication, wallClock, calendarKey);
  };
  return (
    <Dialog title={texts.moveTitle} onClose={onClose}>
      <form class="stack" onSubmit={save}>
        <p class="aside clip">{text}</p>
        <WhenInputs id="move" wallClock={wallClock} timeZone={timeZone} onChange={setWallClock} />
        {problem && <FieldProblem text={problem} />}
        <div class="dialog-foot">
          <Button kind="primary" type="submit" disabled={problem !== undefined}>
            {at === undefined ? texts.move : texts.moveTo(whenWithZone(at, timeZone))}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
