import { useChannels } from "../../api/channels.ts";
import { t } from "../../language.ts";
import { Segments } from "../../ui/segments.tsx";
import { type Range, spans, steps } from "./range.ts";

/** Which days and which channel. */
export function RangePicker({ range }: { readonly range: Range }) {
  const channels = useChannels().data?.channels ?? [];
  const texts = t().insights;
  return (
    <>
      <Segments
        label={texts.period}
        options={spans.map((value) => ({ value, text: value === "365" ? texts.year : texts.days(Number(value)) }))}
        value={range.span}
        onChange={(days) => range.change({ days })}
      />
      {range.span === "365" && (
        <Segments
          label={texts.step}
          options={steps.map((value) => ({ value, text: texts.by[value] }))}
          value={range.by}
          onChange={(by) => range.change({ by })}
        />
      )}
      {channels.length > 1 && (
        <select
          class="input select-small"
          aria-label={t().common.channel}
          value={range.channelId ?? ""}
          onChange={(event) => range.change({ channel: event.currentTarget.value || undefined })}
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
