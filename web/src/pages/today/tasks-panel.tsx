import { Link } from "wouter-preact";
import type { TodayView } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { Section } from "../../ui/page.tsx";
import { TaskRow } from "../tasks/task-row.tsx";

/** What the member has to do by today, each with its box. */
export function TasksPanel({ tasks: { due, count } }: { readonly tasks: TodayView["tasks"] }) {
  const texts = t().tasks;
  return (
    <Section title={texts.today} action={<Link href="/tasks">{texts.all}</Link>}>
      {due.length === 0 ? (
        <p class="aside section-body">{texts.none}</p>
      ) : (
        <ul class="list">
          {due.map((task) => (
            <TaskRow key={task.id} task={task} assignee={undefined} />
          ))}
        </ul>
      )}
      {count > due.length && (
        <p class="small section-body">
          <Link href="/tasks">{texts.more(count - due.length)}</Link>
        </p>
      )}
    </Section>
  );
}
