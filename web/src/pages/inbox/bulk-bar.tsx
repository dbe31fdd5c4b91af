import { Check, Clock, Tag, X } from "lucide-preact";
import { useState } from "preact/hooks";
import type { ManyAct } from "../../api/contract.ts";
import { listMembers } from "../../api/session.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { IconButton } from "../../ui/button.tsx";
import { actOnMany } from "./finishing.ts";
import { LabelsDialog } from "./labels-dialog.tsx";
import { SnoozeDialog } from "./snooze-dialog.tsx";

interface BulkBarProps {
  readonly picked: ReadonlySet<string>;
  readonly onClear: () => void;
}

/** What can be done to the selected threads together. */
export function BulkBar({ picked, onClear }: BulkBarProps) {
  const [asking, setAsking] = useState<"snooze" | "labels" | undefined>();
  const members = useResource("members", listMembers).data?.members ?? [];
  const texts = t().inboxTeam;
  const act = async (what: ManyAct) => {
    setAsking(undefined);
    if (await actOnMany([...picked], what)) onClear();
  };
  return (
    <div class="bulk" role="toolbar" aria-label={texts.picked(picked.size)}>
      <strong class="small">{texts.picked(picked.size)}</strong>
      <span class="row push">
        <IconButton icon={Check} label={t().inbox.done} onClick={() => void act({ kind: "mark", state: "done" })} />
        <IconButton icon={Tag} label={texts.labels} onClick={() => setAsking("labels")} />
        <IconButton icon={Clock} label={texts.snooze} onClick={() => setAsking("snooze")} />
        <IconButton icon={X} label={texts.unpick} onClick={onClear} />
      </span>
      <select
        class="input"
        aria-label={texts.assignTo}
        value=""
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value) void act({ kind: "assign", memberId: value === "nobody" ? null : value });
        }}
      >
        <option value="">{texts.assignTo}</option>
        <option value="nobody">{t().inbox.unassigned}</option>
        {members.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {asking === "snooze" && (
        <SnoozeDialog onClose={() => setAsking(undefined)} onChoose={(until) => void act({ kind: "snooze", until })} />
      )}
      {asking === "labels" && (
        <LabelsDialog
          labels={[]}
          onClose={() => setAsking(undefined)}
          onSave={(add) => void act({ kind: "label", add, remove: [] })}
        />
      )}
    </div>
  );
}
