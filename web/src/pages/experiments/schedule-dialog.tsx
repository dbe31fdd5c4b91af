import { useState } from "preact/hooks";
import type { ApiFailure } from "../../api/client.ts";
import type { Experiment } from "../../api/contract.ts";
import { scheduleExperiment } from "../../api/experiments.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FieldProblem } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { WhenInputs } from "../../ui/when-inputs.tsx";
import { whenWithZone } from "../../wording.ts";
import { instantOf, wallClockOf } from "../calendar/period.ts";

const HOUR_MS = 3_600_000;

/** Gives the first variant its time; the second follows by the test's own distance. */
export function ScheduleDialog({
  experiment,
  onClose,
}: {
  readonly experiment: Experiment;
  readonly onClose: () => void;
}) {
  const timeZone = me.value?.workspace.timeZone ?? "UTC";
  const [wallClock, setWallClock] = useState(() => wallClockOf(now.value + HOUR_MS, timeZone));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const texts = t().experiments;
  const at = instantOf(wallClock, timeZone);
  const problem = at === undefined ? t().calendar.notATime : at < now.value ? t().calendar.inThePast : undefined;
  const save = async (event: Event) => {
    event.preventDefault();
    if (problem) return;
    setBusy(true);
    const answer = await scheduleExperiment(experiment.id, wallClock, timeZone);
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    invalidate("experiments", "calendar", "posts", "post:", "today");
    tell(texts.scheduled);
    onClose();
  };
  return (
    <Dialog title={texts.scheduleTitle} onClose={onClose}>
      <form class="stack" onSubmit={save}>
        <WhenInputs id="experiment" wallClock={wallClock} timeZone={timeZone} onChange={setWallClock} />
        <p class="aside small">
          {texts.gap} {texts.gaps[experiment.gapDays]}.
        </p>
        {problem && <FieldProblem text={problem} />}
        {failure && <FailureNote failure={failure} />}
        <div class="dialog-foot">
          <Button kind="primary" type="submit" busy={busy} disabled={problem !== undefined}>
            {at === undefined ? texts.schedule : texts.scheduleDo(whenWithZone(at, timeZone))}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
