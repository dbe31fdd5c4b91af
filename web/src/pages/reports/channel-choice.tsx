import { useChannels } from "../../api/channels.ts";
import { t } from "../../language.ts";
import { FieldProblem } from "../../ui/field.tsx";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import { Segments } from "../../ui/segments.tsx";

interface ChannelChoiceProps {
  /** `undefined`: all of them. */
  readonly chosen: readonly string[] | undefined;
  readonly problem: string | undefined;
  readonly onChange: (chosen: readonly string[] | undefined) => void;
}

/** The channels a report is about: all, also those to come, or the chosen ones. */
export function ChannelChoice({ chosen, problem, onChange }: ChannelChoiceProps) {
  const channels = useChannels().data?.channels ?? [];
  const texts = t().reports;
  const toggle = (id: string) =>
    onChange(chosen?.includes(id) ? chosen.filter((one) => one !== id) : [...(chosen ?? []), id]);
  return (
    <div class="field">
      <span class="field-label">{texts.channels}</span>
      <Segments
        label={texts.channels}
        options={[
          { value: "all", text: texts.allChannels },
          { value: "some", text: texts.someChannels },
        ]}
        value={chosen ? "some" : "all"}
        onChange={(which) => onChange(which === "all" ? undefined : [])}
      />
      {!chosen && <p class="field-hint">{texts.allHint}</p>}
      {chosen && (
        <div class="report-channels">
          {channels.map(({ id, name, manifest }) => (
            <label key={id} class="check">
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
              <PlatformMark manifest={manifest} />
              <span class="clip">{name}</span>
            </label>
          ))}
        </div>
      )}
      {problem && <FieldProblem text={problem} />}
    </div>
  );
}
