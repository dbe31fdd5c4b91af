import { useState } from "preact/hooks";
import type { Answer } from "../../api/client.ts";
import type { Series, SeriesChange } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { WhenInputs } from "../../ui/when-inputs.tsx";
import { type Repeat, repeatOf, ruleOf } from "./repeat.ts";
import { RepeatFields } from "./repeat-fields.tsx";

interface RuleDialogProps {
  readonly series: Series;
  readonly onChange: (series: Series, change: SeriesChange, done: string) => Promise<Answer<unknown>>;
  readonly onClose: () => void;
}

/** Another time or rule for all dates to come. */
export function RuleDialog({ series, onChange, onClose }: RuleDialogProps) {
  const [start, setStart] = useState(series.dates[0]?.at ?? series.start);
  const [repeat, setRepeat] = useState<Repeat | undefined>(
    repeatOf(series.rule, series.start) ?? { kind: "weekly", days: [], end: { kind: "never" } },
  );
  const [busy, setBusy] = useState(false);
  const rule = repeat && ruleOf(repeat, start);
  const save = async () => {
    if (!rule) return;
    setBusy(true);
    const answer = await onChange(series, { kind: "rule", rule, start }, t().series.saved);
    setBusy(false);
    if (answer.ok) onClose();
  };
  return (
    <Dialog title={t().series.changeRule} onClose={onClose}>
      <div class="stack">
        <WhenInputs id="series-start" wallClock={start} timeZone={series.timeZone} onChange={setStart} />
        <RepeatFields required start={start} timeZone={series.timeZone} repeat={repeat} onChange={setRepeat} />
      </div>
      <div class="dialog-foot">
        <Button kind="primary" busy={busy} disabled={!rule} onClick={() => void save()}>
          {t().common.save}
        </Button>
      </div>
    </Dialog>
  );
}
