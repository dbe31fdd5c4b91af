import { Plus } from "lucide-preact";
import { Link, useSearchParams } from "wouter-preact";
import { formatNumber } from "#core/i18n/format.ts";
import { listArchivedGoals, listGoals } from "../../api/goals.ts";
import { language, t } from "../../language.ts";
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
  const [params, setParams] = useSearchParams();
  const archive = params.get("archived") !== null;
  const goals = useResource(archive ? "goals:archived" : "goals", archive ? listArchivedGoals : listGoals);
  const texts = t().goals;
  const mayAdd = mayI("manage-goals");
  const add = () => setParams({ new: "1" });
  return (
    <Page
      title={archive ? texts.archiveList.title : texts.title}
      lead={archive ? <Link href="/goals">{texts.archiveList.back}</Link> : texts.lead}
      width="narrow"
      section="goals"
      actions={
        mayAdd && !archive && goals.data && goals.data.goals.length > 0 ? (
          <Button kind="primary" icon={Plus} onClick={add}>
            {texts.add}
          </Button>
        ) : undefined
      }
    >
      <Shown of={goals}>
        {(data) =>
          data.goals.length === 0 ? (
            <Empty text={archive ? texts.archiveList.none : texts.empty}>
              {mayAdd && !archive && (
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
      {!archive && <ArchiveLink />}
      {mayAdd && params.get("new") && <GoalDialog onClose={() => setParams({})} />}
    </Page>
  );
}

/** The way to the goals that are followed no more, where there are any. */
function ArchiveLink() {
  const archived = useResource("goals:archived", listArchivedGoals).data?.goals ?? [];
  if (archived.length === 0) return null;
  return (
    <p class="goal-archive small">
      <Link href="/goals?archived">{t().goals.archiveList.show(formatNumber(language.value, archived.length))}</Link>
    </p>
  );
}
