import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { useSearchParams } from "wouter-preact";
import type { Task } from "../../api/contract.ts";
import { listMembers } from "../../api/session.ts";
import { listTasks } from "../../api/tasks.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { mayI, me } from "../../session-state.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Segments } from "../../ui/segments.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { TaskDialog } from "./task-dialog.tsx";
import { TaskRow } from "./task-row.tsx";

const states = ["open", "done"] as const;

/** What has to be done, by whom and by when. */
export function TasksPage() {
  const [params, setParams] = useSearchParams();
  const state = states.find((one) => one === params.get("state")) ?? "open";
  const mine = params.get("mine") !== null;
  const tasks = useResource(`tasks:${state}`, () => listTasks(state));
  const members = useResource("members", listMembers).data?.members ?? [];
  const [edited, setEdited] = useState<Task | undefined>();
  const texts = t().tasks;
  const mayAdd = mayI("manage-tasks");
  const set = (change: Record<string, string | null>) =>
    setParams((old) => {
      for (const [name, value] of Object.entries(change)) {
        if (value === null) old.delete(name);
        else old.set(name, value);
      }
      return old;
    });
  const nameOf = (id: string | undefined) => members.find((member) => member.id === id)?.name;
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      width="narrow"
      section="goals"
      actions={
        mayAdd && (
          <Button kind="primary" icon={Plus} onClick={() => set({ new: "1" })}>
            {texts.add}
          </Button>
        )
      }
    >
      <div class="row row-wrap task-filters">
        <Segments
          label={texts.states}
          options={states.map((one) => ({ value: one, text: texts.state[one] }))}
          value={state}
          onChange={(chosen) => set({ state: chosen === "open" ? null : chosen })}
        />
        <label class="check">
          <input type="checkbox" checked={mine} onChange={() => set({ mine: mine ? null : "1" })} />
          {texts.mine}
        </label>
      </div>
      <Shown of={tasks}>
        {(data) => {
          const own = me.value?.member.id;
          const shown = data.tasks.filter(({ assigneeId }) => !mine || assigneeId === own);
          if (shown.length === 0) return <Empty text={state === "open" ? texts.empty : texts.emptyDone} />;
          return (
            <ul class="list">
              {shown.map((task) => (
                <TaskRow
                  key={task.id}
                  task={task}
                  assignee={nameOf(task.assigneeId) ?? texts.forAnybody}
                  doneBy={nameOf(task.doneBy)}
                  onEdit={() => setEdited(task)}
                />
              ))}
            </ul>
          );
        }}
      </Shown>
      {mayAdd && params.get("new") && <TaskDialog onClose={() => set({ new: null })} />}
      {edited && <TaskDialog task={edited} onClose={() => setEdited(undefined)} />}
    </Page>
  );
}
