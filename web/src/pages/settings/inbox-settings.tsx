import { useCorrections, useResponseTargets } from "../../api/inbox.ts";
import { t } from "../../language.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { Shown } from "../../ui/states.tsx";
import { AnswerRuleForm } from "./answer-rule-form.tsx";
import { ResponseTargetsForm } from "./response-targets-form.tsx";
import { SavedReplies } from "./saved-replies.tsx";
import "./inbox-settings.css";

/** How the inbox is set up: targets, saved replies, and what members had to correct. */
export function InboxSettings() {
  const targets = useResponseTargets();
  const texts = t().inboxSettings;
  return (
    <>
      <Section title={texts.targets}>
        <p class="aside section-lead">{texts.targetsLead}</p>
        <Shown of={targets}>{(stored) => <ResponseTargetsForm key={stored.version} stored={stored} />}</Shown>
      </Section>
      <AnswerRuleForm />
      <SavedReplies />
      <Section
        title={t().rules.title}
        action={
          <span class="push">
            <LinkButton to="/settings/rules">{t().rules.toRules}</LinkButton>
          </span>
        }
      >
        <p class="aside section-lead">{t().rules.settingsLead}</p>
      </Section>
      <Section title={texts.corrections}>
        <CorrectionsSummary />
      </Section>
    </>
  );
}

function CorrectionsSummary() {
  const corrections = useCorrections();
  const texts = t().inboxSettings;
  const { tone } = t().inboxTeam;
  return (
    <Shown of={corrections}>
      {({ total, sentiment }) =>
        total === 0 ? (
          <p class="aside section-lead">{texts.noCorrections}</p>
        ) : (
          <div class="stack">
            <p>{texts.correctionsLead(texts.correctedMessages(total))}</p>
            <ul class="corrections">
              {sentiment.map(({ from, to, count }) => (
                <li key={`${from} ${to}`} class="row">
                  <span>{texts.fromTo(tone[from], tone[to])}</span>
                  <span class="figure">{count}</span>
                </li>
              ))}
            </ul>
          </div>
        )
      }
    </Shown>
  );
}
