import { LogOut, UserPlus } from "lucide-preact";
import { useState } from "preact/hooks";
import { type Language, languages } from "#core/kernel/language.ts";
import { readAlertSettings } from "../../api/alerts.ts";
import { useLinkSettings } from "../../api/links.ts";
import { changeMe, listMembers, signOut } from "../../api/session.ts";
import { language, t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { mayI, me } from "../../session-state.ts";
import { theme, themes } from "../../theme.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Segments } from "../../ui/segments.tsx";
import { Shown } from "../../ui/states.tsx";
import { cityOf } from "../../wording.ts";
import { AlertSettingsForm } from "./alert-settings-form.tsx";
import { InboxSettings } from "./inbox-settings.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { LinkSettingsForm } from "./link-settings-form.tsx";
import { MemberList } from "./member-list.tsx";
import { NameForm } from "./name-form.tsx";
import "./settings.css";

/** Yours: name, language, appearance. The workspace's: zone, currency, members. */
export function SettingsPage() {
  const texts = t().settings;
  const shell = t().shell;
  const linkSettings = useLinkSettings();
  const alertSettings = useResource("alerts:settings", readAlertSettings);
  const members = useResource("members", listMembers);
  const [busy, setBusy] = useState(false);
  const [inviting, setInviting] = useState(false);
  if (!me.value) return null;
  const { member, workspace } = me.value;

  const speak = async (chosen: Language) => {
    language.value = chosen;
    const answer = await changeMe({ language: chosen });
    if (answer.ok) tell(t().settings.languageSaved);
    else tellFailure(answer.error);
  };
  const leave = async () => {
    setBusy(true);
    const answer = await signOut();
    setBusy(false);
    if (!answer.ok) tellFailure(answer.error);
  };

  return (
    <Page title={texts.title} width="narrow">
      <Section title={texts.you}>
        <dl class="settings">
          <div>
            <dt>{texts.name}</dt>
            <dd>
              <NameForm name={member.name} />
              <p class="aside small">{member.email}</p>
            </dd>
          </div>
          <div>
            <dt>{shell.languageLabel}</dt>
            <dd>
              <Segments
                label={shell.languageLabel}
                options={languages.map((value) => ({ value, text: shell.language[value] }))}
                value={language.value}
                onChange={(value) => void speak(value)}
              />
              <p class="aside small">{texts.languageHint}</p>
            </dd>
          </div>
          <div>
            <dt>{texts.appearance}</dt>
            <dd>
              <Segments
                label={texts.appearance}
                options={themes.map((value) => ({ value, text: shell.theme[value] }))}
                value={theme.value}
                onChange={(value) => {
                  theme.value = value;
                }}
              />
              <p class="aside small">{texts.appearanceHint}</p>
            </dd>
          </div>
          <div>
            <dt />
            <dd>
              <Button icon={LogOut} busy={busy} onClick={() => void leave()}>
                {texts.signOut}
              </Button>
            </dd>
          </div>
        </dl>
      </Section>
      <Section title={texts.workspace}>
        <dl class="settings">
          <div>
            <dt>{texts.workspaceName}</dt>
            <dd>{workspace.name}</dd>
          </div>
          <div>
            <dt>{texts.timeZone}</dt>
            <dd>
              {cityOf(workspace.timeZone)} <span class="aside">({workspace.timeZone})</span>
            </dd>
          </div>
          <div>
            <dt>{texts.workspaceLanguage}</dt>
            <dd>{shell.language[workspace.language]}</dd>
          </div>
          <div>
            <dt>{texts.currency}</dt>
            <dd>{workspace.currency}</dd>
          </div>
        </dl>
      </Section>
      <Section title={t().links.title}>
        <Shown of={linkSettings}>{(stored) => <LinkSettingsForm key={stored.version} stored={stored} />}</Shown>
      </Section>
      <InboxSettings />
      <Section title={t().alerts.settings.title}>
        <Shown of={alertSettings}>
          {({ settings }) => <AlertSettingsForm key={settings.version} stored={settings} />}
        </Shown>
      </Section>
      <Section
        title={texts.members}
        action={
          <span class="row">
            {members.data && <span class="aside">{texts.countMembers(members.data.members.length)}</span>}
            {mayI("manage-members") && (
              <Button icon={UserPlus} onClick={() => setInviting(true)}>
                {texts.invite}
              </Button>
            )}
          </span>
        }
      >
        <Shown of={members}>{(data) => <MemberList members={data.members} />}</Shown>
        {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      </Section>
    </Page>
  );
}
