import { ListTodo } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Alert } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { TaskDialog } from "../tasks/task-dialog.tsx";

/** Makes a task of an alert. */
export function TaskOfAlert({ alert }: { readonly alert: Alert }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={ListTodo} kind="quiet" onClick={() => setOpen(true)}>
        {t().tasks.forAlert}
      </Button>
      {open && <TaskDialog alert={{ id: alert.id, title: alert.title }} onClose={() => setOpen(false)} />}
    </>
  );
}
