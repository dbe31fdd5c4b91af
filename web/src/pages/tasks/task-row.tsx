import { Pencil, Trash2 } from "lucide-preact";
import { Link } from "wouter-preact";
import { addDays, dayOf } from "#core/kernel/time.ts";
import type { Task } from "../../api/contract.ts";
import { changeTask, removeTask } from "../../api/tasks.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { amend, invalidate } from "../../resource.ts";
import { mayI, me } from "../../session-state.ts";
import { afterGrace, tell, tellFailure } from "../../toasts.ts";
import { IconButton } from "../../ui/button.tsx";
import { dayName } from "../../wording.ts";
import "./tasks.css";

interface TaskRowProps {
  readonly task: Task;
  readonly assignee: string | undefined;
  /** Who completed it. */
  readonly doneBy?: string | undefined;
  readonly onEdit?: () => void;
}

/** One task with its box: checking it completes it, and can be taken back. */
export function TaskRow({ task, assignee, doneBy, onEdit }: TaskRowProps) {
  const texts = t().tasks;
  const mayChange = mayI("manage-tasks");
  const isDone = task.state === "done";
  return (
    <li class={`task ${isDone ? "task-done" : ""}`}>
      <label class="task-box">
        <input
          type="checkbox"
          checked={isDone}
          disabled={!mayChange}
          onChange={() => void complete(task, !isDone)}
          aria-label={texts.complete(task.title)}
        />
      </label>
      <span class="task-what">
        <span class="task-title">{task.title}</span>
        <span class="aside small">
          {dueText(task, doneBy)}
          {assignee && !isDone && ` · ${assignee}`}
          <Origin task={task} />
        </span>
        {task.note && onEdit && <span class="task-note small aside">{task.note}</span>}
      </span>
      {mayChange && onEdit && (
        <span class="row task-acts">
          {!isDone && <IconButton icon={Pencil} label={`${texts.edit}: ${task.title}`} onClick={onEdit} />}
          <IconButton icon={Trash2} label={`${texts.remove}: ${task.title}`} onClick={() => remove(task)} />
        </span>
      )}
    </li>
  );
}

function Origin({ task: { origin } }: { readonly task: Task }) {
  const texts = t().tasks;
  if (origin.kind === "hand") return null;
  const to = origin.kind === "alert" ? `/alerts/${origin.id}` : "/insights";
  return (
    <>
      {" · "}
      <Link href={to}>{texts.origin[origin.kind]}</Link>
    </>
  );
}

function dueText(task: Task, doneBy: string | undefined): string {
  const texts = t().tasks;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  if (task.doneAt !== undefined) return texts.doneOn(dayName(dayOf(task.doneAt, zone)), doneBy ?? "");
  const today = dayOf(now.value, zone);
  if (task.dueDay < today) return texts.overdue(dayName(task.dueDay));
  if (task.dueDay === today) return texts.dueToday;
  return task.dueDay === addDays(today, 1) ? texts.dueTomorrow : dayName(task.dueDay);
}

async function complete(task: Task, done: boolean): Promise<void> {
  const texts = t().tasks;
  const answer = await changeTask(task.id, { version: task.version, done });
  if (!answer.ok) return tellFailure(answer.error);
  invalidate("tasks", "today");
  const { task: changed } = answer.value;
  tell(done ? texts.done(task.title) : texts.reopened(task.title), () => void complete(changed, !done));
}

function remove(task: Task): void {
  const key = `tasks:${task.state}`;
  amend<{ tasks: Task[] }>(key, ({ tasks }) => ({ tasks: tasks.filter(({ id }) => id !== task.id) }));
  afterGrace(
    t().tasks.removed(task.title),
    async (leaving) => {
      const answer = await removeTask(task.id, leaving);
      if (!answer.ok) tellFailure(answer.error);
      invalidate("tasks", "today");
    },
    () => invalidate(key),
  );
}
