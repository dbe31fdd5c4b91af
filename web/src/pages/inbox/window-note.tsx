import { Clock } from "lucide-preact";
import type { ThreadView } from "../../api/contract.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { spanOf } from "../../wording.ts";

/** How long the platform still lets the person be written to. */
export function WindowNote({ window: { until, humanUntil } }: { readonly window: NonNullable<ThreadView["window"]> }) {
  const texts = t().inboxTeam;
  const at = now.value;
  const isOpen = at <= until;
  const said = isOpen
    ? texts.windowOpen(spanOf(until - at))
    : at <= humanUntil
      ? texts.windowHuman(spanOf(humanUntil - at))
      : texts.windowClosed;
  return (
    <p class={`small row ${isOpen ? "aside" : "tone-wheat"}`}>
      <Clock size={14} aria-hidden="true" class="window-icon" />
      <span>{said}</span>
    </p>
  );
}
