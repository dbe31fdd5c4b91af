import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { beginConnecting, listPlatforms } from "../../api/channels.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";

/** One button for each platform that the workspace can be connected to. */
export function ConnectButtons() {
  const { data } = useResource("platforms", listPlatforms);
  const [busy, setBusy] = useState<string | undefined>();
  const connect = async (platform: string) => {
    setBusy(platform);
    if (!(await goToConsent(platform))) setBusy(undefined);
  };
  return (
    <>
      {data?.platforms.map(({ platform, name }) => (
        <Button key={platform} icon={Plus} busy={busy === platform} onClick={() => void connect(platform)}>
          {t().channels.connectTo(name)}
        </Button>
      ))}
    </>
  );
}

/** Leaves for the platform's consent page; false when that was refused, which is told. */
export async function goToConsent(platform: string): Promise<boolean> {
  const answer = await beginConnecting(platform);
  if (answer.ok) location.assign(answer.value.consentUrl);
  else tellFailure(answer.error);
  return answer.ok;
}
