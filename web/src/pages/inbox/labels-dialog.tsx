import { useState } from "preact/hooks";
import { useSuggestions } from "../../api/campaigns.ts";
import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { LabelsEditor } from "../compose/labels-editor.tsx";

interface LabelsDialogProps {
  /** What is on the thread; nothing for many threads, which then only get labels. */
  readonly labels: readonly string[];
  readonly onClose: () => void;
  readonly onSave: (add: string[], remove: string[]) => void;
}

/** The labels of a thread, or labels for many. */
export function LabelsDialog({ labels, onClose, onSave }: LabelsDialogProps) {
  const [chosen, setChosen] = useState<readonly string[]>(labels);
  const suggestions = useSuggestions().data?.labels ?? [];
  const texts = t().inboxTeam;
  const save = () =>
    onSave(
      chosen.filter((label) => !labels.includes(label)),
      labels.filter((label) => !chosen.includes(label)),
    );
  return (
    <Dialog title={texts.labelsTitle} onClose={onClose}>
      <div class="stack">
        <LabelsEditor labels={chosen} suggestions={suggestions} onChange={setChosen} />
        <div>
          <Button kind="primary" onClick={save}>
            {texts.save}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
