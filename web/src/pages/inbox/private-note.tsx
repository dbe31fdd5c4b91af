import { Lock } from "lucide-preact";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { whenOf } from "../../wording.ts";

interface PrivateNoteProps {
  /** Epoch ms; `undefined`: not any more. */
  readonly until: number | undefined;
  /** How long the platform allows it after a comment. */
  readonly hours: number;
}

/** Until when the author of a comment may be written to in private. */
export function PrivateNote({ until, hours }: PrivateNoteProps) {
  const texts = t().inboxTeam;
  const isOpen = until !== undefined && until >= now.value;
  return (
    <p class={`small row ${isOpen ? "aside" : "tone-wheat"}`}>
      <Lock size={14} aria-hidden="true" class="window-icon" />
      <span>
        {isOpen
          ? texts.privateOpen(whenOf(until, me.value?.workspace.timeZone ?? "UTC"))
          : texts.privateClosed(hours / 24)}
      </span>
    </p>
  );
}
