import { liftSuspension } from "../../api/reports.ts";
import { listUnmailed } from "../../api/session.ts";
import { t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { mayI, me } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { whenOf } from "../../wording.ts";

/** Says of a member that no mail goes to them, why, and lets it be tried again. */
export function Unmailed({
  member: { id, email },
}: {
  readonly member: { readonly id: string; readonly email: string };
}) {
  return mayI("manage-reports") ? <UnmailedNote id={id} email={email} /> : null;
}

function UnmailedNote({ id, email }: { readonly id: string; readonly email: string }) {
  const found = useResource("unmailed", listUnmailed);
  const suspended = found.data?.unmailed.find(({ memberId }) => memberId === id);
  if (!suspended) return null;
  const texts = t().settings;
  const tryAgain = async () => {
    const lifted = await liftSuspension(email);
    invalidate("unmailed");
    if (lifted.ok) tell(texts.mailLifted(email));
    else tellFailure(lifted.error);
  };
  const when = whenOf(suspended.at, me.value?.workspace.timeZone ?? "UTC");
  return (
    <p class="row row-wrap small tone-poppy">
      <span title={suspended.cause}>{texts.unmailed[suspended.because](when)}</span>
      <Button kind="quiet" onClick={() => void tryAgain()}>
        {t().reports.tryAgain}
      </Button>
    </p>
  );
}
