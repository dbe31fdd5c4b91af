import { readRequestSettings } from "../../../api/review-requests.ts";
import { t } from "../../../language.ts";
import { useResource } from "../../../resource.ts";
import { Page } from "../../../ui/page.tsx";
import { Shown } from "../../../ui/states.tsx";
import { BackToRequests } from "./buyers-page.tsx";
import { SettingsForm } from "./settings-form.tsx";
import "../reviews.css";

/** How the workspace asks for reviews. */
export function RequestSettingsPage() {
  const stored = useResource("review-requests:settings", readRequestSettings);
  const texts = t().reviewRequests;
  return (
    <Page title={texts.settingsTitle} lead={<BackToRequests lead={texts.settingsLead} />} width="narrow">
      <Shown of={stored}>{({ settings }) => <SettingsForm key={settings.version} stored={settings} />}</Shown>
    </Page>
  );
}
