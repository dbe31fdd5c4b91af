import { dayOf } from "#core/kernel/time.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { dayName } from "../../wording.ts";

/** In the last days before it ends it is a thing to do. */
const soonMs = 7 * 86_400_000;

/** Until when the figures of ads may be read; then the person has to consent again. */
export function AccessEnd({ at }: { readonly at: number }) {
  const texts = t().returns;
  const day = dayName(dayOf(at, me.value?.workspace.timeZone ?? "UTC"));
  if (at <= now.value) return <p class="note note-wheat">{texts.accessEnded(day)}</p>;
  const isSoon = at - now.value <= soonMs;
  return <p class={isSoon ? "note note-wheat" : "aside small"}>{texts.accessUntil(day)}</p>;
}
