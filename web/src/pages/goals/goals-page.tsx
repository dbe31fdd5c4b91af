import { Plus } from "lucide-preact";
import { useSearchParams } from "wouter-preact";
import { listGoals } from "../../api/goals.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { GoalDialog } from "./goal-dialog.tsx";
import { GoalRow } from "./goal-row.tsx";
import "./goals.css";

/** What the company wants, and how far it is. */
export function GoalsPage() {
  const goals = useResource("goals", listGoals);
  const [params, setParams] = useSearchParams();
  const texts = t().goals;
  const mayAdd = mayI("manage-goals");
  const add = () => setParams({ new: "1" });
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      width="narrow"
      section="goals"
      actions={
        mayAdd && goals.data && goals.data.goals.length > 0 ? (
          <Button kind="primary" icon={Plus} onClick={add}>
            {texts.add}
          </Button>
        ) : undefined
      }
    >
      <Shown of={goals}>
        {(data) =>
          data.goals.length === 0 ? (
            <Empty text={texts.empty}>
              {mayAdd && (
                <Button kind="primary" onClick={add}>
                  {texts.add}
                </Button>
              )}
            </Empty>
          ) : (
            <ul class="list goals">
              {data.goals.map((goal) => (
                <GoalRow key={goal.id} goal={goal} />
              ))}
            </ul>
          )
        }
      </Shown>
      {mayAdd && params.get("new") && <GoalDialog onClose={() => setParams({})} />}
    </Page>
  );
}
