import { Check } from "lucide-preact";
import type { Channel } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { FieldProblem } from "../../ui/field.tsx";
import { PlatformMark } from "../../ui/platform-mark.tsx";

interface PickerProps {
  readonly channels: readonly Channel[];
  readonly chosen: readonly string[];
  readonly problem: string | undefined;
  readonly onToggle: (channelId: string) => void;
}

/** Where the post goes. */
export function ChannelPicker({ channels, chosen, problem, onToggle }: PickerProps) {
  return (
    <fieldset class="picker">
      <legend class="field-label">{t().compose.where}</legend>
      <div class="row row-wrap">
        {channels.map((channel) => {
          const on = chosen.includes(channel.id);
          return (
            <label key={channel.id} class={`picker-channel ${on ? "picker-on" : ""}`}>
              <input type="checkbox" checked={on} onChange={() => onToggle(channel.id)} />
              <PlatformMark manifest={channel.manifest} />
              <span class="clip">{channel.name}</span>
              {channel.state === "reconnect" && <span class="pill pill-wheat">{t().compose.reconnect}</span>}
              {on && <Check size={14} aria-hidden="true" />}
            </label>
          );
        })}
      </div>
      {problem && <FieldProblem text={problem} />}
    </fieldset>
  );
}
