import { dayOf, inZone } from "#core/kernel/time.ts";
import { useChannels } from "../../api/channels.ts";
import { readToday } from "../../api/content.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { capital, dayName } from "../../wording.ts";
import { AttentionList } from "./attention-list.tsx";
import { AudiencePanel } from "./audience-panel.tsx";
import { GoalsPanel } from "./goals-panel.tsx";
import { GoingOut } from "./going-out.tsx";
import { TasksPanel } from "./tasks-panel.tsx";
import "./today.css";

const EVERY_MS = 30_000;

/** What needs you today, within five seconds. */
export function TodayPage() {
  const today = useResource("today", readToday, EVERY_MS);
  const channels = useChannels();
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const texts = t().today;
  // A report that goes out is news; everything else asks for an act.
  const count = today.data?.needsAttention.filter(({ kind }) => kind !== "report-due").length;
  const greeting = texts.greeting[partOfDay(inZone(now.value, zone).hour)];

  if (channels.data?.channels.length === 0) {
    return (
      <Page title={`${greeting}.`} width="narrow">
        <Empty text={texts.connectFirst}>
          <LinkButton to="/channels" kind="primary">
            {texts.connect}
          </LinkButton>
        </Empty>
      </Page>
    );
  }
  return (
    <Page
      title={count === undefined ? `${greeting}.` : `${greeting}. ${texts.needs(count)}`}
      lead={capital(dayName(dayOf(now.value, zone), "long"))}
    >
      <Shown of={today}>
        {(data) => (
          <div class="today">
            <AttentionList items={data.needsAttention} timeZone={zone} />
            <div class="today-columns">
              <GoingOut publications={data.goingOut} channels={channels.data?.channels ?? []} />
              <div class="today-side">
                <AudiencePanel audience={data.audience} />
                <TasksPanel tasks={data.tasks} />
                <GoalsPanel goals={data.goals} />
              </div>
            </div>
          </div>
        )}
      </Shown>
    </Page>
  );
}

function partOfDay(hour: number): "morning" | "day" | "evening" | "night" {
  if (hour < 5) return "night";
  if (hour < 12) return "morning";
  return hour < 18 ? "day" : "evening";
}
