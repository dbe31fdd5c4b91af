import { Link } from "wouter-preact";
import type { TodayView } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { Section } from "../../ui/page.tsx";

/** How the goals stand. */
export function GoalsPanel({ goals: { onCourse, behind } }: { readonly goals: TodayView["goals"] }) {
  const texts = t().today;
  const none = onCourse + behind === 0;
  return (
    <Section title={texts.goals} action={<Link href="/goals">{none ? texts.setGoal : texts.seeGoals}</Link>}>
      <p class="today-goals">
        {none && <span class="aside">{texts.noGoals}</span>}
        {onCourse > 0 && <span class="pill pill-leaf">✓ {texts.onCourse(onCourse)}</span>}
        {behind > 0 && <span class="pill pill-wheat">↓ {texts.behind(behind)}</span>}
      </p>
    </Section>
  );
}
