import * as v from "valibot";
import { addDays } from "../../kernel/time.ts";
import { type Task, type Tasks, taskSchema } from "../../tasks/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { taskEntity } from "./entities/tasks.ts";
import { savedVersion } from "./versioned.ts";

const parse = (item: unknown): Task => v.parse(taskSchema, item);

/** A task with its place in the list of its state. */
const placed = (task: Task) => ({
  ...parse(task),
  place: task.state === "open" ? task.dueDay : String(task.doneAt ?? 0).padStart(13, "0"),
});

/** Tasks in the table. */
export function taskRepository(dynamo: Dynamo): Tasks {
  const tasks = taskEntity(dynamo);
  const get = async (workspaceId: string, id: string) => {
    const { data } = await tasks.get({ workspaceId, id }).go({ consistent: true });
    return data ? parse(data) : null;
  };
  return {
    get,
    create: (task) => happens(() => tasks.create(placed(task)).go()),
    save: (task) =>
      savedVersion(
        task,
        (next) =>
          tasks
            .put(placed(next))
            .where(({ version }, { eq }) => eq(version, task.version))
            .go(),
        () => get(task.workspaceId, task.id),
      ),
    remove: ({ workspaceId, id, version }) =>
      happens(() =>
        tasks
          .delete({ workspaceId, id })
          .where((of, { eq }) => eq(of.version, version))
          .go(),
      ),
    listOpen: async (workspaceId, limit, until) => {
      const open = tasks.query.byState({ workspaceId, state: "open" });
      // A key goes on after the day, so the days up to one are those before the next.
      const asked = until === undefined ? open : open.lt({ place: addDays(until, 1) });
      const { data } = await asked.go({ count: limit });
      return data.map(parse);
    },
    listDone: async (workspaceId, limit) => {
      const { data } = await tasks.query.byState({ workspaceId, state: "done" }).go({ order: "desc", count: limit });
      return data.map(parse);
    },
  };
}
