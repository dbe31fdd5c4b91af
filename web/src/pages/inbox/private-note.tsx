import { Lock } from "lucide-preact";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { whenOf } from "../../wording.ts";

/** Until when the author of a comment may be written to in private; `undefined`: not any more. */
export function PrivateNote({ until }: { readonly until: number | undefined }) {
  const texts = t().inboxTeam;
  const isOpen = until !== undefined && until >= now.value;
  return (
    <p class={`small row ${isOpen ? "aside" : "tone-wheat"}`}>
      <Lock size={14} aria-hidden="true" class="window-icon" />
      <span>
        {isOpen ? texts.privateOpen(whenOf(until, me.value?.workspace.timeZone ?? "UTC")) : texts.privateClosed}
      </span>
    </p>
  );
}
