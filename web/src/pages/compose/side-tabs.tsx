import { CircleAlert } from "lucide-preact";
import type { Channel } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import type { Side } from "./draft.ts";

interface SideTabsProps {
  readonly channels: readonly Channel[];
  readonly side: Side;
  readonly isEdited: (channelId: string) => boolean;
  readonly hasProblem: (channelId: string) => boolean;
  readonly onChange: (side: Side) => void;
}

/** The base and the chosen channels as tabs; a channel's says whether it still shows the base. */
export function SideTabs({ channels, side, isEdited, hasProblem, onChange }: SideTabsProps) {
  const texts = t().compose;
  const sides: Side[] = ["base", ...channels.map(({ id }) => id)];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = sides[(sides.indexOf(side) + step + sides.length) % sides.length];
    if (!next) return;
    onChange(next);
    document.getElementById(`side-${next}`)?.focus();
  };
  const tab = (id: Side) => ({
    id: `side-${id}`,
    type: "button" as const,
    role: "tab" as const,
    class: "side-tab",
    "aria-selected": side === id,
    "aria-controls": "side-panel",
    tabIndex: side === id ? 0 : -1,
    onClick: () => onChange(id),
    onKeyDown,
  });
  return (
    <div class="side-tabs" role="tablist" aria-label={texts.channels}>
      <button {...tab("base")}>{texts.base}</button>
      {channels.map((channel) => (
        <button key={channel.id} {...tab(channel.id)}>
          <PlatformMark manifest={channel.manifest} silent />
          <span class="side-name">
            <span class="clip">{channel.name}</span>
            <span class="side-state">{isEdited(channel.id) ? texts.edited : texts.sameAsBase}</span>
          </span>
          {hasProblem(channel.id) && <CircleAlert size={16} class="side-problem" aria-label={texts.hasProblem} />}
        </button>
      ))}
    </div>
  );
}
