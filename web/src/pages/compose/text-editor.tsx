import { useEffect, useRef } from "preact/hooks";
import type { TextRules } from "#core/channels/manifest.ts";
import { textLength } from "#core/channels/text-length.ts";
import { formatNumber } from "#core/i18n/format.ts";
import type { Channel } from "../../api/contract.ts";
import { language, t } from "../../language.ts";
import { narrow } from "../../narrow.ts";
import { PlatformMark } from "../../ui/platform-mark.tsx";

interface TextEditorProps {
  readonly text: string;
  readonly label: string;
  /** The channels that show this text; each counts by the rules of its format. */
  readonly channels: readonly { readonly channel: Channel; readonly text: string; readonly rules: TextRules }[];
  readonly onChange: (text: string) => void;
  /** Takes the focus when it appears, so that one can write at once. */
  readonly begins?: boolean;
}

/** The text with each channel's counter. */
export function TextEditor({ text, label, channels, onChange, begins = false }: TextEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // On a phone the keyboard would cover the page before anything was read.
    if (begins && !narrow.value) field.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="text-editor">
      <textarea
        ref={field}
        class="input text-input"
        aria-label={label}
        placeholder={t().compose.textHint}
        value={text}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <div class="counters">
        {channels.map(({ channel, text: shown, rules }) =>
          rules.max === 0 && shown === "" ? null : (
            <Counter key={channel.id} channel={channel} max={rules.max} used={textLength(rules.unit, shown)} />
          ),
        )}
      </div>
    </div>
  );
}

const NEARLY_FULL = 0.8;

interface CounterProps {
  readonly channel: Channel;
  readonly max: number;
  readonly used: number;
}

/** How much of a channel's limit a text has used. */
export function Counter({ channel, max, used }: CounterProps) {
  const texts = t().compose;
  const format = (count: number) => formatNumber(language.value, count);
  const state = used > max ? "over" : used > max * NEARLY_FULL ? "near" : "fine";
  return (
    <span class={`counter counter-${state}`}>
      <PlatformMark manifest={channel.manifest} size={14} silent />
      <span class="hidden-visually">{texts.counterLabel(channel.name, format(used), format(max))}</span>
      <span aria-hidden="true">
        {format(used)} / {format(max)}
        {state === "over" && ` · ${texts.over(used - max)}`}
        {state === "near" && ` · ${texts.left(max - used)}`}
      </span>
    </span>
  );
}
