import type { When } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { mayI } from "../../session-state.ts";
import { Button } from "../../ui/button.tsx";
import type { Act, Finishing } from "./finishing.ts";

interface ActsProps {
  readonly blank: boolean;
  readonly isScheduled: boolean;
  readonly finishing: Finishing;
  readonly when: When;
  readonly label: string;
  /** The chosen time cannot be scheduled. */
  readonly refused: boolean;
}

/** What the member may do with the draft; the main one for those who may schedule is to schedule. */
export function Acts({ blank, isScheduled, finishing, when, label, refused }: ActsProps) {
  const texts = t().compose;
  if (!mayI("write")) return null;
  const canSchedule = mayI("schedule");
  const act = (name: Act) => ({
    disabled: blank || (finishing.busy !== undefined && finishing.busy !== name) || (name === "schedule" && refused),
    busy: finishing.busy === name,
    onClick: () => finishing.run(name, when),
  });
  if (isScheduled) {
    return (
      <Button kind="primary" {...act("save")}>
        {t().common.save}
      </Button>
    );
  }
  return (
    <>
      <Button kind="quiet" {...act("save")}>
        {texts.saveDraft}
      </Button>
      <Button kind={canSchedule ? "plain" : "primary"} {...act("submit")}>
        {texts.submit}
      </Button>
      {canSchedule && (
        <Button kind="primary" {...act("schedule")}>
          {label}
        </Button>
      )}
    </>
  );
}
