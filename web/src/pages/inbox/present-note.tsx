import { Eye, PenLine } from "lucide-preact";
import type { ThreadView } from "../../api/contract.ts";
import { language, t } from "../../language.ts";

/** Who else has the thread open, so that nobody answers across somebody. */
export function PresentNote({ present }: { readonly present: ThreadView["present"] }) {
  const writing = present.filter(({ activity }) => activity === "writing");
  const shown = writing.length > 0 ? writing : present;
  if (shown.length === 0) return null;
  const texts = t().inboxTeam;
  const names = new Intl.ListFormat(language.value).format(shown.map(({ name }) => name ?? texts.somebody));
  const many = shown.length > 1;
  const say =
    writing.length > 0 ? (many ? texts.writingMany : texts.writing) : many ? texts.lookingMany : texts.looking;
  const Icon = writing.length > 0 ? PenLine : Eye;
  return (
    <p class={`present small ${writing.length > 0 ? "present-writing" : ""}`} role="status">
      <Icon size={14} class="present-icon" aria-hidden="true" />
      {say(names)}
    </p>
  );
}
