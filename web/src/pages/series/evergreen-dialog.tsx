import { useState } from "preact/hooks";
import { evergreenLimits } from "#core/content/evergreen.ts";
import type { EvergreenDraft } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";

interface EvergreenDialogProps {
  readonly initial: EvergreenDraft | undefined;
  readonly onSave: (draft: EvergreenDraft) => Promise<void>;
  readonly onClose: () => void;
}

const { minDays: fewestDays, maxDays, maxRepeats: mostRepeats, texts: mostTexts } = evergreenLimits;

/** How far apart, how often, and in which other words a post is repeated. */
export function EvergreenDialog({ initial, onSave, onClose }: EvergreenDialogProps) {
  const [minDays, setMinDays] = useState(initial?.minDays ?? 60);
  const [maxRepeats, setMaxRepeats] = useState(initial?.maxRepeats);
  const [wordings, setWordings] = useState<readonly string[]>(initial?.texts ?? []);
  const [busy, setBusy] = useState(false);
  const texts = t().series;
  const save = async () => {
    setBusy(true);
    const kept = wordings.filter((text) => text.trim() !== "");
    await onSave({ minDays, ...(maxRepeats ? { maxRepeats } : {}), texts: kept });
    setBusy(false);
  };
  return (
    <Dialog title={texts.evergreen} onClose={onClose}>
      <div class="stack">
        <Field id="evergreen-days" label={texts.minDays}>
          <input
            id="evergreen-days"
            class="input input-number"
            type="number"
            min={fewestDays}
            max={maxDays}
            value={minDays}
            onInput={(event) => setMinDays(event.currentTarget.valueAsNumber || 0)}
          />
        </Field>
        <Field id="evergreen-most" label={texts.maxRepeats} hint={texts.maxRepeatsHint}>
          <input
            id="evergreen-most"
            class="input input-number"
            type="number"
            min={1}
            max={mostRepeats}
            value={maxRepeats ?? ""}
            onInput={(event) => setMaxRepeats(event.currentTarget.valueAsNumber || undefined)}
          />
        </Field>
        <p class="aside">{texts.duplicates}</p>
        {wordings.map((text, index) => {
          const id = `evergreen-text-${index}`;
          return (
            <Field key={id} id={id} label={texts.wording(index + 1)}>
              <textarea
                id={id}
                class="input"
                rows={3}
                value={text}
                onInput={(event) => setWordings(wordings.with(index, event.currentTarget.value))}
              />
            </Field>
          );
        })}
        {wordings.length < mostTexts && (
          <div>
            <Button onClick={() => setWordings([...wordings, ""])}>{texts.addWording}</Button>
          </div>
        )}
      </div>
      <div class="dialog-foot">
        <Button
          kind="primary"
          busy={busy}
          disabled={minDays < fewestDays || minDays > maxDays}
          onClick={() => void save()}
        >
          {t().common.save}
        </Button>
      </div>
    </Dialog>
  );
}
