import type { Channel } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { Segments } from "../../ui/segments.tsx";
import { type View, views } from "./period.ts";

interface ToolbarProps {
  readonly view: View;
  readonly channelId: string | undefined;
  readonly channels: readonly Channel[];
  readonly onChange: (change: Record<string, string | undefined>) => void;
}

/** What part of the calendar is on show; everything is kept in the address. */
export function Toolbar({ view, channelId, channels, onChange }: ToolbarProps) {
  const texts = t().calendar;
  return (
    <>
      <Button onClick={() => onChange({ date: undefined })}>{texts.toToday}</Button>
      <Segments
        label={texts.view}
        options={views.map((value) => ({ value, text: texts[value] }))}
        value={view}
        onChange={(value) => onChange({ view: value })}
      />
      {channels.length > 1 && (
        <select
          class="input select-small"
          aria-label={texts.filter}
          value={channelId ?? ""}
          onChange={(event) => onChange({ channel: event.currentTarget.value || undefined })}
        >
          <option value="">{t().common.allChannels}</option>
          {channels.map((channel) => (
            <option key={channel.id} value={channel.id}>
              {channel.name}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
