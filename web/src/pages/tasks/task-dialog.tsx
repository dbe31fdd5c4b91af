import { useState } from "preact/hooks";
import { addDays, dayOf } from "#core/kernel/time.ts";
import type { ApiFailure } from "../../api/client.ts";
import type { Task } from "../../api/contract.ts";
import { listMembers } from "../../api/session.ts";
import { changeTask, createTask } from "../../api/tasks.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";

const DAYS_AHEAD = 7;

interface TaskDialogProps {
  /** The task to change; a new one without it. */
  readonly task?: Task;
  /** The alert that asks for a new one, and what it is about. */
  readonly alert?: { readonly id: string; readonly title: string };
  readonly onClose: () => void;
}

/** Sets a task, or changes one. */
export function TaskDialog({ task, alert, onClose }: TaskDialogProps) {
  const texts = t().tasks;
  const today = dayOf(now.value, me.value?.workspace.timeZone ?? "UTC");
  const members = useResource("members", listMembers).data?.members ?? [];
  const [fields, setFields] = useState({
    title: task?.title ?? (alert ? texts.ofAlert(alert.title).slice(0, 200) : ""),
    note: task?.note ?? "",
    dueDay: task?.dueDay ?? addDays(today, DAYS_AHEAD),
    assigneeId: task ? (task.assigneeId ?? "") : (me.value?.member.id ?? ""),
  });
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const wrong = {
    title: fields.title.trim() === "" ? texts.required : undefined,
    dueDay: fields.dueDay === "" ? texts.required : undefined,
  };
  const problemOf = (field: keyof typeof wrong) => (shown ? wrong[field] : undefined);
  const input = (field: keyof typeof fields) => ({
    class: "input",
    value: fields[field],
    onInput: (event: { currentTarget: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement }) => {
      const value = event.currentTarget.value;
      setFields((old) => ({ ...old, [field]: value }));
    },
  });

  const save = async (event: Event) => {
    event.preventDefault();
    setShown(true);
    if (Object.values(wrong).some(Boolean)) return;
    setBusy(true);
    const { title, note, dueDay, assigneeId } = fields;
    const written = { title: title.trim(), note: note.trim(), dueDay, assigneeId: assigneeId || null };
    const answer = task
      ? await changeTask(task.id, { ...written, version: task.version })
      : await createTask({ ...written, ...(alert && { alertId: alert.id }) });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    invalidate("tasks", "today");
    tell(task ? texts.changed : texts.saved);
    onClose();
  };

  return (
    <Dialog title={task ? texts.editTitle : texts.addTitle} onClose={onClose}>
      <form class="stack" onSubmit={save} noValidate>
        <Field id="task-title" label={texts.name} hint={texts.nameHint} problem={problemOf("title")}>
          <input {...noted("task-title", problemOf("title"))} {...input("title")} maxLength={200} />
        </Field>
        <div class="field-pair">
          <Field id="task-due" label={texts.day} problem={problemOf("dueDay")}>
            <input {...noted("task-due", problemOf("dueDay"))} {...input("dueDay")} type="date" />
          </Field>
          <Field id="task-assignee" label={texts.assignee}>
            <select id="task-assignee" {...input("assigneeId")}>
              <option value="">{texts.anybody}</option>
              {members.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
        </div>
        <Field id="task-note" label={texts.note}>
          <textarea id="task-note" {...input("note")} rows={4} maxLength={2000} />
        </Field>
        {failure && <FailureNote failure={failure} />}
        <div class="dialog-foot">
          <Button kind="primary" type="submit" busy={busy}>
            {task ? texts.saveChange : texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
